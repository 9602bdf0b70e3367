/** Every route of the app with a request that it answers, on the notes of `NOTES`. A route that is missing here fails the tests that walk them. */

export const NOTES = {
  'Plan.md':
    '---\nkind: decision\nstatus: open\n---\nSee @[[Acme]]. #work/now\n\n## Next\n\n- [ ] Call them ^call\n\nSaid.[^1]\n\n[^1]: Wen.\n',
  'clients/Acme.md': '# Acme\n\nBack to [[Plan]].\n',
  'Alone.md': 'Acme, in plain words. Loose words here.\n',
  'More.md': 'Loose words here, again.\n',
  'clients/logo.png': 'bytes',
} as const

export interface RouteRequest {
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  /** What stands in the place of `*` in the route. */
  readonly rest?: string
  /** Where a path of the vault, or a name that becomes part of one, is given: `query.path`, `body.places.0.path`, `rest`. */
  readonly places?: readonly string[]
  /** 200 unless said. */
  readonly status?: number
}

const path = 'Plan.md'
const ofNote: RouteRequest = { query: { path }, places: ['query.path'] }
const fromTo = (from: string, to: string): RouteRequest => ({ body: { from, to }, places: ['body.from', 'body.to'] })
const refactoring = (body: object, ...places: string[]): RouteRequest => ({
  body,
  places: places.map((each) => `body.${each}`),
})

/** By method and path as the router has them; several where a route does different things. */
export const REQUESTS: Readonly<Record<string, readonly RouteRequest[]>> = {
  'GET /api/vault': [{}],
  'GET /api/folder': [{ query: { path: 'clients' }, places: ['query.path'] }],
  'GET /api/recent': [{}],
  'GET /api/note': [ofNote],
  'GET /api/backlinks': [ofNote],
  'GET /api/links': [ofNote],
  'GET /api/headings': [ofNote],
  'GET /api/passage': [{ query: { path, fragment: 'Next' }, places: ['query.path', 'query.fragment'] }],
  'GET /api/block': [{ query: { path, offset: '60' }, places: ['query.path'] }],
  'GET /api/names': [{ query: { q: 'acm', from: path }, places: ['query.q', 'query.from'] }],
  'GET /api/searches': [{}],
  'GET /api/search': [{ query: { q: 'call' }, places: ['query.q'] }],
  'GET /api/tags': [{}],
  'GET /api/templates': [{}],
  'GET /api/tag-tree': [{}],
  'GET /api/folder-tree': [{}],
  'GET /api/properties': [{}],
  'GET /api/values': [{ query: { key: 'status' }, places: ['query.key'] }],
  'GET /api/kinds': [{}],
  'GET /api/kind': [{ query: { kind: 'decision' }, places: ['query.kind'] }],
  'GET /api/tagged': [{ query: { tag: 'work' }, places: ['query.tag'] }],
  'GET /api/hubs': [{}],
  'GET /api/islands': [{}],
  'GET /api/unresolved': [{}],
  'GET /api/mentions': [ofNote],
  'GET /api/island': [{ query: { path: 'Alone.md' }, places: ['query.path'] }],
  'GET /api/related': [ofNote],
  'GET /api/samples': [{ query: { phrase: 'loose words', path }, places: ['query.path'] }],
  'GET /api/dismissals': [{}],
  'GET /api/renames': [{}],
  'GET /api/operations': [{}],
  'GET /api/versions': [ofNote],
  'GET /api/version': [{ query: { path, revision: 'none' }, places: ['query.path', 'query.revision'], status: 404 }],
  'GET /api/settings': [{}],
  'GET /api/trash': [{}],
  'GET /api/chain': [{ query: { path, way: 'up' }, places: ['query.path'] }],
  'GET /api/line': [ofNote],
  'GET /api/paths': [{ query: { from: path, to: 'Alone.md' }, places: ['query.from', 'query.to'] }],
  'GET /api/outcome': [ofNote],
  'GET /api/waiting': [{ query: { target: 'Nobody' }, places: ['query.target'] }],
  'GET /api/decisions': [{}],
  'GET /api/hub-trends': [{}],
  'GET /api/cuts': [{}],
  'GET /api/graph': [ofNote, {}],
  'GET /api/map': [ofNote, {}],
  'GET /api/tasks': [{ query: { by: 'note', key: path }, places: ['query.key'] }],
  'GET /api/fresh-topic': [{ query: { path: 'Acme.md' }, places: ['query.path'] }],
  'GET /api/topic': [{ query: { q: 'Acme' }, places: ['query.q'] }],
  'GET /api/today': [{}],
  'GET /api/calendar': [{ query: { month: '2026-03' }, places: ['query.month'] }],
  'GET /api/day': [{ query: { day: '2026-03-29' }, places: ['query.day'] }],
  'GET /api/review': [{}],
  'GET /api/events': [{}],
  'GET /api/openapi.json': [{}],
  'GET /files/*': [{ rest: 'clients/logo.png', places: ['rest'] }],
  'GET *': [{ rest: 'note/Plan.md', places: ['rest'] }],
  'ALL /api/*': [{ rest: 'nothing', places: ['rest'], status: 404 }],
  'POST /api/save-search': [{ body: { q: 'call' } }],
  'POST /api/forget-search': [{ body: { q: 'call' } }],
  'POST /api/resolve': [
    { body: { path, links: [{ keys: [{ key: 'acme', to: 4 }] }] }, places: ['body.path', 'body.links.0.keys.0.key'] },
  ],
  'POST /api/suggest': [{ body: { path, text: 'Loose words here.' }, places: ['body.path'] }],
  'POST /api/dismiss': [
    { body: { scope: 'note', key: 'acme', path, around: null }, places: ['body.key', 'body.path'] },
  ],
  'POST /api/undismiss': [
    { body: { scope: 'note', key: 'acme', path, around: null }, places: ['body.key', 'body.path'] },
  ],
  'POST /api/plan': [
    refactoring({ kind: 'change', paths: [path], change: { kind: 'move', to: 'old' } }, 'paths.0', 'change.to'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'set', key: 'status', value: 'done' } }, 'paths.0'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'delete' } }, 'paths.0'),
    refactoring({ kind: 'rename', path, title: 'Scheme' }, 'path', 'title'),
    refactoring({ kind: 'move', path, to: 'old/Plan.md' }, 'path', 'to'),
    refactoring({ kind: 'move-folder', path: 'clients', to: 'people' }, 'path', 'to'),
    refactoring({ kind: 'merge', path, into: 'Alone.md' }, 'path', 'into'),
    refactoring({ kind: 'rename-heading', path, heading: 'Next', words: 'Then' }, 'path', 'heading', 'words'),
    refactoring({ kind: 'rename-tag', from: 'work', to: 'labour' }, 'from', 'to'),
    refactoring({ kind: 'replace', from: 'Back', to: 'Home', within: 'in:clients' }, 'within'),
    refactoring({ kind: 'rename-block', path, block: 'call', name: 'ring' }, 'path', 'block', 'name'),
    refactoring({ kind: 'rename-label', path, label: '^1', name: '^wen' }, 'path', 'label', 'name'),
    refactoring({ kind: 'extract', path, from: 70, to: 100, title: 'Calls' }, 'path', 'title'),
    refactoring(
      { kind: 'link', places: [{ path: 'Alone.md', from: 0, to: 4, said: 'Acme', target: 'clients/Acme.md' }] },
      'places.0.path',
      'places.0.target',
    ),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'move', to: 'old' } }, 'paths.0', 'change.to'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'delete' } }, 'paths.0'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'set', key: 'owner', value: 'Wen' } }, 'change.key'),
    refactoring({ kind: 'name', phrase: 'loose words', title: 'Loose words', folder: 'ideas' }, 'title', 'folder'),
  ],
  'POST /api/refactor': [
    refactoring({ kind: 'change', paths: [path], change: { kind: 'move', to: 'old' } }, 'paths.0', 'change.to'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'set', key: 'status', value: 'done' } }, 'paths.0'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'delete' } }, 'paths.0'),
    refactoring({ kind: 'rename', path, title: 'Scheme' }, 'path', 'title'),
    refactoring({ kind: 'move', path, to: 'old/Plan.md' }, 'path', 'to'),
    refactoring({ kind: 'move-folder', path: 'clients', to: 'people' }, 'path', 'to'),
    refactoring({ kind: 'merge', path, into: 'Alone.md' }, 'path', 'into'),
    refactoring({ kind: 'extract', path, from: 70, to: 100, title: 'Calls' }, 'path', 'title'),
    refactoring(
      { kind: 'link', places: [{ path: 'Alone.md', from: 0, to: 4, said: 'Acme', target: 'clients/Acme.md' }] },
      'places.0.path',
      'places.0.target',
    ),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'move', to: 'old' } }, 'paths.0', 'change.to'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'delete' } }, 'paths.0'),
    refactoring({ kind: 'change', paths: [path], change: { kind: 'set', key: 'owner', value: 'Wen' } }, 'change.key'),
    refactoring({ kind: 'name', phrase: 'loose words', title: 'Loose words', folder: 'ideas' }, 'title', 'folder'),
  ],
  'POST /api/adopt-rename': [{ ...fromTo('Gone.md', path) }],
  'POST /api/plan-adoption': [{ ...fromTo('Gone.md', path) }],
  'POST /api/dismiss-rename': [fromTo('Gone.md', path)],
  'POST /api/undo': [{ body: {}, status: 404 }],
  'POST /api/restore': [
    { body: { path, revision: 'none', to: 'Back.md' }, places: ['body.path', 'body.revision', 'body.to'], status: 404 },
  ],
  'POST /api/reading': [{ body: { stop: false } }],
  'PUT /api/settings': [{ body: { history: { maxBytes: 1024 ** 3, maxDays: 730 } } }],
  'POST /api/check-task': [
    { body: { path, line: 9, text: 'Call them', done: true, today: '2026-03-29' }, places: ['body.path'] },
  ],
  'POST /api/live': [
    {
      body: { source: 'kind:decision', path, today: '2026-03-29' },
      places: ['body.source', 'body.path', 'body.today'],
    },
  ],
  'POST /api/map': [
    {
      body: { around: path, path: [path, 'Alone.md'], places: [0, 1, 2, -3], links: 1 },
      places: ['body.around', 'body.path.0'],
    },
  ],
  'POST /api/keep-topic': [
    {
      body: { topic: 'Acme', today: '2026-03-29', path: 'Acme.md' },
      places: ['body.topic', 'body.today', 'body.path'],
    },
  ],
  'POST /api/keep-review': [{ body: { since: '7d', until: '2026-03-29' }, places: ['body.since', 'body.until'] }],
  'POST /api/opened': [{ body: { path }, places: ['body.path'] }],
  'POST /api/capture': [{ body: { text: 'A thought.' } }],
  'POST /api/daily': [{}],
  'PUT /api/note': [{ body: { path, text: 'x', base: 'none' }, places: ['body.path', 'body.base'], status: 409 }],
  'POST /api/note': [
    {
      body: { title: 'New', folder: 'ideas', kind: 'idea', text: 'x' },
      places: ['body.title', 'body.folder', 'body.kind'],
    },
    { body: { title: 'Other', template: 'Plan' }, places: ['body.title', 'body.template'] },
  ],
  'DELETE /api/note': [{ body: { path, base: 'none' }, places: ['body.path', 'body.base'], status: 409 }],
}

/** The routes of a router, without what only stands before all of them. */
export function routesOf(hono: {
  readonly routes: readonly { readonly method: string; readonly path: string }[]
}): string[] {
  const all = hono.routes.map(({ method, path: each }) => `${method} ${each === '/*' ? '*' : each}`)
  return [...new Set(all)].filter((route) => route !== 'ALL *').sort()
}

export interface Sent {
  readonly method: string
  readonly path: string
  readonly body: string | undefined
}

/** One request as it goes over the wire. */
export function sentAs(route: string, { query = {}, body, rest = '' }: RouteRequest): Sent {
  const [method = '', pattern = ''] = route.split(' ')
  const search = new URLSearchParams(query).toString()
  const place = pattern === '*' ? `/${rest}` : pattern.replace('*', () => rest)
  return {
    method: method === 'ALL' ? 'GET' : method,
    path: search === '' ? place : `${place}?${search}`,
    body: method === 'GET' || method === 'ALL' ? undefined : JSON.stringify(body ?? {}),
  }
}

/** The request with another value at one of its places: `body.places.0.path`. */
export function withValue(asked: RouteRequest, place: string, value: string): RouteRequest {
  const changed = structuredClone(asked) as Record<string, unknown>
  const keys = place.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, changed)
  holder[last] = value
  return changed as RouteRequest
}

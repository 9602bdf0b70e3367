import type { TaskGrouping } from '../http/types.ts'
import {
  type DecisionChoices,
  decisionChoices,
  type GraphChoices,
  graphChoices,
  type HubChoices,
  hubChoices,
  type KindChoices,
  kindChoices,
  queryOf,
} from './route-queries.ts'

/** The address bar is the state: every place in the app as a value, and as an address. */
export type Route =
  | { readonly kind: 'home' }
  | NoteRoute
  | { readonly kind: 'recent' }
  | { readonly kind: 'search'; readonly q: string }
  | { readonly kind: 'tags' }
  | { readonly kind: 'tag'; readonly tag: string }
  | HubsRoute
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'islands' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'history'; readonly path: string; readonly revision?: string }
  | { readonly kind: 'trash' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'settings' }
  | DecisionsRoute
  | KindRoute
  | TasksRoute
  | ReviewRoute
  | { readonly kind: 'today' }
  /** What was written on a day, `2026-03-29`. */
  | { readonly kind: 'day'; readonly day: string }
  /** A dossier; the empty string asks for a topic. */
  | { readonly kind: 'topic'; readonly words: string }
  | GraphRoute
  | BetweenRoute
  | { readonly kind: 'lost' }

export interface NoteRoute {
  readonly kind: 'note'
  readonly path: string
  /** Offset in the note's text to scroll to. */
  readonly at?: number
  /** Heading or `^block` to scroll to. */
  readonly fragment?: string
  /** Path of a second note, shown beside. */
  readonly beside?: string
}

/** Tasks of all notes, in groups; by due date when undefined. */
export interface TasksRoute {
  readonly kind: 'tasks'
  readonly by?: TaskGrouping
}

/** The look back over `7d`, `1m`, or from a day on; a week when undefined. */
export interface ReviewRoute {
  readonly kind: 'review'
  readonly since?: string
}

/** The graph around a note, or of the whole vault. */
export interface GraphRoute extends GraphChoices {
  readonly kind: 'graph'
  readonly path?: string
}

export interface HubsRoute extends HubChoices {
  readonly kind: 'hubs'
}

/** The notes of a kind as a table; the empty string is that of notes without one. */
export interface KindRoute extends KindChoices {
  readonly kind: 'kind'
  readonly name: string
}

export interface DecisionsRoute extends DecisionChoices {
  readonly kind: 'decisions'
}

/** How two notes hang together. */
export interface BetweenRoute {
  readonly kind: 'between'
  readonly path: string
  /** Path of the other; not chosen yet when undefined. */
  readonly to?: string
}

const PLAIN = ['recent', 'tags', 'unresolved', 'islands', 'trash', 'activity', 'settings', 'today'] as const

/** `/note/clients/Acme%20%26%20Co.md?at=120#Prices`, and so on. */
export function hrefOf(route: Route): string {
  switch (route.kind) {
    case 'home':
    case 'lost':
      return '/'
    case 'note':
      return `/note/${encodePath(route.path)}${noteQuery(route)}`
    case 'search':
      return route.q === '' ? '/search' : `/search?${new URLSearchParams({ q: route.q })}`
    case 'history': {
      const query = route.revision === undefined ? '' : `?${new URLSearchParams({ revision: route.revision })}`
      return `/history/${encodePath(route.path)}${query}`
    }
    case 'graph': {
      const { kind, path, ...choices } = route
      return `/graph${path === undefined ? '' : `/${encodePath(path)}`}${queryOf(choices)}`
    }
    case 'hubs':
    case 'decisions': {
      const { kind, ...choices } = route
      return `/${kind}${queryOf(choices)}`
    }
    case 'kind': {
      const { kind, name, ...choices } = route
      return `/kind${name === '' ? '' : `/${encodeURIComponent(name)}`}${queryOf(choices)}`
    }
    case 'review':
      return `/review${queryOf({ since: route.since })}`
    case 'tasks':
      return `/tasks${queryOf({ by: route.by })}`
    case 'between': {
      const query = route.to === undefined ? '' : `?${new URLSearchParams({ to: route.to })}`
      return `/between/${encodePath(route.path)}${query}`
    }
    case 'day':
      return `/day/${route.day}`
    case 'topic':
      return route.words === '' ? '/topic' : `/topic/${encodeURIComponent(route.words)}`
    case 'tag':
      return `/tags/${encodePath(route.tag)}`
    case 'folder':
      return route.path === '' ? '/folders' : `/folders/${encodePath(route.path)}`
    default:
      return `/${route.kind}`
  }
}

/** @param address pathname, search and hash of a location. */
export function routeOf(address: string): Route {
  const url = new URL(address, 'http://notly.invalid')
  const [, room = '', ...rest] = url.pathname.split('/')
  const path = decodePath(rest)
  if (path === undefined) return { kind: 'lost' }
  if (room === '') return { kind: 'home' }
  if (room === 'note' && path !== '') return noteRoute(path, url)
  if (room === 'history' && path !== '') return historyRoute(path, url)
  if (room === 'graph') return { kind: 'graph', ...(path === '' ? {} : { path }), ...graphChoices(url.searchParams) }
  if (room === 'hubs' && path === '') return { kind: 'hubs', ...hubChoices(url.searchParams) }
  if (room === 'decisions' && path === '') return { kind: 'decisions', ...decisionChoices(url.searchParams) }
  if (room === 'kind') return { kind: 'kind', name: rest.map(decoded).join('/'), ...kindChoices(url.searchParams) }
  if (room === 'between' && path !== '') return betweenRoute(path, url)
  if (room === 'search') return { kind: 'search', q: url.searchParams.get('q') ?? '' }
  if (room === 'review' && path === '') return reviewRoute(url)
  if (room === 'tasks' && path === '') return tasksRoute(url)
  if (room === 'day' && isDay(path)) return { kind: 'day', day: path }
  if (room === 'topic') return { kind: 'topic', words: rest.map(decoded).join('/') }
  if (room === 'folders') return { kind: 'folder', path }
  if (room === 'tags' && path !== '') return { kind: 'tag', tag: path }
  const plain = PLAIN.find((kind) => kind === room)
  return plain && path === '' ? { kind: plain } : { kind: 'lost' }
}

/** A day that there is. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function noteRoute(path: string, url: URL): Route {
  const at = url.searchParams.get('at')
  const beside = url.searchParams.get('beside')
  const fragment = decoded(url.hash.slice(1))
  return {
    kind: 'note',
    path,
    ...(at !== null && /^\d+$/.test(at) ? { at: Number(at) } : {}),
    ...(fragment ? { fragment } : {}),
    ...(beside ? { beside } : {}),
  }
}

function historyRoute(path: string, url: URL): Route {
  const revision = url.searchParams.get('revision')
  return { kind: 'history', path, ...(revision ? { revision } : {}) }
}

function betweenRoute(path: string, url: URL): Route {
  const to = url.searchParams.get('to')
  return { kind: 'between', path, ...(to ? { to } : {}) }
}

function reviewRoute(url: URL): Route {
  const since = url.searchParams.get('since')
  return { kind: 'review', ...(since ? { since } : {}) }
}

const GROUPINGS: readonly TaskGrouping[] = ['project', 'tag', 'note']

function tasksRoute(url: URL): Route {
  const by = GROUPINGS.find((each) => each === url.searchParams.get('by'))
  return { kind: 'tasks', ...(by === undefined ? {} : { by }) }
}

function noteQuery({ at, fragment, beside }: NoteRoute): string {
  const query = new URLSearchParams()
  if (at !== undefined) query.set('at', String(at))
  if (beside !== undefined) query.set('beside', beside)
  return (query.size > 0 ? `?${query}` : '') + (fragment ? `#${encodeURIComponent(fragment)}` : '')
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** Undefined when a segment is not valid percent-encoding. */
function decodePath(segments: readonly string[]): string | undefined {
  const plain = segments.map(decoded)
  return plain.includes(undefined) ? undefined : plain.filter((segment) => segment !== '').join('/')
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

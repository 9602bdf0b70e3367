import { describe, expect, test } from 'vitest'
import { hrefOf, type Route, routeOf } from './routes.ts'

const ROUTES: readonly (readonly [Route, string])[] = [
  [{ kind: 'home' }, '/'],
  [{ kind: 'note', path: 'Welcome.md' }, '/note/Welcome.md'],
  [{ kind: 'note', path: 'a/100% sure? #1.md', at: 0 }, '/note/a/100%25%20sure%3F%20%231.md?at=0'],
  [
    { kind: 'note', path: '研究/Größe.md', fragment: 'Why now?' },
    '/note/%E7%A0%94%E7%A9%B6/Gr%C3%B6%C3%9Fe.md#Why%20now%3F',
  ],
  [{ kind: 'note', path: 'a.md', at: 12, beside: 'b/c d.md' }, '/note/a.md?at=12&beside=b%2Fc+d.md'],
  [{ kind: 'search', q: '' }, '/search'],
  [{ kind: 'search', q: 'a & b' }, '/search?q=a+%26+b'],
  [{ kind: 'tags' }, '/tags'],
  [{ kind: 'tag', tag: 'pricing/tiers' }, '/tags/pricing/tiers'],
  [{ kind: 'folder', path: '' }, '/folders'],
  [{ kind: 'folder', path: 'people' }, '/folders/people'],
  [{ kind: 'recent' }, '/recent'],
  [{ kind: 'hubs' }, '/hubs'],
  [{ kind: 'unresolved' }, '/unresolved'],
  [{ kind: 'islands' }, '/islands'],
  [{ kind: 'decisions' }, '/decisions'],
  [{ kind: 'kind', name: 'on loan/out' }, '/kind/on%20loan%2Fout'],
  [{ kind: 'kind', name: '', sort: '-stars', status: '', find: 'a b' }, '/kind?sort=-stars&status=&find=a+b'],
  [{ kind: 'topic', words: '' }, '/topic'],
  [{ kind: 'topic', words: 'A/B tests, 5%' }, '/topic/A%2FB%20tests%2C%205%25'],
  [{ kind: 'today' }, '/today'],
  [{ kind: 'day', day: '2026-03-04' }, '/day/2026-03-04'],
  [{ kind: 'review' }, '/review'],
  [{ kind: 'review', since: '1m' }, '/review?since=1m'],
  [{ kind: 'tasks' }, '/tasks'],
  [{ kind: 'tasks', by: 'tag' }, '/tasks?by=tag'],
  [{ kind: 'graph' }, '/graph'],
  [{ kind: 'graph', path: 'a/b c.md' }, '/graph/a/b%20c.md'],
  [
    { kind: 'graph', steps: 3, tag: 'a/b', folder: 'c d', relation: 'builds on', until: '2026-03-29', groups: true },
    '/graph?steps=3&tag=a%2Fb&folder=c+d&relation=builds+on&until=2026-03-29&groups=yes',
  ],
  [{ kind: 'graph', without: ['task', ''], find: 'a & b' }, '/graph?without=task&without=&find=a+%26+b'],
  [{ kind: 'hubs', days: 7, lately: true, of: 'idea', tag: 'x' }, '/hubs?days=7&lately=yes&of=idea&tag=x'],
  [{ kind: 'decisions', status: '' }, '/decisions?status='],
  [{ kind: 'decisions', status: 'on hold', find: 'price' }, '/decisions?status=on+hold&find=price'],
  [{ kind: 'between', path: 'a.md' }, '/between/a.md'],
  [{ kind: 'between', path: 'a.md', to: 'b/c d.md' }, '/between/a.md?to=b%2Fc+d.md'],
]

describe('an address', () => {
  test.each(ROUTES)('%j is %s, there and back', (route, address) => {
    expect(hrefOf(route)).toBe(address)
    expect(routeOf(address)).toEqual(route)
  })

  test.each(['/nowhere', '/note/', '/note', '/note/%E0%A4%A', '/hubs/more', '/between'])(
    '%s leads nowhere',
    (address) => {
      expect(routeOf(address)).toEqual({ kind: 'lost' })
    },
  )

  test('choices that are none are left out', () => {
    expect(routeOf('/graph?steps=9&until=soon&groups=maybe&tag=')).toEqual({ kind: 'graph' })
    expect(routeOf('/hubs?days=-1&lately=1')).toEqual({ kind: 'hubs' })
  })

  test('an offset that is no number is left out', () => {
    expect(routeOf('/note/a.md?at=-1')).toEqual({ kind: 'note', path: 'a.md' })
    expect(routeOf('/note/a.md?at=1e3')).toEqual({ kind: 'note', path: 'a.md' })
  })
})

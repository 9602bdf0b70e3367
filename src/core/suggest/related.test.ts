import { describe, expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { passagesOf } from './prose.ts'
import { relatedNotes } from './related.ts'
import { vault } from './testing/marked.ts'
import { walkFrom } from './walk.ts'

function related(notes: Readonly<Record<string, string>>, of: string) {
  const corpus = vault(notes)
  const path = `${of}.md` as NotePath
  const text = notes[of] as string
  return relatedNotes(text, passagesOf(text), { corpus, path }).map(({ doc, ...why }) => ({
    path: corpus.facts(doc)?.path,
    ...why,
    corpus,
  }))
}

describe('notes that hang together', () => {
  test('by name come with the name', () => {
    const [first] = related({ a: 'We asked Kestrel Boatyard.', 'Kestrel Boatyard': 'A client.', other: 'Soup.' }, 'a')
    expect(first).toMatchObject({ path: 'Kestrel Boatyard.md', named: ['Kestrel Boatyard'] })
  })

  test('by rare words come with the words', () => {
    const notes = { a: 'churn and seats', b: 'churn, seats', c: 'soup', d: 'rain', e: 'wind' }
    expect(related(notes, 'a')[0]).toMatchObject({ path: 'b.md', words: ['churn', 'seats'] })
  })

  test('by links come with what is between them, also a name without a note', () => {
    const notes = { a: '[[Nowhere]] x', b: '[[Nowhere]] y', c: 'z' }
    const [first] = related(notes, 'a')
    expect(first?.path).toBe('b.md')
    expect(first?.between.map((node) => first.corpus.graph.wanted(node))).toEqual(['nowhere'])
  })

  test('are not those that are linked already, nor the note itself', () => {
    const notes = { a: '[[b]] churn', b: 'churn', c: 'churn', d: '', e: '', f: '' }
    expect(related(notes, 'a').map(({ path }) => path)).toEqual(['c.md'])
  })
})

describe('the walk', () => {
  test('is where links lead, near before far, and its ranks sum up to one at most', () => {
    const { graph } = vault({ a: '[[b]]', b: '[[c]]', c: '[[d]]', d: '' })
    const ranks = walkFrom(graph, new Map([[0, 1]]))
    expect(
      [...ranks]
        .sort((x, y) => y[1] - x[1])
        .map(([node]) => node)
        .slice(0, 2),
    ).toEqual([1, 0].sort((x, y) => (ranks.get(y) ?? 0) - (ranks.get(x) ?? 0)))
    expect(ranks.get(1)).toBeGreaterThan(ranks.get(3) as number)
    expect([...ranks.values()].reduce((sum, rank) => sum + rank, 0)).toBeLessThanOrEqual(1)
  })

  test('of a note without links stays at home', () => {
    expect(walkFrom(vault({ a: '' }).graph, new Map([[0, 1]]))).toEqual(new Map([[0, 0.2]]))
  })
})

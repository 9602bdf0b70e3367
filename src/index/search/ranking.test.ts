import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from '../../core/query/read.ts'
import type { Wanted } from '../../core/query/tree.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { searchNotes } from '../search.ts'
import { sync } from '../sync.ts'
import { FLAGS, IN_FILED, IN_HEADINGS, IN_NAMES, IN_TITLE } from '../words/fields.ts'
import type { FullText } from '../words/full-text.ts'
import type { Postings } from '../words/postings.ts'
import type { Called } from './anchors.ts'
import type { Leaf } from './leaves.ts'
import { scoresOf } from './scoring.ts'
import { WEIGHTS } from './weights.ts'

const NOTES = 12
const weight = fc.integer({ min: 1, max: 40 }).chain((times) => fc.nat({ max: 15 }).map((at) => (times << FLAGS) | at))
const postings = fc.uniqueArray(fc.nat({ max: NOTES - 1 }), { minLength: 1 }).chain((docs) =>
  fc.array(weight, { minLength: docs.length, maxLength: docs.length }).map(
    (weights): Postings => ({
      docs: Uint32Array.from(docs.toSorted((a, b) => a - b)),
      weights: Uint32Array.from(weights),
    }),
  ),
)
const leaf = fc
  .tuple(
    fc.array(fc.record({ postings, weight: fc.constantFrom(1, 0.6, 0.4) }), { minLength: 1, maxLength: 3 }),
    fc.double({ min: 0.01, max: 9, noNaN: true }),
  )
  .map(([kinds, rarity]): Leaf => ({ kinds, rarity, wanted: {} as Wanted, instead: [], forms: [] }))
const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: NOTES, maxLength: NOTES })
const sources = fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 3 })

test('each note is worth what the formula says, whatever it is found by', () => {
  fc.assert(
    fc.property(
      fc.array(leaf, { minLength: 1, maxLength: 3 }),
      lengths,
      fc.dictionary(fc.nat({ max: NOTES - 1 }).map(String), sources),
      (leaves, lengths, calledBy) => {
        const words = lengths.reduce((sum, length) => sum + length - 1, 0)
        const text = { lengths: Uint32Array.from(lengths), size: NOTES, count: NOTES, words } as FullText
        const called = Object.entries(calledBy).map(
          ([doc, sources]): Called => ({ doc: +doc, sources, fit: 0, link: 0 }),
        )
        const { text: scores, has } = scoresOf(text, leaves, called)
        for (let doc = 0; doc < NOTES; doc++) {
          const expected = byHand(doc, leaves, called, { length: (lengths[doc] as number) - 1, mean: words / NOTES })
          expect(scores[doc]).toBeCloseTo(expected.score, 10)
          expect(has[doc]).toBeCloseTo(expected.has, 10)
        }
      },
    ),
  )
})

/** As in the paper, a note and a word at a time. */
function byHand(
  doc: number,
  leaves: readonly Leaf[],
  called: readonly Called[],
  { length, mean }: { readonly length: number; readonly mean: number },
): { readonly score: number; readonly has: number } {
  const all = leaves.reduce((sum, { rarity }) => sum + rarity, 0)
  const saturated = (times: number): number =>
    times / (times + WEIGHTS.k1 * (1 - WEIGHTS.b + (WEIGHTS.b * length) / Math.max(mean, 1)))
  let score = 0
  let has = 0
  for (const [nth, { kinds, rarity }] of leaves.entries()) {
    const sources = called.find((one) => one.doc === doc)?.sources[nth] ?? 0
    const extra = sources === 0 ? 0 : WEIGHTS.anchors * Math.log2(1 + sources)
    const found = kinds.flatMap(({ postings, weight }) => {
      const at = postings.docs.indexOf(doc)
      return at < 0 ? [] : [weight * saturated(timesOf(postings.weights[at] as number) + extra)]
    })
    if (extra > 0) found.push(saturated(extra))
    if (found.length === 0) continue
    score += (rarity / all) * Math.max(...found)
    has += rarity / all
  }
  return { score, has }
}

function timesOf(weight: number): number {
  const fields = [
    [IN_TITLE, WEIGHTS.title],
    [IN_NAMES, WEIGHTS.names],
    [IN_HEADINGS, WEIGHTS.headings],
    [IN_FILED, WEIGHTS.filed],
  ] as const
  return fields.reduce((sum, [flag, worth]) => sum + ((weight & flag) === 0 ? 0 : worth), weight >>> FLAGS)
}

test('the first so many are the first of all, although of most notes nobody counts who links to them', async () => {
  const word = fc.constantFrom(
    'alpha',
    'beta',
    'gamma',
    '[[alpha]]',
    '[[beta gamma]]',
    '[alpha](<delta.md>)',
    'and',
    'so',
  )
  const path = fc.constantFrom(
    'alpha.md',
    'beta gamma.md',
    'delta.md',
    'in/alpha.md',
    'in/deep/er.md',
    'one.md',
    'two.md',
  )
  const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '))
  const query = fc.constantFrom(
    'alpha',
    'alpha ',
    'al',
    'beta gamma ',
    '"beta gamma" ',
    'gamma alpha',
    'alpha OR beta ',
  )
  await fc.assert(
    fc.asyncProperty(fc.dictionary(path, text, { minKeys: 3 }), query, async (files, typed) => {
      const index = await Index.open(':memory:')
      await sync(new MemoryVault(files), index)
      const ask = (limit: number) => searchNotes(index.db, readQuery(typed), limit, '2026-05-01')
      const all = ask(1000)
      for (const limit of [1, 2, 3]) expect(ask(limit)).toEqual(all.slice(0, limit))
      index.close()
    }),
    { numRuns: 60 },
  )
})

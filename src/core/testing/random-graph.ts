import fc from 'fast-check'
import { DrawnGraph, type DrawnLink } from './graph.ts'

const RELATIONS = ['builds on', 'depends on', 'needed by', 'gathers', 'part of', 'related', null, null]
const KINDS = ['task', 'project', 'decision', 'idea', 'knowledge', 'meeting', null]

const link = (size: number): fc.Arbitrary<DrawnLink> =>
  fc
    .record({
      from: fc.nat(size - 1),
      to: fc.nat(size - 1),
      relation: fc.constantFrom(...RELATIONS),
      reason: fc.constantFrom('because', null),
    })
    .filter(({ from, to }) => from !== to)

/** Small enough that notes meet again, cycles close and several links join two notes. */
export const randomGraph: fc.Arbitrary<DrawnGraph> = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc
    .record({
      kinds: fc.array(fc.constantFrom(...KINDS), { minLength: size, maxLength: size }),
      years: fc.array(fc.integer({ min: 2024, max: 2026 }), { minLength: size, maxLength: size }),
      links: fc.array(link(size), { maxLength: size * 3 }),
    })
    .map(({ kinds, years, links }) => {
      const notes = kinds.map((kind, at) => ({ name: `N${at}`, kind, at: years[at] as number }))
      return new DrawnGraph(notes, links)
    }),
)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawnGraph } from '../testing/graph.ts'
import { randomGraph } from '../testing/random-graph.ts'
import { cutNotes } from './cuts.ts'
import { neighbourhood } from './neighbours.ts'
import { costOf, type PathStep, pathsBetween } from './paths.ts'
import { reach } from './reach.ts'
import { eachStep, saysWhy, stepsFrom, type Way } from './steps.ts'
import { type Branch, chainTree } from './tree.ts'

const way = fc.constantFrom<Way>('up', 'down')
const ALL = { depth: 99, most: 99, order: () => 0 }
const UNBOUND = { depth: 99, width: 99, most: 999 }

function notesOf({ size }: DrawnGraph): number[] {
  return Array.from({ length: size }, (_, note) => note)
}

describe('chains', () => {
  test('up from A finds B exactly if down from B finds A', () => {
    fc.assert(
      fc.property(randomGraph, fc.boolean(), (graph, onlyWithRelation) => {
        for (const a of notesOf(graph))
          for (const b of notesOf(graph)) {
            const up = reach(graph, a, 'up', { onlyWithRelation })
            expect(up.get(b)).toBe(reach(graph, b, 'down', { onlyWithRelation }).get(a))
          }
      }),
    )
  })

  test('a tree has each note once, at the distance of a plain search, by a real link', () => {
    fc.assert(
      fc.property(randomGraph, way, (graph, to) => {
        const isAllPlain = !stepsFrom(graph, 0, to).some(({ link }) => saysWhy(graph, link))
        const distances = reach(graph, 0, to, { onlyWithRelation: !isAllPlain })
        const found = new Map<number, number>()
        const walk = (from: number, next: readonly Branch[], depth: number): void => {
          for (const branch of next) {
            expect(isStep(graph, from, branch, to)).toBe(true)
            if (branch.met !== 'first') continue
            expect(found.has(branch.note)).toBe(false)
            found.set(branch.note, depth)
            walk(branch.note, branch.next, depth + 1)
          }
        }
        walk(0, chainTree(graph, 0, to, UNBOUND).next, 1)
        for (const { note } of stepsFrom(graph, 0, to)) if (!distances.has(note)) distances.set(note, 1)
        expect(found).toEqual(distances)
      }),
    )
  })

  test('what is left out of a bounded tree is counted', () => {
    fc.assert(
      fc.property(randomGraph, way, fc.integer({ min: 1, max: 3 }), (graph, to, bound) => {
        const tree = chainTree(graph, 0, to, { depth: bound, width: bound, most: 99 })
        const walk = (from: number, { next, more }: Pick<Branch, 'next' | 'more'>): void => {
          expect(next.length + more).toBe(stepsFrom(graph, from, to).length)
          for (const branch of next) if (branch.met === 'first') walk(branch.note, branch)
        }
        walk(0, tree)
      }),
    )
  })
})

describe('what is around a note', () => {
  test('has every note at the distance of a plain search; of too many the first of a step, and nothing beyond it', () => {
    fc.assert(
      fc.property(randomGraph, fc.nat(6), fc.integer({ min: 1, max: 8 }), (graph, depth, most) => {
        const order = (a: number, b: number): number => b - a
        const all = neighbourhood(graph, 0, { ...ALL, depth }).distances
        for (const [note, distance] of all) if (note !== 0) expect(distance).toBe(distanceBetween(graph, 0, note))
        const { distances, more } = neighbourhood(graph, 0, { depth, most, order })
        expect(distances.size).toBe(Math.min(most, all.size))
        expect(more > 0).toBe(distances.size < all.size)
        const last = Math.max(...distances.values())
        for (const [note, distance] of all) {
          if (distances.has(note)) expect(distances.get(note)).toBe(distance)
          else if (distance <= last)
            for (const [kept, at] of distances) if (at === distance) expect(kept > note).toBe(true)
        }
      }),
    )
  })
})

describe('paths', () => {
  test('each is a real path, the first as short as a plain search finds, the best reasoned as cheap as any', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const paths = pathsBetween(graph, 0, 1, 4)
        const distance = neighbourhood(graph, 0, ALL).distances.get(1)
        expect(paths.length > 0).toBe(distance !== undefined)
        for (const { steps } of paths) expectPath(graph, steps)
        if (paths[0] === undefined) return
        expect(paths[0].steps.length).toBe(distance)
        const best = paths.find(({ isBestReasoned }) => isBestReasoned)
        expect(best && priceOf(graph, best.steps)).toBe(cheapest(graph, 0, 1))
        expect(new Set(paths.map(({ steps }) => steps.map(({ to }) => to).join())).size).toBe(paths.length)
      }),
    )
  })
})

describe('notes that hold others together', () => {
  test('are those without which fewer notes are connected', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const cuts = new Map(cutNotes(graph, 1).map(({ note, groups }) => [note, groups]))
        for (const note of notesOf(graph)) {
          const groups = groupsWithout(graph, note)
          expect(cuts.get(note) ?? [groups[0]].filter(Boolean)).toEqual(groups)
        }
      }),
    )
  })
})

function isStep(graph: DrawnGraph, from: number, { note, link }: Branch, to: Way): boolean {
  let is = false
  eachStep(graph, from, to, (next, by) => {
    if (next === note && by === link) is = true
  })
  return is
}

function expectPath(graph: DrawnGraph, steps: readonly PathStep[]): void {
  let at = 0
  for (const { from, to, link } of steps) {
    expect(from).toBe(at)
    expect([graph.source(link), graph.target(link)].sort()).toEqual([from, to].sort())
    at = to
  }
  expect(at).toBe(1)
  expect(new Set(steps.map(({ to }) => to)).size).toBe(steps.length)
}

function priceOf(graph: DrawnGraph, steps: readonly PathStep[]): number {
  return steps.reduce((sum, { link }) => sum + costOf(graph, link), 0)
}

/** After Bellman and Ford: every link, as often as there are notes. */
function cheapest(graph: DrawnGraph, from: number, to: number): number {
  const cost = notesOf(graph).map((note) => (note === from ? 0 : Number.POSITIVE_INFINITY))
  for (const _ of cost)
    for (const [at, link] of graph.links.entries())
      for (const [a, b] of [
        [link.from, link.to],
        [link.to, link.from],
      ] as const)
        cost[b] = Math.min(cost[b] as number, (cost[a] as number) + costOf(graph, at))
  return cost[to] as number
}

/** Steps whichever way, by relaxing every link until nothing gets nearer. */
function distanceBetween(graph: DrawnGraph, from: number, to: number): number {
  const distance = notesOf(graph).map((note) => (note === from ? 0 : Number.POSITIVE_INFINITY))
  for (const _ of notesOf(graph))
    for (const link of graph.links)
      for (const [a, b] of [
        [link.from, link.to],
        [link.to, link.from],
      ] as const)
        distance[b] = Math.min(distance[b] as number, (distance[a] as number) + 1)
  return distance[to] as number
}

/** The sizes of the groups into which what is connected with a note falls without it, the largest first. */
function groupsWithout(graph: DrawnGraph, gone: number): number[] {
  const around = new Set(neighbourhood(graph, gone, ALL).distances.keys())
  around.delete(gone)
  const sizes: number[] = []
  while (around.size > 0) {
    const waiting = [[...around][0] as number]
    let size = 0
    for (const note of waiting) {
      if (!around.delete(note)) continue
      size++
      for (const { from, to } of graph.links) if (from === note || to === note) waiting.push(from === note ? to : from)
    }
    sizes.push(size)
  }
  return sizes.sort((a, b) => b - a)
}

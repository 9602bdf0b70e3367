import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGraph } from '../testing/graph.ts'
import { randomGraph } from '../testing/random-graph.ts'
import { followersOf, mentionersOf } from './outcome.ts'
import { reach } from './reach.ts'

const DRAWN = readGraph(`
  Tiers --depends on: numbers--> Per team
  Slides --depends on: price--> Tiers
  Per team --supersedes: easier--> Per seat
  Counter --contradicts--> Per seat
  Contract --depends on--> Per seat
  Tiers --> Per seat
  Wen (2026) --> Per team
  Ines (2027) --> Per team
  Tiers --> Per team
`)

const names = (notes: readonly { readonly note: number }[]): string[] => notes.map(({ note }) => DRAWN.path(note))

test('what came of a decision, the nearest first', () => {
  expect(names(followersOf(DRAWN, DRAWN.numberOf('Per team'), 99))).toEqual(['Tiers', 'Slides'])
})

test('what came of a decision that put an end to another did not come of that one', () => {
  expect(names(followersOf(DRAWN, DRAWN.numberOf('Per seat'), 99))).toEqual(['Per team', 'Counter', 'Contract'])
})

test('plain mentions are apart, the newest first, without who also says why', () => {
  expect(names(mentionersOf(DRAWN, DRAWN.numberOf('Per team')))).toEqual(['Ines', 'Wen'])
})

test('without anything superseded it is everything downstream that says why, at its distance', () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const followers = followersOf(graph, 0, 999)
      const distances = reach(graph, 0, 'down', { onlyWithRelation: true })
      expect(new Map(followers.map(({ note, distance }) => [note, distance]))).toEqual(distances)
      expect(followersOf(graph, 0, 2).length).toBe(Math.min(2, followers.length))
    }),
  )
})

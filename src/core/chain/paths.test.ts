import { expect, test } from 'vitest'
import { type DrawnGraph, readGraph } from '../testing/graph.ts'
import { pathsBetween } from './paths.ts'
import { saidBetween } from './sentences.ts'

function draw(graph: DrawnGraph, from: string, to: string, most = 4): string[] {
  return pathsBetween(graph, graph.numberOf(from), graph.numberOf(to), most).map((path) => {
    const said = path.steps.map((step) => {
      const isForward = graph.source(step.link) === step.from
      return ` ${saidBetween({ relation: graph.meaning(step.link).relation, isForward })} ${graph.path(step.to)}`
    })
    const marks = [path.isShortest && 'shortest', path.isBestReasoned && 'best reasoned'].filter(Boolean)
    return `${from}${said.join('')}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  })
}

test('the shortest path, the best reasoned one, and one through other notes', () => {
  const graph = readGraph(`
    Slides --depends on: x--> Tiers
    Tiers --builds on: x--> Gap
    Slides --> Board
    Gap --> Board
    Wen --> Slides
    Wen --> Market
    Market --builds on: x--> Gap
  `)
  expect(draw(graph, 'Slides', 'Gap')).toEqual([
    'Slides depends on Tiers builds on Gap (shortest, best reasoned)',
    'Slides mentions Board is mentioned in Gap',
    'Slides is mentioned in Wen mentions Market builds on Gap',
  ])
  expect(draw(graph, 'Slides', 'Gap', 1)).toHaveLength(1)
})

test('two reasons are better than a plain link, and the plain link is shorter', () => {
  const graph = readGraph(`
    A --> C
    A --builds on: x--> B
    B --needed by: x--> C
  `)
  expect(draw(graph, 'A', 'C')).toEqual(['A mentions C (shortest)', 'A builds on B is needed by C (best reasoned)'])
})

test('nothing connects them', () => {
  const graph = readGraph(`
    A --> B
    C --> D
  `)
  expect(draw(graph, 'A', 'C')).toEqual([])
  expect(draw(graph, 'A', 'A')).toEqual([])
})

test('every relation reads as a sentence from both ends', () => {
  const graph = readGraph(`
    A --gathers--> B
    C --related--> B
    B --superseded by--> D
    D --> A
  `)
  expect(draw(graph, 'A', 'C', 1)[0]).toBe('A gathers B is named under “related” in C (shortest, best reasoned)')
  expect(draw(graph, 'C', 'A', 1)[0]).toBe('C names under “related” B is part of A (shortest, best reasoned)')
  expect(draw(graph, 'B', 'D', 2)).toEqual([
    'B is superseded by D (shortest, best reasoned)',
    'B is part of A is mentioned in D',
  ])
  expect(draw(graph, 'D', 'B', 1)[0]).toBe('D supersedes B (shortest, best reasoned)')
})

test('a long path has its steps in order, though it is looked for from both ends', () => {
  // The end that fewer notes hang on is gone on from: here most of the way is looked for from behind.
  const graph = readGraph(`
    A --> H1
    A --> H2
    A --> H3
    A --builds on: x--> B
    C --builds on: x--> B
    C --> D
    D --depends on: x--> E
    F --> E
    F --builds on: x--> G
  `)
  const there = 'A builds on B is built on by C mentions D depends on E is mentioned in F builds on G'
  const back = 'G is built on by F mentions E is needed by D is mentioned in C builds on B is built on by A'
  expect(draw(graph, 'A', 'G')).toEqual([`${there} (shortest, best reasoned)`])
  expect(draw(graph, 'G', 'A')).toEqual([`${back} (shortest, best reasoned)`])
})

test('of two paths of one length and the same relations that with reasons comes first', () => {
  const graph = readGraph(`
    A --builds on--> B
    B --builds on--> D
    A --builds on: x--> C
    C --builds on: x--> D
  `)
  expect(draw(graph, 'A', 'D')[0]).toBe('A builds on C builds on D (shortest, best reasoned)')
})

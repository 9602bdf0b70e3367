import { describe, expect, test } from 'vitest'
import { type DrawnGraph, readGraph } from '../testing/graph.ts'
import { chainLine } from './line.ts'
import type { Way } from './steps.ts'
import { type Branch, chainTree, type TreeBounds } from './tree.ts'

const WIDE: TreeBounds = { depth: 9, width: 99, most: 999 }

function draw(graph: DrawnGraph, start: string, way: Way, bounds: Partial<TreeBounds> = {}): string[] {
  const lines: string[] = []
  const tree = chainTree(graph, graph.numberOf(start), way, { ...WIDE, ...bounds })
  const walk = ({ next, more }: Pick<Branch, 'next' | 'more'>, indent: string): void => {
    for (const branch of next) {
      const { relation, reason } = graph.links[branch.link] ?? { relation: null, reason: null }
      const why = [relation ?? 'link', reason].filter(Boolean).join(': ')
      const met = branch.met === 'first' ? '' : ` (${branch.met})`
      lines.push(`${indent}${graph.path(branch.note)} <${why}>${met}`)
      walk(branch, `${indent}  `)
    }
    if (more > 0) lines.push(`${indent}${more} more`)
  }
  walk(tree, '')
  return lines
}

const STUDIO = readGraph(`
  Slides (task) --depends on: the last slide needs a price--> Tiers (task)
  Tiers --depends on: which left the numbers to us--> Per team (decision)
  Tiers --builds on: nobody serves teams under ten--> Gap (idea)
  Gap --builds on: ten seats is the smallest plan--> Competitors (knowledge)
  Slides --> Per team
  Slides --> Reading room
  Per team --supersedes--> Per seat (decision)
  Per team --> Competitors
  Pricing (project) --gathers--> Per team
  Pricing --gathers--> Slides
  Afternoon --decides: three for--> Per team
`)

describe('a chain', () => {
  test('leads from the task to the idea to the research, with reasons', () => {
    expect(draw(STUDIO, 'Slides', 'up')).toEqual([
      'Tiers <depends on: the last slide needs a price>',
      '  Gap <builds on: nobody serves teams under ten>',
      '    Competitors <builds on: ten seats is the smallest plan>',
      '  Per team <depends on: which left the numbers to us>',
      '    Per seat <supersedes>',
      '    1 more',
      'Pricing <gathers>',
      '  Per team <gathers> (above)',
      'Per team <link> (above)',
      'Reading room <link>',
    ])
  })

  test('leads down by the same links', () => {
    expect(draw(STUDIO, 'Competitors', 'down')).toEqual([
      'Gap <builds on: ten seats is the smallest plan>',
      '  Tiers <builds on: nobody serves teams under ten>',
      '    Slides <depends on: the last slide needs a price>',
      'Per team <link>',
      '  4 more',
    ])
  })

  test('shows a note at its shortest distance, also when that is further down the page', () => {
    const graph = readGraph(`
      A --builds on: x--> B
      B --builds on: x--> C
      A --contradicts--> C
      C --builds on--> D
    `)
    expect(draw(graph, 'A', 'up')).toEqual([
      'B <builds on: x>',
      '  C <builds on: x> (below)',
      'C <contradicts>',
      '  D <builds on>',
    ])
  })

  test('ends at a cycle and says so', () => {
    const graph = readGraph(`
      A --builds on--> B
      B --builds on--> C
      C --builds on--> A
    `)
    expect(draw(graph, 'A', 'up')).toEqual(['B <builds on>', '  C <builds on>', '    A <builds on> (cycle)'])
  })

  test('goes along plain links where nothing says why', () => {
    const graph = readGraph(`
      A --> B
      B --> C
      B --builds on--> D
    `)
    expect(draw(graph, 'A', 'up')).toEqual(['B <link>', '  D <builds on>', '  C <link>'])
  })

  test('is bounded in depth, width and number, and counts what is left out', () => {
    const graph = readGraph(`
      A --builds on--> B1
      A --builds on--> B2
      A --builds on--> B3
      B1 --builds on--> C1
      B2 --builds on--> C2
    `)
    expect(draw(graph, 'A', 'up', { width: 2 })).toEqual([
      'B1 <builds on>',
      '  C1 <builds on>',
      'B2 <builds on>',
      '  C2 <builds on>',
      '1 more',
    ])
    expect(draw(graph, 'A', 'up', { depth: 1 })).toEqual([
      'B1 <builds on>',
      '  1 more',
      'B2 <builds on>',
      '  1 more',
      'B3 <builds on>',
    ])
    expect(draw(graph, 'A', 'up', { most: 5 })).toEqual([
      'B1 <builds on>',
      '  C1 <builds on>',
      'B2 <builds on>',
      '  1 more',
      'B3 <builds on>',
    ])
  })
})

describe('the direction of a link', () => {
  test('is that of its meaning, whoever states it', () => {
    const graph = readGraph(`
      A --builds on--> B
      C --needed by--> A
      A --superseded by--> D
      A --related--> E
    `)
    expect(draw(graph, 'A', 'up')).toEqual(['B <builds on>', 'C <needed by>', 'E <related>'])
    expect(draw(graph, 'A', 'down')).toEqual(['D <superseded by>'])
  })

  test('of what gathers runs along the kinds, else from the part to the whole', () => {
    const graph = readGraph(`
      P (project) --gathers--> T (task)
      P --gathers--> D (decision)
      M (map) --gathers--> P
    `)
    expect(draw(graph, 'T', 'up')).toEqual(['P <gathers>', '  D <gathers>', '  M <gathers>'])
    expect(draw(graph, 'D', 'up')).toEqual([])
  })
})

describe('the ranking', () => {
  test('puts what rests on something first, then what runs along, what is named, and plain links', () => {
    const graph = readGraph(`
      A (task) --> E
      A --related--> D
      A --part of--> C (project)
      A --contradicts--> B
    `)
    expect(draw(graph, 'A', 'up').map((line) => line[0])).toEqual(['B', 'C', 'D', 'E'])
  })

  test('puts a reason before none, building before depending, the nearer kind before the further, the newest first', () => {
    const graph = readGraph(`
      A --depends on--> F
      A --depends on: x--> E (knowledge)
      A --depends on: x--> C (project 2024)
      A --depends on: x--> B (project 2025)
      A --builds on: x--> D (knowledge)
    `)
    expect(draw(graph, 'A', 'up').map((line) => line[0])).toEqual(['D', 'B', 'C', 'E', 'F'])
  })

  test('takes of several links between two notes the one that says most', () => {
    const graph = readGraph(`
      A --> B
      A --depends on--> B
      A --depends on: x--> B
      A --depends on: y--> B
    `)
    expect(draw(graph, 'A', 'up')).toEqual(['B <depends on: x>'])
  })
})

describe('the line of a chain', () => {
  const line = (graph: DrawnGraph, start: string, way: Way): string[] =>
    chainLine(graph, graph.numberOf(start), way, 5).map(({ note }) => graph.path(note))

  test('is the best step from each note', () => {
    expect(line(STUDIO, 'Slides', 'up')).toEqual(['Tiers', 'Gap', 'Competitors'])
  })

  test('does not go round, and goes one plain link at most', () => {
    const graph = readGraph(`
      A --builds on--> B
      B --builds on--> A
      C --> D
      D --> A
    `)
    expect(line(graph, 'A', 'up')).toEqual(['B'])
    expect(line(graph, 'C', 'up')).toEqual(['D'])
  })
})

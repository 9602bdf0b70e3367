import { expect, test } from 'vitest'
import type { GraphAnswer } from '../../http/types.ts'
import { choicesOf, EVERYTHING, filterGraph, type GraphFilter } from './filter.ts'

const GRAPH: GraphAnswer = {
  notes: {
    path: ['ideas/Gap.md', 'ideas/old/Card.md', 'tasks/Slides.md', 'Wen.md'],
    title: ['Gap', 'Card', 'Slides', 'Wen'],
    kind: ['idea', 'idea', 'task', null],
    day: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'],
    sources: [2, 0, 1, 0],
    distance: [0, 0, 0, 0],
    tags: [['pricing/now'], ['Print'], ['pricing'], []],
  },
  relations: [null, 'builds on'],
  links: [2, 0, 1, 1, 0, 0, 3, 2, 0],
  more: 0,
}

function draw(filter: Partial<GraphFilter>): string {
  const { notes, links } = filterGraph(GRAPH, { ...EVERYTHING, ...filter })
  const drawn: string[] = []
  for (let at = 0; at < links.length; at += 3)
    drawn.push(`${GRAPH.notes.title[links[at] as number]}>${GRAPH.notes.title[links[at + 1] as number]}`)
  return `${notes.map((note) => GRAPH.notes.title[note]).join(' ')} | ${drawn.join(' ')}`
}

test('a graph is filtered by kind, tag, folder, relation and date, links with their notes', () => {
  expect(draw({})).toBe('Gap Card Slides Wen | Slides>Gap Card>Gap Wen>Slides')
  expect(draw({ withoutKinds: ['idea'] })).toBe('Slides Wen | Wen>Slides')
  expect(draw({ withoutKinds: [''] })).toBe('Gap Card Slides | Slides>Gap Card>Gap')
  expect(draw({ tag: 'Pricing' })).toBe('Gap Slides | Slides>Gap')
  expect(draw({ folder: 'ideas' })).toBe('Gap Card | Card>Gap')
  expect(draw({ folder: 'idea' })).toBe(' | ')
  expect(draw({ relation: 'named' })).toBe('Gap Card Slides Wen | Slides>Gap')
  expect(draw({ relation: 'builds on' })).toBe('Gap Card Slides Wen | Slides>Gap')
  expect(draw({ until: '2026-03-01' })).toBe('Gap Card Slides | Slides>Gap Card>Gap')
})

test('what can be chosen is there once, in order', () => {
  expect(choicesOf(GRAPH)).toEqual({
    kinds: ['', 'idea', 'task'],
    tags: ['pricing', 'pricing/now', 'Print'],
    folders: ['ideas', 'ideas/old', 'tasks'],
    relations: ['builds on'],
    days: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'],
  })
})

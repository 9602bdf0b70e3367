import { expect, test } from 'vitest'
import type { GraphAnswer } from '../../http/types.ts'
import { toGraphMl, toJson, toSvg } from './export.ts'
import { EVERYTHING, filterGraph } from './filter.ts'

const GRAPH: GraphAnswer = {
  notes: {
    path: ['a.md', 'b.md'],
    title: ['<script>"&', 'B\u0000'],
    kind: ['idea', null],
    day: ['2026-01-01', '2026-02-01'],
    sources: [1, 0],
    distance: [0, 0],
    tags: [['x', 'y'], []],
  },
  relations: ['builds on'],
  links: [1, 0, 0],
  more: 0,
}
const PART = filterGraph(GRAPH, EVERYTHING)

test('GraphML has every note and link, and nothing of a title ends an element', () => {
  const lines = toGraphMl(GRAPH, PART).split('\n')
  expect(lines.filter((line) => line.startsWith('<node') || line.startsWith('<edge'))).toEqual([
    '<node id="n0"><data key="title">&#60;script&#62;&#34;&#38;</data><data key="path">a.md</data><data key="kind">idea</data><data key="date">2026-01-01</data><data key="tags">x y</data></node>',
    '<node id="n1"><data key="title">B</data><data key="path">b.md</data><data key="date">2026-02-01</data></node>',
    '<edge source="n1" target="n0"><data key="relation">builds on</data></edge>',
  ])
})

test('JSON has the same by path', () => {
  const { notes, links } = JSON.parse(toJson(GRAPH, PART))
  expect(notes.map(({ path }: { path: string }) => path)).toEqual(['a.md', 'b.md'])
  expect(links).toEqual([{ source: 'b.md', target: 'a.md', relation: 'builds on' }])
})

test('SVG has a line for each link and a circle with its title for each note', () => {
  const dots = new Map([
    [0, { x: 0, y: 0, size: 8, colour: 'rgb(1, 2, 3)' }],
    [1, { x: 10, y: 20, size: 3, colour: 'rgb(4, 5, 6)' }],
  ])
  const svg = toSvg(GRAPH, PART, dots, { paper: 'white', ink: 'black', link: (look) => look })
  expect(svg).toContain('<line x1="800" y1="80" x2="80" y2="1520" stroke="rests" stroke-width="1.8"/>')
  expect(svg.match(/<circle /g)).toHaveLength(2)
  expect(svg).toContain('<title>&#60;script&#62;&#34;&#38;</title>')
  expect(svg.match(/<text /g)).toHaveLength(1)
  // No circle and no line crosses a title.
  expect(svg.indexOf('<text ')).toBeGreaterThan(svg.lastIndexOf('<circle '))
  expect(svg).toMatch(/<g [^>]*stroke="white"[^>]*paint-order="stroke"><text /)
})

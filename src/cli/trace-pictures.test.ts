import { expect, test } from 'vitest'
import { drawDot, drawMermaid, type TraceEdges } from './trace-pictures.ts'

const note = (path: string, title: string): TraceEdges['notes'][number] => ({
  path,
  title,
  kind: null,
  status: null,
  date: '2026-03-29',
  tasks: { open: 0, done: 0 },
})

test('what a title has in it cannot end its quotes or start markup', () => {
  const edges: TraceEdges = {
    notes: [note('a.md', 'Say "no" \\ <b>&#1;'), note('b.md', 'B\n]')],
    links: [{ from: 'a.md', to: 'b.md', relation: 'builds "on"' }],
  }
  expect([...drawDot(edges)].slice(2)).toEqual([
    '  "a.md" [label="Say \\"no\\" \\\\ <b>&amp;#1;"];',
    '  "b.md" [label="B ]"];',
    '  "a.md" -> "b.md" [label="builds \\"on\\""];',
    '}',
  ])
  expect([...drawMermaid(edges)]).toEqual([
    'flowchart LR',
    '  n0["Say #34;no#34; #92; #60;b#62;#38;#35;1#59;"]',
    '  n1["B #93;"]',
    '  n0 -->|"builds #34;on#34;"| n1',
  ])
})

test('what begins a list, emphasis or a directive elsewhere is a title like any other', () => {
  const titles = ['1. First', '- a list', '`code`', '*so*', '%%{init: {}}%%', 'Müller, 日本 🎉']
  const drawn = [...drawMermaid({ notes: titles.map((title, at) => note(`${at}.md`, title)), links: [] })]
  expect(drawn.slice(1)).toEqual([
    '  n0["1#46; First"]',
    '  n1["#45; a list"]',
    '  n2["#96;code#96;"]',
    '  n3["#42;so#42;"]',
    '  n4["#37;#37;#123;init#58; #123;#125;#125;#37;#37;"]',
    '  n5["Müller, 日本 🎉"]',
  ])
})

test('a title of any length makes a box of a readable one', () => {
  const edges = { notes: [note('a.md', 'very '.repeat(99))], links: [] }
  for (const draw of [drawDot, drawMermaid]) expect([...draw(edges)].every((line) => line.length < 120)).toBe(true)
})

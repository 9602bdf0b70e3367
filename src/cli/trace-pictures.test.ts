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
    '  "a.md" [label="Say \\"no\\" \\\\ <b>&#1;"];',
    '  "b.md" [label="B ]"];',
    '  "a.md" -> "b.md" [label="builds \\"on\\""];',
    '}',
  ])
  expect([...drawMermaid(edges)]).toEqual([
    'flowchart LR',
    '  n0["Say #34;no#34; \\ #60;b#62;#38;#35;1;"]',
    '  n1["B ]"]',
    '  n0 -->|"builds #34;on#34;"| n1',
  ])
})

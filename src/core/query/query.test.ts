import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import type { QueryNode } from './tree.ts'

/** A tree as one line: `all(word*, not(tag=draft))`; a star for what may go on. */
function drawn(node: QueryNode | undefined): string {
  if (node === undefined) return 'nothing'
  switch (node.kind) {
    case 'all':
    case 'any':
      return `${node.kind}(${node.parts.map(drawn).join(', ')})`
    case 'not':
      return `not(${drawn(node.part)})`
    case 'words':
      return `${node.isPhrase ? `"${node.text}"` : node.text}${node.isBegun ? '*' : ''}`
    case 'date':
      return `${node.field}${node.compare}${node.value}`
    case 'property':
      return `${node.key}≈${node.value}`
    default:
      return `${node.kind}=${node.value}`
  }
}

function read(text: string): string {
  const parsed = parseQuery(text)
  return 'query' in parsed ? drawn(parsed.query.root) : `! ${parsed.problem.message}`
}

test.each([
  ['', 'nothing'],
  ['  -- ', 'nothing'],
  ['pricing', 'pricing*'],
  ['pricing ', 'pricing'],
  ['pricing tiers', 'all(pricing, tiers*)'],
  ['"small teams"', '"small teams"'],
  ['"small te', '"small te"*'],
  ['pricing -draft', 'all(pricing, not(draft*))'],
  ['-"first draft" x', 'all(not("first draft"), x*)'],
  ['a OR b c', 'all(any(a, b), c*)'],
  ['c a OR b OR d', 'all(c, any(a, b, d*))'],
  ['(a b) OR c', 'any(all(a, b), c*)'],
  ['-(a OR b)', 'not(any(a, b))'],
  ['a OR', 'a'],
  ['OR a', 'a*'],
  ['(a b', 'all(a, b*)'],
  ['f(x) y', 'all(f(x), y*)'],
  ['#pricing', 'tag=pricing'],
  ['-#pricing/old', 'not(tag=pricing/old)'],
  ['tag:#pricing', 'tag=pricing'],
  ['TAG:Pricing kind:task', 'all(tag=Pricing, kind=task)'],
  ['in:/clients/', 'folder=clients'],
  ['in:"my clients" x', 'all(folder=my clients, x*)'],
  ['title:"small teams"', 'title=small teams'],
  [
    'links:[[Q3 market research]] -linked-from:[[Other one]]',
    'all(links=Q3 market research, not(linked-from=Other one))',
  ],
  ['links:Acme', 'links=Acme'],
  ['links:[[Acme', 'links=Acme'],
  ['has:task is:island', 'all(has=task, is=island)'],
  ['due:<2026-04-01', 'due<2026-04-01'],
  ['due:<=today', 'due<=today'],
  ['created:2026-04 modified:>"last week"', 'all(created=2026-04, modified>last week)'],
  ['modified:2026-01..2026-03', 'modified=2026-01..2026-03'],
  ['relation:"builds on"', 'relation=builds on'],
  ['owner:Anna "reading time":5', 'all(owner≈Anna, reading time≈5)'],
  ['(tag:a OR kind:b) x', 'all(any(tag=a, kind=b), x*)'],
  ['https://example.org/a 10:30 std::vector', 'all(https://example.org/a, 10:30, std::vector*)'],
  ['市場', '市場*'],
  ['tag:', '! tag: needs a tag right after it, such as tag:pricing.'],
  ['tag: pricing', '! tag: needs a tag right after it, such as tag:pricing.'],
  ['due:<', '! due: needs a date right after it, such as due:<2026-04-01.'],
  ['due:soon', '! “soon” is no date that due: can take; write one such as 2026-04-01, 2026-04, today or 7d.'],
  [
    'due:<2026-02-30',
    '! “2026-02-30” is no date that due: can take; write one such as 2026-04-01, 2026-04, today or 7d.',
  ],
  [
    'modified:yesteday',
    '! “yesteday” is no date that modified: can take; write one such as 2026-04-01, 2026-04, today or 7d — did you mean modified:yesterday?',
  ],
  ['is:iland', '! is: takes island, not “iland” — did you mean is:island?'],
  ['has:nothing', '! has: takes task, open-task, tag, link, date or due, not “nothing”.'],
  ['Tutorial: first steps', 'all(Tutorial:, first, steps*)'],
  ['Status: draft', 'all(Status:, draft*)'],
])('%s', (typed, drawing) => {
  expect(read(typed)).toBe(drawing)
})

test('a slip is put right in the place where it stands', () => {
  const parsed = parseQuery('pricing is:iland x')
  expect('problem' in parsed && parsed.problem).toMatchObject({ from: 8, to: 16, proposal: 'pricing is:island x' })
})

test('every part knows where it was typed', () => {
  const typed = 'one -tag:two OR "three four"'
  const parsed = parseQuery(typed)
  const root = 'query' in parsed ? parsed.query.root : undefined
  const parts = root?.kind === 'all' ? root.parts : []
  expect(parts.map(({ from, to }) => typed.slice(from, to))).toEqual(['one', '-tag:two OR "three four"'])
})

test('hostile searches end with a sentence', () => {
  expect(read('a'.repeat(2000))).toMatch(/1000 characters/)
  expect(read('a '.repeat(31))).toMatch(/30 words/)
  expect(read('('.repeat(900))).toMatch(/Brackets/)
  expect(read('-'.repeat(900))).toBe('nothing')
  expect(read('- '.repeat(400))).toBe('nothing')
  expect(read(`${'-('.repeat(400)}a`)).toMatch(/Brackets/)
})

const piece = fc.constantFrom(
  ...[
    'a',
    'well-known',
    'OR',
    '-',
    '(',
    ')',
    '"',
    ' ',
    'tag:',
    'due:',
    '<',
    '2026-04-01',
    'today',
    '[[',
    ']]',
    '#',
    ':',
    'Note',
    'has:task',
  ],
  ...['市場', '"x y":', 'links:', 'in:', 'owner:', '..', 'is:island', '\\', '\n', '\ud800', 'title:'],
)
const typed = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
)

test('whatever is typed: an answer, ranges within it, and the same again from what is printed', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseQuery(text)
      if ('problem' in parsed) {
        const { from, to, message } = parsed.problem
        expect(0 <= from && from <= to && to <= text.length && /[.?]$/.test(message)).toBe(true)
        return
      }
      const printed = printQuery(parsed.query.root)
      const again = parseQuery(printed)
      expect('query' in again ? drawn(again.query.root) : again.problem.message).toBe(drawn(parsed.query.root))
    }),
    { numRuns: 3000 },
  )
})

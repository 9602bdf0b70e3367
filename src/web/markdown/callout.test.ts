import { expect, test } from 'vitest'
import { calloutIn } from './callout.ts'

test.each([
  ['> [!note] A title', 'note', 'note', 10],
  ['>[!WARNING]- Folded', 'warn', 'WARNING', 13],
  ['> [!tip]', 'tip', 'tip', 8],
  ['> [!bug|wide] x', 'bad', 'bug', 14],
  ['> [!own-kind]+ x', 'note', 'own-kind', 15],
])('%s', (line, tone, kind, end) => {
  expect(calloutIn(line)).toMatchObject({ tone, kind, end })
})

test.each(['> plain', '> [note] x', '> x [!note]', '[!note] x', '> [!] x', '> [![a](b.png)](c)'])(
  '%s is none',
  (line) => {
    expect(calloutIn(line)).toBeUndefined()
  },
)

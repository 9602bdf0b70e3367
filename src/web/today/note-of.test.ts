import { expect, test } from 'vitest'
import { noteOf } from './note-of.ts'

const LONG = 'What the school said about the House tier is what Lowfield said in spring, word for word'

test.each([
  [' Yes/no ', 'Yes/no', '# Yes/no\n\n'],
  ['Bread\nFlour and salt', 'Bread', '# Bread\n\nFlour and salt\n'],
  [
    LONG,
    'What the school said about the House tier is what Lowfield',
    `# What the school said about the House tier is what Lowfield\n\n${LONG}\n`,
  ],
  ['Ask @[[Wen Halloran|Wen]] first', 'Ask Wen first', '# Ask Wen first\n\nAsk @[[Wen Halloran|Wen]] first\n'],
  ['研'.repeat(70), '研'.repeat(60), `# ${'研'.repeat(60)}\n\n${'研'.repeat(70)}\n`],
])('%j', (thought, title, text) => {
  expect(noteOf(thought)).toEqual({ title, text })
})

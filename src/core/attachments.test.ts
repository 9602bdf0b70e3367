import { expect, test } from 'vitest'
import { isAttachmentTarget } from './attachments.ts'
import type { LinkForm } from './note.ts'

test.each<[LinkForm, string, boolean]>([
  ['embed', 'picture.png', true],
  ['wikilink', 'Report.PDF', true],
  ['markdown', 'src/main.ts', true],
  ['wikilink', 'Node.js', false],
  ['bare', 'Node.js', false],
  ['wikilink', 'v1.2', false],
  ['wikilink', 'Mr. Smith', false],
  ['markdown', 'notes/.png', false],
  ['mention', 'Q3 market research', false],
])('%s %s', (form, target, expected) => {
  expect(isAttachmentTarget(form, target)).toBe(expected)
})

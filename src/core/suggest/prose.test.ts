import { expect, test } from 'vitest'
import { passagesOf, sentencesOf } from './prose.ts'

test.each([
  ['- [ ] Call about Heron 📅 2026-12-03', 'Call about Heron 📅 2026-12-03'],
  ['- [x] Heron', 'Heron'],
  ['1. [/] First this. Then Heron.', 'Then Heron.'],
  ['[a] Heron', '[a] Heron'],
  ['- [link](a.md) to Heron', '[link](a.md) to Heron'],
])('the sentence around a word in %j is %j', (text, sentence) => {
  const from = text.indexOf('Heron')
  const [passage] = passagesOf(text)
  const around = passage && sentencesOf(text, passage).around({ from, to: from + 'Heron'.length })
  expect(text.slice(around?.from, around?.to)).toBe(sentence)
})

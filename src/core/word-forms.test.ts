import { expect, test } from 'vitest'
import { baseForms } from './word-forms.ts'

test.each([
  ['outlining', 'outline'],
  ['tagged', 'tag'],
  ['queried', 'query'],
  ['linked', 'link'],
  ['previewing', 'preview'],
  ['configuration', 'configure'],
  ['agreement', 'agree'],
])('%s may be a form of %s', (term, base) => {
  expect(baseForms(term).some((form) => base.startsWith(form) || form === base)).toBe(true)
})

test.each(['red', 'king', 'price', '市場調査', 'straße'])('%s is a word by itself', (term) => {
  expect(baseForms(term)).toEqual([])
})

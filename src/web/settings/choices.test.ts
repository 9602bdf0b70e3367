import { expect, test } from 'vitest'
import { ageChoices, sizeChoices } from './choices.ts'

const words = (choices: readonly { readonly words: string }[]) => choices.map((choice) => choice.words).join(', ')

test('what is chosen is among what is offered, in order', () => {
  expect(words(sizeChoices(1024 ** 3))).toBe('100 MB, 500 MB, 1 GB, 5 GB, 20 GB, 100 GB')
  expect(words(sizeChoices(250 * 1024 ** 2))).toBe('100 MB, 250 MB, 500 MB, 1 GB, 5 GB, 20 GB, 100 GB')
  expect(words(ageChoices(730))).toBe('3 months, 1 year, 2 years, 5 years, 10 years, 100 years')
  expect(words(ageChoices(45))).toBe('45 days, 3 months, 1 year, 2 years, 5 years, 10 years, 100 years')
})

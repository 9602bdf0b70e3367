import { expect, test } from 'vitest'
import { typeOfAll, typeOfValue, type ValueType } from './types.ts'

test.each([
  ['12', 'number'],
  ['-0.5', 'number'],
  ['1e6', 'number'],
  ['1.2.3', 'text'],
  ['True', 'checkbox'],
  ['yes', 'text'],
  ['2026-03-29', 'date'],
  ['2026-03-29 10:30', 'datetime'],
  ['2026-03-29T10:30:00+02:00', 'datetime'],
  ['29.3.2026', 'text'],
  ['[[A note#There|so]]', 'link'],
  ['@[[A note]]', 'link'],
  ['[[A]] and [[B]]', 'text'],
  ['', 'text'],
])('%s looks like a %s', (value, type) => {
  expect(typeOfValue(value)).toBe(type)
})

test.each<[Partial<Record<ValueType, number>>, ValueType]>([
  [{}, 'text'],
  [{ number: 3 }, 'number'],
  [{ date: 9, text: 1 }, 'date'],
  [{ date: 8, text: 2 }, 'text'],
  [{ date: 5, datetime: 6 }, 'datetime'],
  [{ date: 6, datetime: 5 }, 'date'],
  [{ number: 5, checkbox: 5 }, 'text'],
])('a property with %j is a %s', (counts, type) => {
  expect(typeOfAll(new Map(Object.entries(counts) as [ValueType, number][]))).toBe(type)
})

import { expect, test } from 'vitest'
import type { Field } from '../../core/properties/fields.ts'
import { knownType, shownType, writtenType } from './shown-type.ts'

const one = (value: string, type: string): Field => ({ key: 'k', shape: 'one', value, type }) as Field

test.each([
  [one('5', 'number'), 'number', 'number'],
  [one('5', 'number'), 'text', 'text'],
  [one('five', 'text'), 'number', 'text'],
  [one('', 'text'), 'date', 'date'],
  [one('', 'text'), undefined, 'text'],
  [one('2026-03-29', 'date'), 'datetime', 'date'],
  [one('2026-03-29', 'date'), 'text', 'text'],
  [one('a', 'text'), 'list', 'list'],
  [{ key: 'k', shape: 'list', items: [] } as Field, 'text', 'list'],
  [{ key: 'k', shape: 'other', source: 'a: 1' } as Field, 'text', 'other'],
] as const)('%j where others have a %s is shown as a %s', (field, known, shown) => {
  expect(shownType(field, known)).toBe(shown)
})

test('keys are one however they are spelled', () => {
  const properties = [{ key: 'Due by', type: 'date', notes: 3 }] as const
  expect(knownType(properties, 'due-by')).toBe('date')
  expect(knownType(properties, 'due')).toBeUndefined()
})

test('what is typed into a text stays a text; a new property becomes what is typed', () => {
  expect(writtenType('text', 'number', false)).toBe('text')
  expect(writtenType('text', 'number', true)).toBe('number')
  expect(writtenType('number', 'number', false)).toBe('number')
})

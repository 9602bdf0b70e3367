import { expect, test } from 'vitest'
import { fieldValue, writtenAs } from './moments.ts'

test.each([
  ['2026-03-29T10:30', '2026-03-29T10:30', '2026-04-01T08:00'],
  ['2026-03-29 10:30:12', '2026-03-29T10:30', '2026-04-01 08:00:00'],
  ['2026-03-29T10:30:12.5Z', '2026-03-29T10:30', '2026-04-01T08:00:00Z'],
  ['2026-03-29T10:30+02:00', '2026-03-29T10:30', '2026-04-01T08:00+02:00'],
  ['', '', '2026-04-01T08:00'],
])('%s in a field is %s, and another time is written %s', (written, field, other) => {
  expect(fieldValue(written)).toBe(field)
  expect(writtenAs(written, '2026-04-01T08:00')).toBe(other)
})

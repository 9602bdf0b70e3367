import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyToRaw, dominantLineEnd, lineEdits, normalise, toNormalOffset, toRaw, toRawOffset } from './lineends.ts'

const piece = fc.constantFrom('a', 'b', 'word ', 'é', '漢', '\n', '\r\n', '\r\n', '\r', '')
const rawText = fc
  .tuple(fc.boolean(), fc.array(piece, { maxLength: 30 }))
  .map(([bom, pieces]) => (bom ? '\uFEFF' : '') + pieces.join(''))
const plainText = fc
  .array(fc.constantFrom('a', 'b', 'x', 'line ', '\n'), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('line ends', () => {
  test('an edit in one line leaves every other byte alone', () => {
    expect(toRaw('\uFEFFone\r\ntwo\nthree', 'one\ntwo and a half\nthree')).toBe('\uFEFFone\r\ntwo and a half\nthree')
  })

  test('new lines get the line end that the text uses most', () => {
    expect(dominantLineEnd('a\r\nb\r\nc\n')).toBe('\r\n')
    expect(toRaw('a\r\nb\r\nc\n', 'a\nnew\nb\nc\n')).toBe('a\r\nnew\r\nb\r\nc\n')
  })

  test('neighbouring changed lines keep their own line ends', () => {
    expect(toRaw('a\r\nb\nc\nd\n', 'A1\nB1\nc\nd\n')).toBe('A1\r\nB1\nc\nd\n')
  })

  test('a missing final newline stays missing', () => {
    expect(toRaw('a\r\nb', 'a\nb!')).toBe('a\r\nb!')
    expect(toRaw('a\r\nb', 'a\nb\nc')).toBe('a\r\nb\r\nc')
  })

  test('edits that overlap are refused with their numbers', () => {
    const overlapping = [
      { from: 0, to: 2, insert: '' },
      { from: 1, to: 3, insert: '' },
    ]
    expect(() => applyToRaw('abcd', overlapping)).toThrow('Edit 1–3')
  })

  test('unedited text comes back byte for byte', () => {
    fc.assert(fc.property(rawText, (raw) => toRaw(raw, normalise(raw)) === raw))
  })

  test('what was written is what is read back, whatever the line ends', () => {
    fc.assert(
      fc.property(rawText, plainText, (raw, edited) => {
        expect(normalise(toRaw(raw, edited))).toBe(edited)
      }),
      { numRuns: 500 },
    )
  })

  test('one edit changes the raw text only where it is', () => {
    fc.assert(
      fc.property(rawText, fc.nat(), fc.nat(), plainText, (raw, a, b, insert) => {
        const text = normalise(raw)
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        const result = applyToRaw(raw, [{ from, to, insert }])
        expect(result.startsWith(raw.slice(0, toRawOffset(raw, from)))).toBe(true)
        expect(result.endsWith(raw.slice(toRawOffset(raw, to)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('line edits make the one text out of the other', () => {
    fc.assert(
      fc.property(plainText, plainText, (before, after) => {
        expect(applyToRaw(before, lineEdits(before, after))).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  test('offsets map there and back', () => {
    fc.assert(
      fc.property(rawText, fc.nat(), (raw, seed) => {
        const offset = seed % (normalise(raw).length + 1)
        expect(toNormalOffset(raw, toRawOffset(raw, offset))).toBe(offset)
      }),
    )
  })
})

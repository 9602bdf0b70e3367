import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from './merge.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))
const base = 'one\ntwo\nthree\nfour'

describe('merging two edits of one text', () => {
  test('changes of different lines both stay', () => {
    expect(mergeTexts(base, 'ONE\ntwo\nthree\nfour', 'one\ntwo\nthree\nfour\nfive')).toEqual({
      kind: 'merged',
      text: 'ONE\ntwo\nthree\nfour\nfive',
    })
  })

  test('neighbouring lines do not overlap', () => {
    expect(mergeTexts(base, 'one\nTWO\nthree\nfour', 'one\ntwo\nTHREE\nfour')).toEqual({
      kind: 'merged',
      text: 'one\nTWO\nTHREE\nfour',
    })
  })

  test('the same line changed in two ways is a conflict', () => {
    expect(mergeTexts(base, 'one\nmine\nthree\nfour', 'one\ntheirs\nthree\nfour')).toEqual({
      kind: 'conflict',
      overlaps: 1,
    })
  })

  test('two insertions at one place are a conflict, equal ones are one', () => {
    expect(mergeTexts(base, `${base}\nmine`, `${base}\ntheirs`).kind).toBe('conflict')
    expect(mergeTexts(base, `${base}\nboth`, `${base}\nboth`)).toEqual({ kind: 'merged', text: `${base}\nboth` })
  })

  test('a deletion of a line that the other side changed is a conflict', () => {
    expect(mergeTexts(base, 'one\nthree\nfour', 'one\nTWO\nthree\nfour').kind).toBe('conflict')
  })

  test('one side alone always wins', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts(before, after, before)).toEqual({ kind: 'merged', text: after })
        expect(mergeTexts(before, before, after)).toEqual({ kind: 'merged', text: after })
      }),
    )
  })

  test('both sides count alike', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        expect(mergeTexts(before, mine, theirs).kind).toBe(mergeTexts(before, theirs, mine).kind)
      }),
      { numRuns: 500 },
    )
  })

  test('a line that either side wrote is never lost', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        const merged = mergeTexts(before, `${mine}\nfrom me`, `from them\n${theirs}`)
        if (merged.kind === 'conflict') return
        expect(merged.text).toContain('from me')
        expect(merged.text).toContain('from them')
      }),
      { numRuns: 500 },
    )
  })
})

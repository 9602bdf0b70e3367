import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '../changes.ts'
import { captureAtEnd } from './capture.ts'

const captured = (text: string, thought: string): string => applyChanges(text, [captureAtEnd(text, thought)])

describe('a thought at the end of a note', () => {
  test.each([
    ['', 'Tea', '- Tea\n'],
    ['# 2026-03-29\n\n', 'Tea', '# 2026-03-29\n\n- Tea\n'],
    ['# 2026-03-29', 'Tea', '# 2026-03-29\n\n- Tea\n'],
    ['Words.\n', 'Tea', 'Words.\n\n- Tea\n'],
    ['- Bread\n', 'Tea', '- Bread\n- Tea\n'],
    ['* Bread', 'Tea', '* Bread\n* Tea\n'],
    ['- Bread\n  and salt\n', 'Tea', '- Bread\n  and salt\n- Tea\n'],
    ['- Bread\n\n\n', 'Tea', '- Bread\n\n\n- Tea\n'],
    ['---\nkind: daily\n---\n', 'Tea', '---\nkind: daily\n---\n\n- Tea\n'],
    ['- Bread\n', ' - [ ] Buy tea ', '- Bread\n- [ ] Buy tea\n'],
    ['- Bread\n', 'Tea\r\nwith milk\n\nor not', '- Bread\n- Tea\n  with milk\n\n  or not\n'],
  ])('%j and %j', (text, thought, wanted) => {
    expect(captured(text, thought)).toBe(wanted)
  })

  test('leaves what stands there as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/\S/), (text, thought) => {
        const after = captured(text, thought)
        expect(after.startsWith(text)).toBe(true)
        expect(after.slice(text.length)).toMatch(/^\n*[-*+] .*\n$/su)
      }),
    )
  })
})

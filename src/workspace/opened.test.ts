import { expect, test } from 'vitest'
import type { NotePath } from '../core/note.ts'
import type { DismissalStore } from './dismissing.ts'
import { Opened } from './opened.ts'

const A = 'a.md' as NotePath
const B = 'b.md' as NotePath

function store(text?: string): DismissalStore & { text: string | undefined; writes: number } {
  return {
    text,
    writes: 0,
    read() {
      return this.text
    },
    write(next) {
      this.text = next
      this.writes++
    },
  }
}

test('a note was opened within so many days, the first and the last included', () => {
  const opened = new Opened()
  opened.open(A, '2026-03-10')
  const tried = ['2026-03-09', '2026-03-10', '2026-04-09', '2026-04-10'].map((day) => opened.within(30, day)(A))
  expect(tried).toEqual([false, true, true, false])
  expect(opened.within(30, '2026-03-10')(B)).toBe(false)
})

test('it is kept with the vault, written once a day for each note, and read when somebody else wrote it', () => {
  const kept = store()
  const opened = new Opened(kept)
  opened.open(A, '2026-03-10')
  opened.open(A, '2026-03-10')
  expect(kept.writes).toBe(1)
  expect(new Opened(kept).within(1, '2026-03-10')(A)).toBe(true)
  new Opened(kept).open(B, '2026-03-10')
  expect(opened.within(1, '2026-03-10')(B)).toBe(true)
  opened.open(A, '2026-03-11')
  expect(JSON.parse(kept.text ?? '')).toEqual({ opened: { 'b.md': '2026-03-10', 'a.md': '2026-03-11' } })
})

test('it goes with a note that moves', () => {
  const opened = new Opened(store())
  opened.open(A, '2026-03-10')
  opened.follow(new Map([[A, B]]))
  expect([A, B].map(opened.within(1, '2026-03-10'))).toEqual([false, true])
})

test('what is long past, or too much, is let go', () => {
  const many = Array.from({ length: 5009 }, (_, at) => [`${at}.md`, '2026-03-09'])
  const kept = store(JSON.stringify({ opened: { [A]: '2024-01-01', ...Object.fromEntries(many) } }))
  const opened = new Opened(kept)
  opened.open(B, '2026-03-10')
  const within = opened.within(9999, '2026-03-10')
  expect([A, '9.md', '10.md', '5008.md', B].map((path) => within(path as NotePath))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
})

test('a file that somebody spoilt is begun anew', () => {
  for (const text of ['', '[', '{"opened": 7}', '{"opened": {"a.md": "yesterday"}}']) {
    const kept = store(text)
    const opened = new Opened(kept)
    expect(opened.within(9999, '2026-03-10')(A)).toBe(false)
    opened.open(B, '2026-03-10')
    expect(JSON.parse(kept.text ?? '')).toEqual({ opened: { 'b.md': '2026-03-10' } })
  }
})

test('a store that cannot be written stops nobody', () => {
  const opened = new Opened({
    read: () => undefined,
    write: () => {
      throw new Error('full')
    },
  })
  expect(() => opened.open(A, '2026-03-10')).not.toThrow()
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NotePath, Revision } from '../note.ts'
import { patchOf, patchOfNew } from './patch.ts'

function applied(files: Record<string, string>, patch: string): (path: string) => string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'notly-patch-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input: patch,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const read = (path: string): string | undefined => {
      try {
        return readFileSync(join(folder, path), 'utf8')
      } catch {
        return undefined
      }
    }
    const kept = new Map([...Object.keys(files), 'to/New name.md', 'é "q".md'].map((path) => [path, read(path)]))
    return (path) => kept.get(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const change = (path: string, to: string | undefined, before: string, after: string) => ({
  path: path as NotePath,
  to: to as NotePath | undefined,
  base: '' as Revision,
  before,
  after,
})

test('git applies what is written: edits, moves, deletes, new files, odd names, odd ends', () => {
  const read = applied(
    { 'a b.md': 'one\ntwo', 'from.md': 'x\r\ny\r\n', 'gone.md': 'z\n', 'same.md': 'kept\n' },
    [
      patchOf(change('a b.md', 'a b.md', 'one\ntwo', 'one\n2\n')),
      patchOf(change('from.md', 'to/New name.md', 'x\r\ny\r\n', 'x\r\nY\r\n')),
      patchOf(change('gone.md', undefined, 'z\n', '')),
      patchOf(change('same.md', 'é "q".md', 'kept\n', 'kept\n')),
    ].join(''),
  )
  expect(read('a b.md')).toBe('one\n2\n')
  expect([read('from.md'), read('to/New name.md')]).toEqual([undefined, 'x\r\nY\r\n'])
  expect(read('gone.md')).toBeUndefined()
  expect([read('same.md'), read('é "q".md')]).toEqual([undefined, 'kept\n'])
  expect(applied({}, patchOfNew('to/New name.md', 'text'))('to/New name.md')).toBe('text')
})

test('law: whatever the texts, git applies the patch to the same result', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'c d', '-x', '+y', '@@', '\\ No'), { maxLength: 12 })
    .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && before !== '' && after !== '')
      expect(applied({ 'n.md': before }, patchOf(change('n.md', 'n.md', before, after)))('n.md')).toBe(after)
    }),
    { numRuns: 40 },
  )
})

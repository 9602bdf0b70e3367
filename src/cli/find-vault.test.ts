import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findVault } from './find-vault.ts'
import { noteName } from './note-name.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'notly-find-')))
const notes = join(root, 'notes')
const tasks = join(notes, 'tasks')
const other = join(root, 'other')
for (const folder of [join(notes, '.notly'), tasks, other]) mkdirSync(folder, { recursive: true })
writeFileSync(join(notes, 'Idea.md'), '')

afterAll(() => rmSync(root, { recursive: true }))

test('the vault asked for comes first, then $NOTLY_VAULT, then the nearest upwards, then where we stand', () => {
  const env = { NOTLY_VAULT: other }
  expect(findVault('../other', { cwd: notes, env: {} })).toBe(other)
  expect(findVault(notes, { cwd: other, env })).toBe(notes)
  expect(findVault(undefined, { cwd: tasks, env })).toBe(other)
  expect(findVault(undefined, { cwd: tasks, env: {} })).toBe(notes)
  expect(findVault(undefined, { cwd: other, env: {} })).toBe(other)
})

test('an empty $NOTLY_VAULT is none', () => {
  expect(findVault(undefined, { cwd: tasks, env: { NOTLY_VAULT: '' } })).toBe(notes)
})

test('what is not a folder is refused with what to do', () => {
  expect(() => findVault('nowhere', { cwd: root, env: {} })).toThrow(/no folder .*nowhere; check/)
  expect(() => findVault('notes/Idea.md', { cwd: root, env: {} })).toThrow(/is a file; give the folder/)
})

test('a path as a shell completes it is meant from where the user stands', () => {
  expect(noteName(['./Client presentation.md'], notes, tasks)).toBe('tasks/Client presentation.md')
  expect(noteName(['../Idea.md'], notes, tasks)).toBe('Idea.md')
  expect(noteName([join(notes, 'Idea.md')], notes, other)).toBe('Idea.md')
  expect(noteName(['../other/x.md'], notes, notes)).toBe('../other/x.md')
  expect(noteName(['Client', 'presentation'], notes, tasks)).toBe('Client presentation')
})

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { compress } from './compression.ts'
import { History } from './history.ts'
import { STEPS } from './migrations.ts'
import { revisionOf, side } from './testing/model.ts'
import { DAY, MINUTE, newFolder, Place } from './testing/place.ts'

const LINES = Array.from({ length: 60 }, (_, at) => `Line ${at} says ${Math.sin(at).toString(36)} and nothing else.`)

/** What a note says after so many edits, each of one line. */
function textAfter(edits: number): string {
  return LINES.map((line, at) => {
    const times = Math.floor((edits + LINES.length - 1 - at) / LINES.length)
    return times > 0 ? `${line} Edited ${times} times.` : line
  }).join('\n')
}

function editedPlace(edits: number, options: ConstructorParameters<typeof Place>[0] = {}): Place {
  const place = new Place(options)
  place.history.record({ kind: 'create', label: 'Create', changes: [{ after: side('A.md', textAfter(0)) }] })
  for (let at = 1; at <= edits; at++) {
    place.wait(10 * MINUTE)
    const changes = [{ before: side('A.md', textAfter(at - 1)), after: side('A.md', textAfter(at)) }]
    place.history.record({ kind: 'edit', label: 'Edit', changes })
  }
  return place
}

const isKept = (history: History, edits: number) => history.textOf(revisionOf(textAfter(edits))) === textAfter(edits)

test('every text of a note that is edited again and again is read as it was, also by another run', () => {
  const place = editedPlace(100)
  for (let at = 0; at <= 100; at++) expect(isKept(place.history, at), `after ${at} edits`).toBe(true)
  expect(isKept(place.reopen(), 77)).toBe(true)
})

test('a small edit costs a fraction of the text', () => {
  const place = editedPlace(50)
  const before = place.history.size().bytes
  const whole = compress(Buffer.from(textAfter(50))).length
  for (let at = 51; at <= 150; at++) {
    place.wait(10 * MINUTE)
    const changes = [{ before: side('A.md', textAfter(at - 1)), after: side('A.md', textAfter(at)) }]
    place.history.record({ kind: 'edit', label: 'Edit', changes })
  }
  expect((place.history.size().bytes - before) / 100).toBeLessThan(whole)
})

test('what is pruned below a text is not missed by it', () => {
  const place = editedPlace(100, { maxAge: DAY })
  place.wait(DAY - 500 * MINUTE)
  expect(place.history.prune()).toBeGreaterThan(40)
  expect(isKept(place.history, 20)).toBe(false)
  for (let at = 60; at <= 100; at++) expect(isKept(place.history, at), `after ${at} edits`).toBe(true)
})

test('a text between two that were folded into one edit is not missed by the later one', () => {
  const place = editedPlace(3)
  for (let at = 4; at <= 20; at++) {
    const changes = [{ before: side('A.md', textAfter(at - 1)), after: side('A.md', textAfter(at)) }]
    place.history.record({ kind: 'edit', label: 'Edit', changes })
  }
  expect(place.history.size().texts).toBe(4)
  expect(isKept(place.history, 20)).toBe(true)
  expect(isKept(place.history, 2)).toBe(true)
})

test('a damaged text takes those with it that are kept by it, and is never taken for another', () => {
  const place = editedPlace(10)
  place.history.close()
  const sqlite = new DatabaseSync(place.file)
  const other = compress(Buffer.from('Something else.'))
  sqlite.prepare('UPDATE text SET zstd = ? WHERE revision = ?').run(other, revisionOf(textAfter(5)))
  sqlite.close()
  const history = place.reopen()
  for (let at = 0; at <= 10; at++) {
    const text = history.textOf(revisionOf(textAfter(at)))
    if (at < 5) expect(text).toBe(textAfter(at))
    else if (at > 5) expect(text).toBeUndefined()
  }
})

test('a history of the first version is taken over with all of its texts', () => {
  const file = `${newFolder()}/.notly/history.db`
  mkdirSync(dirname(file), { recursive: true })
  const sqlite = new DatabaseSync(file)
  sqlite.exec(STEPS[0] ?? '')
  sqlite.exec('PRAGMA user_version = 1')
  const insert = sqlite.prepare('INSERT INTO text (revision, bytes, zstd) VALUES (?, ?, ?)')
  for (const text of ['', 'one', textAfter(3)])
    insert.run(revisionOf(text), Buffer.byteLength(text), compress(Buffer.from(text)))
  sqlite.close()
  const history = History.open(file)
  for (const text of ['', 'one', textAfter(3)]) expect(history.textOf(revisionOf(text))).toBe(text)
  history.close()
})

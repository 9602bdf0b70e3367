import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../core/errors.ts'
import { notePath } from '../core/path.ts'
import { Database } from './database.ts'
import { History } from './history.ts'
import { migrate, STEPS } from './migrations.ts'
import { change, revisionOf } from './testing/model.ts'
import { newFolder, Place } from './testing/place.ts'

const OPERATION = { kind: 'edit', label: 'Edit A', changes: [change('A.md: one', 'A.md: two')] } as const

function damagedFiles(file: string): string[] {
  return readdirSync(dirname(file)).filter((name) => /^history\.damaged-.*\.db$/.test(name))
}

test('a history that is only read is not written', () => {
  const place = new Place()
  place.history.record(OPERATION)
  place.history.close()
  const before = statSync(place.file, { bigint: true }).mtimeNs
  const history = History.open(place.file)
  expect(history.operations({ limit: 1 })).toHaveLength(1)
  history.close()
  expect(statSync(place.file, { bigint: true }).mtimeNs).toBe(before)
})

describe('a file that cannot be written', () => {
  const obstacles: Record<string, (file: string) => void> = {
    'a folder has its name': (file) => mkdirSync(file, { recursive: true }),
    'a file stands where its folder would be': (file) => writeFileSync(dirname(file), ''),
  }
  for (const [what, obstruct] of Object.entries(obstacles)) {
    test(`leaves a history that lasts as long as the program, and says so: ${what}`, () => {
      const file = join(newFolder(), '.notly', 'history.db')
      obstruct(file)
      const history = History.open(file)
      onTestFinished(() => history.close())
      expect(history.notice).toBe(
        `${file} cannot be written, so earlier texts are kept, and changes can be undone, only until Notly ends.`,
      )
      expect(history.record(OPERATION)).toBe(1)
      expect(history.lastUndoable() ?? history.operations({ limit: 1 })[0]).toMatchObject({ id: 1 })
    })
  }

  test('is left as it is where its user may only read it', () => {
    const place = new Place()
    place.history.record(OPERATION)
    place.history.close()
    const before = readFileSync(place.file)
    chmodSync(place.file, 0o444)
    chmodSync(dirname(place.file), 0o555)
    asOrdinaryUser(
      () => {
        const history = History.open(place.file)
        expect(history.notice).toMatch(/history\.db cannot be written, so .*\.$/)
        expect(history.operations({ limit: 1 })).toEqual([])
        history.close()
      },
      dirname(dirname(place.file)),
    )
    expect(readFileSync(place.file)).toEqual(before)
    chmodSync(dirname(place.file), 0o755)
    chmodSync(place.file, 0o644)
    expect(place.reopen().operations({ limit: 1 })).toHaveLength(1)
  })
})

/** Where the tests run as the administrator, whom no permission stops, they become an ordinary user for a while. */
function asOrdinaryUser(work: () => void, folder: string): void {
  const isAdministrator = process.getuid?.() === 0
  chmodSync(folder, 0o755)
  if (isAdministrator) process.seteuid?.(65534)
  try {
    work()
  } finally {
    if (isAdministrator) process.seteuid?.(0)
  }
}

describe('a damaged file', () => {
  test('is set aside with a sentence, and a new history begun', () => {
    const place = new Place()
    place.history.close()
    writeFileSync(place.file, 'no database at all, but long enough to be looked at as one. '.repeat(50))
    const history = place.reopen()
    expect(damagedFiles(place.file)).toEqual(['history.damaged-2026-03-29T10-00-00-000Z.db'])
    expect(history.notice).toContain('history.damaged-2026-03-29T10-00-00-000Z.db')
    expect(history.record(OPERATION)).toBe(1)
    expect(place.reopen().notice).toBeUndefined()
  })

  test('is never overwritten by the next one of the same moment', () => {
    const place = new Place()
    for (const text of ['first '.repeat(200), 'second '.repeat(200)]) {
      place.history.close()
      writeFileSync(place.file, text)
      place.reopen()
    }
    const kept = damagedFiles(place.file).map((name) =>
      readFileSync(join(dirname(place.file), name), 'utf8').slice(0, 6),
    )
    expect(kept.sort()).toEqual(['first ', 'second'])
  })

  test('is found by checking, wherever the damage is', () => {
    const place = new Place()
    place.history.record(OPERATION)
    expect(place.history.check()).toBeUndefined()
    place.history.close()
    damage(place.file)
    const history = place.reopen()
    expect(history.notice ?? history.check()).toContain('history.damaged-')
    expect(history.check()).toBeUndefined()
    expect(damagedFiles(place.file)).toHaveLength(1)
  })

  test('keeps nobody from going on', () => {
    const place = new Place()
    for (let n = 0; n < 200; n++)
      place.history.record({
        kind: 'replace',
        label: 'R',
        changes: [change(`A.md: ${n} ${Math.random()}`, `A.md: ${n + 1}`)],
      })
    place.history.close()
    const bytes = readFileSync(place.file)
    bytes.fill(0xaa, 8 * 4096)
    writeFileSync(place.file, bytes)
    const history = place.reopen()
    const id = history.record(OPERATION)
    expect(history.operation(id)?.changes[0]?.after?.text).toBe('two')
    expect(history.versionsOf(notePath('A.md')).length).toBeGreaterThan(0)
    expect(history.notice).toContain('damaged')
  })

  test('is set aside once, when two sessions meet the damage', () => {
    const place = new Place()
    place.history.record(OPERATION)
    place.history.close()
    const other = place.reopen()
    const second = History.open(place.file)
    onTestFinished(() => second.close())
    damage(place.file)
    expect([other.check(), second.check()].map((sentence) => sentence?.includes('a new one has begun'))).toEqual([
      true,
      true,
    ])
    const id = other.record(OPERATION)
    expect(second.operation(id)?.label).toBe('Edit A')
    expect(damagedFiles(place.file)).toHaveLength(1)
  })

  test('a damaged text is not taken for the text', () => {
    const place = new Place()
    const text = Array.from({ length: 400 }, (_, n) => `line ${n} ${revisionOf(String(n))}`).join('\n')
    place.history.keep(revisionOf(text), text)
    place.history.close()
    const sqlite = new DatabaseSync(place.file)
    const row = sqlite.prepare('SELECT zstd FROM text').get() as { zstd: Uint8Array }
    row.zstd[row.zstd.length >> 1] = (row.zstd[row.zstd.length >> 1] ?? 0) ^ 1
    sqlite.prepare('UPDATE text SET zstd = ?').run(row.zstd)
    sqlite.close()
    expect(place.reopen().textOf(revisionOf(text))).toBeUndefined()
  })
})

/** Overwrites the second page on: the tables, but not the header. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 2 * 4096)
  writeFileSync(file, bytes)
}

describe('migrations', () => {
  const LATER = [...STEPS, 'ALTER TABLE operation ADD COLUMN author TEXT', "UPDATE operation SET author = 'me'"]

  test('take an older file to this version, with all that it holds', () => {
    const file = join(newFolder(), 'history.db')
    const older = new Database(file)
    migrate(older, STEPS.slice(0, 1))
    older.run("INSERT INTO operation (at, kind, label) VALUES (1, 'edit', 'Edit A')")
    older.close()
    const db = new Database(file)
    migrate(db, LATER)
    expect(db.first('SELECT label, author FROM operation')).toEqual(['Edit A', 'me'])
    expect(db.number('PRAGMA user_version')).toBe(LATER.length)
    migrate(db, LATER)
    db.close()
  })

  test('stop at a step that fails, whole, and go on from there', () => {
    const db = new Database(join(newFolder(), 'history.db'))
    const failing = [...STEPS, 'CREATE TABLE half (a); SELECT no_such_function()']
    expect(() => migrate(db, failing)).toThrow('no_such_function')
    expect(db.number('PRAGMA user_version')).toBe(STEPS.length)
    expect(db.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toBe(0)
    migrate(db, LATER)
    expect(db.number('PRAGMA user_version')).toBe(LATER.length)
    db.close()
  })

  test('a file of a newer version is refused with a sentence, and left as it is', () => {
    const place = new Place()
    place.history.record(OPERATION)
    place.history.close()
    const crashed = leaveNewer(place.file)
    const before = bytesIn(dirname(crashed))
    expect(Object.keys(before)).toEqual(['history.db', 'history.db-wal'])
    expect(() => History.open(crashed)).toThrow(UserError)
    expect(() => History.open(crashed)).toThrow('update Notly')
    expect(bytesIn(dirname(crashed))).toEqual(before)
  })

  test('a file of a newer version is refused while its version is in the write-ahead log only', () => {
    const place = new Place()
    const sqlite = new DatabaseSync(place.file)
    sqlite.exec(`PRAGMA user_version = ${STEPS.length + 1}`)
    expect(() => History.open(place.file)).toThrow('update Notly')
    sqlite.exec(`PRAGMA user_version = ${STEPS.length}`)
    sqlite.close()
  })
})

/** What a newer version left when it was killed: its file, and a log that is not in the file yet. */
function leaveNewer(file: string): string {
  const crashed = join(newFolder(), 'history.db')
  const newer = new DatabaseSync(file)
  newer.exec(`PRAGMA user_version = ${STEPS.length + 1}; PRAGMA wal_checkpoint; DELETE FROM operation`)
  copyFileSync(file, crashed)
  copyFileSync(`${file}-wal`, `${crashed}-wal`)
  newer.close()
  return crashed
}

function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'base64')]))
}

test('a history in a folder that is not there makes the folder', () => {
  const file = join(newFolder(), 'deep', '.notly', 'history.db')
  History.open(file).close()
  expect(existsSync(file)).toBe(true)
})

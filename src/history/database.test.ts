import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Database } from './database.ts'

const KEPT = 'PRAGMA cache_size'

test('little of the file stays in memory, much while much is written, and little again when that fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notly-history-'))
  const db = new Database(join(folder, 'history.db'))
  onTestFinished(() => {
    db.close()
    rmSync(folder, { recursive: true })
  })
  db.configure()
  const atRest = db.number(KEPT)
  // Below zero it is kilobytes.
  expect(-atRest).toBeLessThanOrEqual(4096)
  expect(-atRest).toBeGreaterThan(0)
  expect(-db.withRoom(() => db.number(KEPT))).toBeGreaterThanOrEqual(64 * 1024)
  expect(db.number(KEPT)).toBe(atRest)
  const failing = (): never => {
    throw new Error('full')
  }
  expect(() => db.withRoom(failing)).toThrow('full')
  expect(db.number(KEPT)).toBe(atRest)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from './database.ts'

let folder = ''
let one: Database
let other: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notly-database-'))
  one = new Database(join(folder, 'index.db'))
  other = new Database(join(folder, 'index.db'))
  one.script('CREATE TABLE word (said TEXT NOT NULL UNIQUE) STRICT')
})
afterEach(() => {
  one.close()
  other.close()
  rmSync(folder, { recursive: true, force: true })
})

const say = (...words: string[]) =>
  one.write(() => {
    for (const word of words) one.run('INSERT INTO word VALUES (?)', word)
  })
const said = (db: Database) => db.all<readonly [string]>('SELECT said FROM word ORDER BY said').map(([word]) => word)

test('what is written in pieces is seen here at once, and by others when it is committed', () => {
  const commit = one.begin()
  say('a')
  say('b')
  expect([said(one), said(other)]).toEqual([['a', 'b'], []])
  commit()
  expect(said(other)).toEqual(['a', 'b'])
  say('c')
  expect(said(other)).toEqual(['a', 'b', 'c'])
})

test('a piece that fails is undone, and no other', () => {
  const commit = one.begin()
  say('a')
  expect(() => say('b', 'a')).toThrow('UNIQUE')
  say('c')
  commit()
  expect(said(other)).toEqual(['a', 'c'])
})

test('of a change that is not committed nothing stays', () => {
  one.begin()
  say('a')
  one.close()
  expect(said(other)).toEqual([])
})

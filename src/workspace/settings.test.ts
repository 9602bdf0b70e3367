import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../core/errors.ts'
import { DEFAULTS, SettingsFile } from './settings.ts'

let file = ''
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'notly-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, '.notly', 'settings.json')
})

const CHOSEN = { history: { maxBytes: 500_000_000, maxDays: 365 } }

function written(text: string): SettingsFile {
  new SettingsFile(file).change(DEFAULTS)
  writeFileSync(file, text)
  return new SettingsFile(file)
}

test('are as they were at first until somebody chooses, and nothing is written for that', () => {
  const { settings, notice } = new SettingsFile(file)
  expect([settings, notice, existsSync(file)]).toEqual([DEFAULTS, undefined, false])
})

test('are kept, with what else stands in the file', () => {
  const settings = written('{ "mine": 1, "history": { "maxDays": 60 } }')
  expect(settings.settings).toEqual({ history: { ...DEFAULTS.history, maxDays: 60 } })
  settings.change(CHOSEN)
  expect(new SettingsFile(file).settings).toEqual(CHOSEN)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ mine: 1, ...CHOSEN })
})

test.each(['{ "history": { "maxDays": 3, "maxBytes": "much" } }', '{ "history": [] }', '{ "history": null }'])(
  'are as they were at first where they make no sense: %s',
  (text) => {
    expect(written(text).settings).toEqual(DEFAULTS)
  },
)

test.each(['', '[]', '{ "history": '])('say that their file cannot be read, and leave it: %j', (text) => {
  const settings = written(text)
  expect(settings.settings).toEqual(DEFAULTS)
  expect(settings.notice).toMatch(/settings\.json cannot be read/)
  expect(() => settings.change(CHOSEN)).toThrow(UserError)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

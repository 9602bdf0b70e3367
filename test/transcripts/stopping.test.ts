import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { generateVault } from '../../bench/vault.ts'

const NOTLY = fileURLToPath(new URL('../../bin/notly.mjs', import.meta.url))
const NOTES = 6000

test('Ctrl-C while notes are read keeps what was read, and the next command goes on from there', async () => {
  const vault = mkdtempSync(join(tmpdir(), 'notly-stopping-'))
  generateVault(vault, { notes: NOTES, seed: 5 })
  const args = ['--disable-warning=ExperimentalWarning', NOTLY, 'index', '--json', '--vault', vault]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close')
  await vi.waitFor(() => expect(filesIn(vault)).toBeGreaterThan(0), { timeout: 60_000, interval: 5 })
  child.kill('SIGINT')
  const [code] = await ended
  expect(said).toMatch(/^Stopped\. [\d,]+ of 6,000 notes are read; the next command reads the other [\d,]+\.\n$/)
  expect(code).toBe(130)
  const kept = filesIn(vault)
  expect(kept).toBeLessThan(NOTES)
  expect(said).toContain(`the other ${(NOTES - kept).toLocaleString('en')}.`)
  const summary = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(summary).toMatchObject({ notes: NOTES, added: NOTES - kept, changed: 0, removed: 0 })
  rmSync(vault, { recursive: true })
})

/** Of the index, as far as it is written. */
function filesIn(vault: string): number {
  const file = join(vault, '.notly/index.db')
  if (!existsSync(file)) return 0
  const db = new DatabaseSync(file, { readOnly: true, timeout: 1000 })
  try {
    return Number(db.prepare('SELECT count(*) AS files FROM file').get()?.files)
  } catch {
    // Not there yet.
    return 0
  } finally {
    db.close()
  }
}

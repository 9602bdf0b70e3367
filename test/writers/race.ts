/**
 * `npm run crash:race [SECONDS]`: saves a note as fast as it can be saved, while another program puts a new file in its place about a hundred times
 * a second; says how many of that program's edits were lost. As it is, and as where two files cannot change places.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { notePath } from '../../src/core/path.ts'
import { type Disk, systemDisk } from '../../src/vaults/disk.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { withoutExchange } from '../../src/vaults/testing/disks.ts'

const RACER = join(import.meta.dirname, 'racer.ts')
const NOTE = notePath('Note.md')
/** After this, whatever was replaced may be looked at. Milliseconds. */
const LATER = 60_000
const milliseconds = Number(process.argv[2] ?? 30) * 1000

let lost = 0
for (const [how, disk] of [
  ['look, then rename', withoutExchange()],
  ['exchange, then look', systemDisk],
] as const) {
  const raced = await race(disk)
  lost = raced.lost
  console.log(
    `${how}: ${raced.written} edits by another program, ${raced.lost} lost; ${raced.saved} saves, ${raced.refused} refused, ${raced.seen} of them by the second look`,
  )
}
process.exitCode = lost > 0 ? 1 : 0

async function race(disk: Disk) {
  const folder = mkdtempSync(join(tmpdir(), 'notly-race-'))
  const file = join(folder, NOTE)
  try {
    writeFileSync(file, 'Begin ')
    let exchanged = 0
    const counting = { ...disk, exchange: (a: string, b: string) => disk.exchange(a, b) && ++exchanged > 0 }
    const vault = await FolderVault.open(folder, counting)
    const other = spawn(process.execPath, [RACER, file, String(milliseconds)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const said = text(other.stdout)
    const counts = { saved: 0, refused: 0 }
    while (other.exitCode === null) (await save(vault)) ? counts.saved++ : counts.refused++
    const written = Number(await said)
    const found = new Set(readFileSync(file, 'utf8').split(' '))
    await vault.takeLate(Date.now() + LATER, async (late) => {
      for (const token of late.text.split(' ')) found.add(token)
    })
    const tokens = Array.from({ length: written }, (_, nth) => `token-${nth}`)
    // Each that is given back takes a second exchange.
    const seen = exchanged === 0 ? 0 : (exchanged - counts.saved) / 2
    return { ...counts, written, seen, lost: tokens.filter((token) => !found.has(token)).length }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function save(vault: FolderVault): Promise<boolean> {
  const { text, revision } = (await vault.read(NOTE)) ?? {}
  if (text === undefined || revision === undefined) return false
  const { ok } = await vault.apply([{ kind: 'write', path: NOTE, text: `${text}mine `, base: revision }])
  return ok
}

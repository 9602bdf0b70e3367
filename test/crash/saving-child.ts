/**
 * The process that is killed while it saves: `saving-child.ts ROOT` says `ready`, waits for the number of its first save, opens the vault, saves
 * one note after the other, and tells of each when it is saved.
 */
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { FolderVault } from '../../src/vaults/folder.ts'
import { savedNote, savedText } from './saved-notes.ts'

const [root = ''] = process.argv.slice(2)
// Who is killed keeps nothing for the next, which would compile everything again.
flushCompileCache()
writeSync(1, 'ready\n')
const [first] = await once(process.stdin, 'data')
const vault = await FolderVault.open(root)
for (let nth = Number(first); ; nth++) {
  const path = savedNote(nth)
  const source = await vault.read(path)
  const text = savedText(nth)
  const result = await vault.apply([
    source === undefined ? { kind: 'create', path, text } : { kind: 'write', path, text, base: source.revision },
  ])
  if (!result.ok) throw new Error(JSON.stringify(result.conflicts))
  writeSync(1, `${nth}\n`)
}

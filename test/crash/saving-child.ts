/** The process that is killed while it saves: `saving-child.ts ROOT FIRST` saves one note after the other, and tells of each when it is saved. */
import { writeSync } from 'node:fs'
import { FolderVault } from '../../src/vaults/folder.ts'
import { savedNote, savedText } from './saved-notes.ts'

const [root = '', first = '0'] = process.argv.slice(2)
const vault = await FolderVault.open(root)
writeSync(1, 'ready\n')
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

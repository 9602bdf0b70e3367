/**
 * The process that is killed: `child.ts ROOT CHANGE NOTES` says `ready`, waits for a line, makes the change, says `done`. The change is a state of
 * the scenario, or the path of one note: to write more into it, to make it where there is none, with a minus before it to delete it.
 */
import { once } from 'node:events'
import { notePath } from '../../src/core/path.ts'
import type { Edit } from '../../src/core/vault.ts'
import { systemDisk } from '../../src/vaults/disk.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { editsTo } from './scenario.ts'

const [root = '', change = '', notes] = process.argv.slice(2)
const vault = await FolderVault.open(root)
const edits =
  change === 'old' || change === 'new' ? await editsTo(change, vault, Number(notes)) : [await editOf(change)]
// What is loaded at the first exchange is no part of a save.
systemDisk.exchange(root, root)
console.log('ready')
await once(process.stdin, 'data')
const result = await vault.apply(edits)
console.log(result.ok ? 'done' : JSON.stringify(result.conflicts))
process.exit()

async function editOf(given: string): Promise<Edit> {
  const isDeletion = given.startsWith('-')
  const path = notePath(isDeletion ? given.slice(1) : given)
  const source = await vault.read(path)
  if (source === undefined) return { kind: 'create', path, text: 'new\n' }
  if (isDeletion) return { kind: 'delete', path, base: source.revision }
  return { kind: 'write', path, text: `${source.text}more\n`, base: source.revision }
}

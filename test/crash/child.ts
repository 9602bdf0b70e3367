/** The process that is killed: `child.ts ROOT STATE NOTES` says `ready`, waits for a line, makes the change, says `done`. */
import { once } from 'node:events'
import { notePath } from '../../src/core/path.ts'
import type { Edit } from '../../src/core/vault.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { editsTo } from './scenario.ts'

const [root = '', state, notes] = process.argv.slice(2)
const vault = await FolderVault.open(root)
const edits =
  state === 'old' || state === 'new' ? await editsTo(state, vault, Number(notes)) : [await writeOf(state ?? '')]
console.log('ready')
await once(process.stdin, 'data')
const result = await vault.apply(edits)
console.log(result.ok ? 'done' : JSON.stringify(result.conflicts))
process.exit()

async function writeOf(name: string): Promise<Edit> {
  const path = notePath(name)
  const source = await vault.read(path)
  if (source === undefined) throw new Error(`There is no ${path} in the vault`)
  return { kind: 'write', path, text: `${source.text}more\n`, base: source.revision }
}

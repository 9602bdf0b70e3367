/** The process that is killed while it reads: `reading-child.ts FOLDER INDEX [BATCH]` reads a vault into an index, in threads. */
import { Index } from '../../src/index/index.ts'
import { inThreads } from '../../src/index/parser.ts'
import { sync } from '../../src/index/sync.ts'
import { FolderVault } from '../../src/vaults/folder.ts'

const [folder = '', file = '', batch = '100'] = process.argv.slice(2)
const index = await Index.open(file)
console.log('ready')
const parserOf = (notes: number) => ({ ...inThreads(notes), batch: Number(batch) })
await sync(await FolderVault.open(folder), index, undefined, { parserOf })
index.close()
console.log('done')
process.exit()

/** Makes an index from nothing in a process of its own, and says how long it took and how much memory. Takes the vault and the index's file. */
import { Index } from '../src/index/index.ts'
import { sync } from '../src/index/sync.ts'
import { FolderVault } from '../src/vaults/folder.ts'

const [folder = '', file = ''] = process.argv.slice(2)
const start = performance.now()
const vault = await FolderVault.open(folder)
const index = await Index.open(file)
await sync(vault, index)
const milliseconds = performance.now() - start
index.close()
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }))

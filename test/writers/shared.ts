import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { History } from '../../src/history/history.ts'
import { Index } from '../../src/index/index.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { Workspace } from '../../src/workspace.ts'

interface Shared {
  readonly workspace: Workspace
  readonly index: Index
  readonly history: History
}

/** A vault that several processes have open at once, with its index and history. */
export async function openShared(folder: string): Promise<Shared> {
  mkdirSync(join(folder, '.notly'), { recursive: true })
  const vault = await FolderVault.open(folder)
  const index = await Index.open(join(folder, '.notly', 'index.db'))
  const history = History.open(join(folder, '.notly', 'history.db'), { maxBytes: 2 ** 40, maxAge: 2 ** 40 })
  return { workspace: await Workspace.open(vault, index, { folder, history }), index, history }
}

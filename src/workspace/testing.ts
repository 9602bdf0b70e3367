import { Index } from '../index/index.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Workspace, type WorkspaceOptions } from '../workspace.ts'

/** A workspace over notes in memory, its index up to date. */
export async function openTestWorkspace(
  files: Readonly<Record<string, string>>,
  options: WorkspaceOptions = {},
): Promise<{ readonly vault: MemoryVault; readonly workspace: Workspace }> {
  const vault = new MemoryVault(files)
  const workspace = await Workspace.open(vault, await Index.open(':memory:'), options)
  await workspace.sync()
  return { vault, workspace }
}

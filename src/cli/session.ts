import type { Context, OpenedWorkspace, Output, Parts } from './command.ts'
import { findVault } from './find-vault.ts'
import { noteName } from './note-name.ts'
import { reading } from './reading.ts'

export interface Session {
  readonly context: Context
  close(): Promise<void>
}

/**
 * One command's view of the world; the workspace is opened when first asked for.
 * @throws {UserError} when the vault that was asked for is not a folder.
 */
export function openSession(asked: string | undefined, out: Output, parts: Parts): Session {
  const cwd = process.cwd()
  const folder = findVault(asked, { cwd, env: process.env })
  let opened: OpenedWorkspace | undefined
  const openUnsynced = async () => {
    opened = await parts.openWorkspace(folder)
    if (opened.notice !== undefined) out.aside(opened.notice)
    return opened.workspace
  }
  const openWorkspace = async () => {
    const workspace = await openUnsynced()
    await reading((update, signal) => workspace.refresh(update, signal))
    return workspace
  }
  const nameOf = (words: readonly string[]) => noteName(words, folder, cwd)
  return {
    context: { out, parts, folder, nameOf, openWorkspace, openUnsynced },
    close: async () => opened?.close(),
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { History } from '../src/history/history.ts'
import { Index } from '../src/index/index.ts'
import { FolderVault } from '../src/vaults/folder.ts'
import { Workspace } from '../src/workspace.ts'

/** Where the time of one rename goes. Milliseconds. */
export interface RenameTimes {
  readonly backlinks: number
  /** Files that it changed. */
  readonly files: number
  readonly whole: number
  readonly plan: number
  readonly apply: number
  readonly history: number
  /** Telling the index, and everyone else. */
  readonly index: number
  readonly undo: number
}

/**
 * Renames the most-linked note of a vault whose index is in its `.notly`, and takes it back.
 * No note is different afterwards.
 */
export async function timeRename(folder: string): Promise<RenameTimes> {
  const scratch = mkdtempSync(join(tmpdir(), 'notly-rename-'))
  const vault = await FolderVault.open(folder)
  const history = History.open(join(scratch, 'history.db'))
  const marks: number[] = []
  mark(vault, 'apply', marks)
  mark(history, 'record', marks)
  const index = await Index.open(join(folder, '.notly', 'index.db'))
  const workspace = await Workspace.open(vault, index, { folder, history })
  try {
    await workspace.refresh()
    const [hub] = workspace.hubs(1)
    if (hub === undefined) throw new Error('The vault has no links')
    const start = performance.now()
    const answer = await workspace.refactor({ kind: 'rename', path: hub.path, title: 'Quite another name' })
    const end = performance.now()
    if (!answer.done) throw new Error(answer.message)
    const [applying = 0, applied = 0, recording = 0, recorded = 0] = marks
    const undone = await workspace.undo()
    return {
      backlinks: hub.backlinks,
      files: undone.notes,
      whole: end - start,
      plan: applying - start,
      apply: applied - applying,
      history: recorded - recording,
      index: end - recorded,
      undo: performance.now() - end,
    }
  } finally {
    await workspace.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Notes down when each call of a method begins and ends. */
function mark<Name extends string>(
  object: { [K in Name]: (...given: never[]) => unknown },
  name: Name,
  marks: number[],
): void {
  const method = object[name].bind(object) as (...given: unknown[]) => unknown
  const marked = (...given: unknown[]): unknown => {
    marks.push(performance.now())
    const result = method(...given)
    if (!(result instanceof Promise)) marks.push(performance.now())
    return result instanceof Promise ? result.finally(() => marks.push(performance.now())) : result
  }
  Object.defineProperty(object, name, { value: marked })
}

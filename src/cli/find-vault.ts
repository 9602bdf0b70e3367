import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../core/errors.ts'

interface Place {
  readonly cwd: string
  readonly env: { readonly NOTLY_VAULT?: string | undefined }
}

/**
 * The vault that is meant: the one asked for, else `$NOTLY_VAULT`, else the nearest folder upwards that has `.notly/`, else the current folder.
 * @throws {UserError} when it is not a folder.
 */
export function findVault(asked: string | undefined, { cwd, env }: Place): string {
  const named = asked ?? (env.NOTLY_VAULT || undefined)
  return named === undefined ? (nearestWithIndex(cwd) ?? cwd) : checkFolder(resolve(cwd, expandHome(named)))
}

function nearestWithIndex(folder: string): string | undefined {
  if (statSync(join(folder, '.notly'), { throwIfNoEntry: false })?.isDirectory()) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : nearestWithIndex(parent)
}

function checkFolder(folder: string): string {
  if (!existsSync(folder)) {
    throw new UserError('invalid', `There is no folder ${folder}; check its name, or make it first.`)
  }
  if (!statSync(folder).isDirectory()) {
    throw new UserError(
      'invalid',
      `${folder} is a file; give the folder that holds your notes, such as ${dirname(folder)}.`,
    )
  }
  return folder
}

/** A shell does this by itself, but not after `=` or inside quotes. */
function expandHome(path: string): string {
  return path.replace(/^~(?=$|\/)/, homedir())
}

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const FOLDER = fileURLToPath(new URL('comparators', import.meta.url))
/** Milliseconds. */
const PATIENCE = 300_000

/** Other programs that know backlinks, each with the largest vault that it is tried on. */
export const COMPARATORS = [
  { name: 'tiddlywiki', most: 100_000 },
  { name: 'vscode', most: 100_000 },
] as const

export interface ComparedFigures {
  /** Of the note that was asked for. */
  readonly backlinks: number
  /** Milliseconds from the start of the process to the first answer, and for the same question again. */
  readonly cold: number
  readonly again: number
  readonly megabytes: number
}

let installed: Promise<boolean> | undefined

/** @returns undefined where the program cannot be installed or does not come to an end */
export async function compare(name: string, folder: string, title: string): Promise<ComparedFigures | undefined> {
  installed ??= install()
  if (!(await installed)) return undefined
  try {
    const script = `${FOLDER}/${name}.mjs`
    const { stdout } = await run(process.execPath, ['--max-old-space-size=8192', script, folder, title], {
      timeout: PATIENCE,
    })
    return JSON.parse(stdout) as ComparedFigures
  } catch (error) {
    console.error(`${name} gave no figures: ${String(error).split('\n')[0]}`)
    return undefined
  }
}

/** They are no part of Notly, so they are installed where they are wanted only. */
async function install(): Promise<boolean> {
  if (existsSync(`${FOLDER}/node_modules`)) return true
  return run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER }).then(
    () => true,
    (error: unknown) => {
      console.error(`Other programs could not be installed to compare with: ${String(error).split('\n')[0]}`)
      return false
    },
  )
}

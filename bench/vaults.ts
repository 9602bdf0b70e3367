import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The demo, and the folders of the command line, or one vault in each folder of `NOTLY_VAULTS`. */
export function foldersAsked(): string[] {
  return [fileURLToPath(new URL('../demo', import.meta.url)), ...asked()]
}

function asked(): string[] {
  const given = process.argv.slice(2)
  const around = process.env.NOTLY_VAULTS
  if (given.length > 0 || around === undefined) return given
  return readdirSync(around, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(around, entry.name))
}

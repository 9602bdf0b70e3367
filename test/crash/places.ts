import { existsSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A kill takes nothing from the system that it was given, so its memory will do as a disk, on which syncs take no time. */
const MEMORY = '/dev/shm'
const place = existsSync(MEMORY) ? MEMORY : tmpdir()

/** Of compiled code: a thousand children start, one after the other. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/notly-tests', import.meta.url))

/** A new folder in which programs are killed. */
export function makeFolder(name: string): string {
  return realpathSync(mkdtempSync(join(place, `notly-${name}-`)))
}

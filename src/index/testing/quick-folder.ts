import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Linux's own file system in memory: nothing waits for a disk there. */
const IN_MEMORY = '/dev/shm'

/** A new folder for files that need not outlive the computer: a third of the time goes into syncs else. Whoever asks removes it. */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), prefix))
}

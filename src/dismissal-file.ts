import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { DismissalStore } from './workspace/dismissing.ts'

/** What was dismissed, in a file beside the index: put in its place as a whole, so that no one reads half of it. */
export function dismissalFile(file: string): DismissalStore {
  return {
    read: () => {
      try {
        return readFileSync(file, 'utf8')
      } catch {
        return undefined
      }
    },
    write: (text) => {
      const temporary = `${file}.${process.pid}.new`
      writeFileSync(temporary, text, { flush: true })
      renameSync(temporary, file)
    },
  }
}

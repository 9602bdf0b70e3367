import { VaultError } from '../core/vault.ts'
import type { Disk } from './disk.ts'
import { HOME } from './journal.ts'
import { isAbsence, sentences } from './sentences.ts'

/** What Notly itself keeps there, and what a file browser leaves behind. */
const OWN =
  /^(?:(?:index|history)\.db.*|journal|replaced|lock.*|\.gitignore|\.DS_Store|(?:settings|dismissed|searches|opened|maps)\.json.*)$/

/**
 * A vault may come from somebody else, with a `.notly` in it that leads to other files of the user's: what Notly keeps there, it also writes over and
 * clears away. The folder may be a link to one that is empty or Notly's own; nothing in it may be a link.
 * @throws {VaultError} when it leads elsewhere
 */
export function checkHome(disk: Disk, root: string): void {
  const home = `${root}/${HOME}`
  const stat = disk.stat(home)
  if (stat === undefined) return
  try {
    const entries = disk.entries(home)
    const foreign = stat.isSymbolicLink() ? entries.find(({ name }) => !OWN.test(name)) : undefined
    if (foreign !== undefined) throw new VaultError(sentences.foreignHome(disk.realPath(home), foreign.name))
    const link = entries.find((entry) => OWN.test(entry.name) && !entry.isFile() && !entry.isDirectory())
    if (link !== undefined) throw new VaultError(sentences.linkInHome(`${HOME}/${link.name}`))
  } catch (error) {
    // A link to nowhere, or a file: then there is none.
    if (!isAbsence(error)) throw error
  }
}

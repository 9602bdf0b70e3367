import type { Dirent } from 'node:fs'
import { dirname } from 'node:path'
import { tryUnlink } from './committing.ts'
import { type Disk, isWithoutLinks, syncPath } from './disk.ts'
import { makeFolder, makeOwnFolder, removeIfEmpty } from './folders.ts'
import { courseOf, HOME, JOURNALS, type Journal } from './journal.ts'
import { isLaidOut, isOwnFolder, ownFolderName, temporaryName } from './names.ts'
import { RECORD } from './replaced.ts'
import { codeOf } from './sentences.ts'

/** A journal that is not begun yet. */
const DRAFT = 'journal'

/** Where a change of several files is laid out before it is made. */
export class Desk {
  readonly id: string
  readonly folder: string
  readonly #disk: Disk
  readonly #root: string
  readonly #device: bigint | undefined
  /** Folders that hold what is laid out. */
  readonly #used = new Set<string>()
  readonly #temporaries: string[] = []

  private constructor(disk: Disk, root: string, id: string) {
    this.#disk = disk
    this.#root = root
    this.id = id
    this.folder = `${root}/${JOURNALS}/${id}`
    makeFolder(disk, this.folder)
    this.#used.add(this.folder)
    this.#device = disk.stat(this.folder)?.dev
  }

  /** Only with the lock held. */
  static open(disk: Disk, root: string): Desk {
    return new Desk(disk, root, ownFolderName())
  }

  /** From the root of the vault. */
  get relative(): string {
    return `${JOURNALS}/${this.id}`
  }

  get draft(): string {
    return `${this.folder}/${DRAFT}`
  }

  /** A place from which a rename leads into `folder`: on the desk, or in `folder` itself when that is on another file system. */
  place(name: string, folder: string): string {
    if (this.#disk.stat(folder)?.dev === this.#device) return `${this.folder}/${name}`
    const place = `${folder}/${temporaryName()}`
    this.#used.add(folder)
    this.#temporaries.push(place)
    return place
  }

  /** The same file under a second name, or a copy of it where there is no such thing. */
  async keep(from: string, to: string): Promise<void> {
    try {
      this.#disk.link(from, to)
    } catch (error) {
      if (!isWithoutLinks(codeOf(error))) throw error
      this.#disk.copy(from, to)
      await syncPath(this.#disk, to)
    }
  }

  async sync(): Promise<void> {
    for (const folder of this.#used) await syncPath(this.#disk, folder)
  }

  async clear(journal?: Journal): Promise<void> {
    for (const temporary of this.#temporaries) tryUnlink(this.#disk, temporary)
    await clearDesk(this.#disk, this.#root, this.id, journal)
  }
}

/**
 * Makes the folders of the journal, where they are missing. The user may have led them elsewhere by a link.
 * @throws a failed system call
 */
export async function prepareJournals(disk: Disk, root: string): Promise<void> {
  for (const folder of [HOME, JOURNALS].map((each) => `${root}/${each}`))
    if (makeOwnFolder(disk, folder)) await syncPath(disk, dirname(folder))
}

/** What stays for any reason is cleared when the vault is opened next. @param journal of the desk, when it was used */
export async function clearDesk(disk: Disk, root: string, id: string, journal?: Journal): Promise<void> {
  const folder = `${root}/${JOURNALS}/${id}`
  for (const place of journal === undefined ? [] : besideFiles(journal)) tryUnlink(disk, `${root}/${place}`)
  try {
    if (isOwnFolder(id) && disk.stat(folder)?.isDirectory() === true) {
      for (const { name } of disk.entries(folder).filter(isOnDesk)) await disk.discard(`${folder}/${name}`)
      removeIfEmpty(disk, folder)
    }
    // What lay in them beside a file has kept these from being removed before.
    if (journal !== undefined) for (const each of courseOf(journal).emptied) removeIfEmpty(disk, `${root}/${each}`)
  } catch {
    // It is gone already, or stays until the vault is opened next.
  }
}

/** Nothing else is ever cleared away, whatever lies there. */
function isOnDesk({ name }: Dirent): boolean {
  return isLaidOut(name) || name === DRAFT || name === RECORD
}

function besideFiles({ takes, puts }: Journal): string[] {
  return [...takes.map(({ old }) => old), ...puts.map((put) => put.new)].filter(
    (place) => !place.startsWith(`${JOURNALS}/`),
  )
}

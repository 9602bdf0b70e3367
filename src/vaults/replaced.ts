import { closeSync } from 'node:fs'
import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Late, Source } from '../core/vault.ts'
import { tryUnlink } from './committing.ts'
import type { Disk } from './disk.ts'
import { makeOwnFolder, removeIfEmpty } from './folders.ts'
import { HOME } from './journal.ts'
import { isSameFile } from './looking.ts'
import { isInside, isLaidOut, isOwnFolder, ownFolderName } from './names.ts'
import { readOpened, readSource, useContent } from './reading.ts'
import { codeOf, isAbsence } from './sentences.ts'

/**
 * Files that another has taken the place of, or that were deleted, for a while:
 *
 *     .notly/replaced/4f…/replaced.json   what they were, and when
 *     .notly/replaced/4f…/0.old, …        the files, under a second name
 *     .notly/replaced/4f…/0.new           what is to take the place of one, until it does, and then what it took the place of
 *
 * A program that has opened a file to write it, and is held up, writes into the old one however late it is.
 */
export const REPLACED = `${HOME}/replaced`
export const RECORD = 'replaced.json'

/** So long a program may be held up between opening a file and writing it. Milliseconds. */
export const LATE_MILLISECONDS = 30_000
/** More of one process is looked at, and let go, before that. */
const MOST = { files: 2000, bytes: 64 * 1024 * 1024 }
/** So many files are held open where a file can have one name only. */
const MOST_OPEN = 16

/** A file that goes, with what was in it when it went. */
export interface Going {
  readonly path: NotePath
  /** See `printOf`. */
  readonly print: string
  /** Its name in the folder. */
  readonly name: string
  /** The print of what Notly itself lays there, which is nothing late. */
  readonly own?: string
}

interface Record {
  readonly format: 1
  /** Milliseconds since 1970. */
  readonly at: number
  readonly files: readonly Going[]
}

/** A file that is kept, as long as it is not certain that it goes. */
export interface Kept {
  /**
   * Where a file may lie that is to take its place, and where it may be taken: what is there later, and neither its text nor Notly's own, is
   * taken in like all that came late, also when the process is killed meanwhile. Undefined where no rename leads there.
   */
  readonly place: string | undefined
  /** One name is enough for what was taken, if it is the file that was kept. */
  settle(): void
  /** It has stayed in its place. */
  drop(): Promise<void>
}

interface Held {
  readonly file: number
  readonly path: NotePath
  readonly print: string
  readonly at: number
}

const NOT_KEPT: Kept = { place: undefined, settle: () => {}, drop: async () => {} }

/** What this process has put away, and what others have. */
export class Replaced {
  readonly #disk: Disk
  readonly #root: string
  /** Own ones, the oldest first. */
  readonly #own: { readonly folder: string; readonly files: number; readonly bytes: number }[] = []
  readonly #held: Held[] = []

  constructor(disk: Disk, root: string) {
    this.#disk = disk
    this.#root = root
  }

  /** Before a file goes. That it cannot be kept is no reason not to let it go. @param own print of what is to take its place */
  async keep(path: NotePath, target: string, print: string, bytes: bigint, own?: string): Promise<Kept> {
    if (!isNotePath(path)) return NOT_KEPT
    try {
      return await this.#keepByName({ path, print, name: '0.old' }, target, Number(bytes), own)
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return this.#keepOpen(path, target, print)
    }
  }

  /** Takes over a desk when its change is made; what is not named is cleared away with the rest. */
  async adopt(desk: string, id: string, files: readonly Going[], bytes: number): Promise<void> {
    if (files.length === 0) return
    const folder = `${this.#root}/${REPLACED}/${id}`
    this.#prepare()
    await writeRecord(this.#disk, desk, files)
    this.#disk.rename(desk, folder)
    await this.#remember(folder, files.length, bytes)
  }

  async #keepByName(going: Going, target: string, bytes: number, own: string | undefined): Promise<Kept> {
    this.#prepare()
    const folder = `${this.#root}/${REPLACED}/${ownFolderName()}`
    this.#disk.makeFolder(folder)
    const drop = () => clear(this.#disk, folder)
    const taken = { ...going, name: '0.new', ...(own !== undefined && { own }) }
    const [old, place] = [going, taken].map(({ name }) => `${folder}/${name}`) as [string, string]
    try {
      await writeRecord(this.#disk, folder, [going, taken])
      this.#disk.link(target, old)
    } catch (error) {
      await drop()
      throw error
    }
    await this.#remember(folder, 1, bytes)
    return { place, settle: () => this.#settle(old, place), drop }
  }

  /** Another file that was in its place, with the same text, may be open elsewhere too, and stays. */
  #settle(old: string, place: string): void {
    const [kept, taken] = [this.#disk.stat(old), this.#disk.stat(place)]
    if (kept !== undefined && taken !== undefined && isSameFile(kept, taken)) tryUnlink(this.#disk, place)
  }

  #prepare(): void {
    for (const each of [HOME, REPLACED]) makeOwnFolder(this.#disk, `${this.#root}/${each}`)
  }

  /** What has one name only can still be read by whoever has opened it; no longer than this process lives. */
  #keepOpen(path: NotePath, target: string, print: string): Kept {
    try {
      const held = { file: this.#disk.openToRead(target), path, print, at: Date.now() }
      this.#held.push(held)
      if (this.#held.length > MOST_OPEN) closeSync((this.#held.shift() as Held).file)
      const drop = async () => {
        const at = this.#held.indexOf(held)
        if (at < 0) return
        this.#held.splice(at, 1)
        closeSync(held.file)
      }
      return { ...NOT_KEPT, drop }
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return NOT_KEPT
    }
  }

  async #remember(folder: string, files: number, bytes: number): Promise<void> {
    this.#own.push({ folder, files, bytes })
    const sum = (of: 'files' | 'bytes') => this.#own.reduce((total, each) => total + each[of], 0)
    while (this.#own.length > 1 && (sum('files') > MOST.files || sum('bytes') > MOST.bytes)) {
      const { folder } = this.#own.shift() as { folder: string }
      const record = readRecord(this.#disk, folder)
      const isAsItWas = record?.files.every((going) => this.#lateIn(folder, going) === undefined)
      if (isAsItWas) await clear(this.#disk, folder)
    }
  }

  /** See `Vault.takeLate`. */
  async take(now: number, use: (late: Late) => Promise<void>): Promise<boolean> {
    let isMore = await this.#takeHeld(now, use)
    for (const name of this.#names()) {
      const folder = `${this.#root}/${REPLACED}/${name}`
      const record = readRecord(this.#disk, folder)
      const at = record?.at ?? Number(this.#disk.stat(folder)?.mtimeMs ?? 0n)
      // A clock that was set back must not keep it for years.
      if (Math.abs(now - at) < LATE_MILLISECONDS) isMore = true
      else if (await this.#takeAll(folder, record?.files ?? [], use)) await this.#forget(folder)
    }
    return isMore
  }

  /** @returns whether all may go */
  async #takeAll(folder: string, files: readonly Going[], use: (late: Late) => Promise<void>): Promise<boolean> {
    let mayGo = true
    for (const going of files) {
      const late = this.#lateIn(folder, going)
      if (late === undefined) continue
      // Nobody can tell what is no text; it stays where a person can find it.
      if (late.readOnly === undefined) await use({ path: going.path, base: going.print as Revision, text: late.text })
      else mayGo = false
    }
    return mayGo
  }

  async #takeHeld(now: number, use: (late: Late) => Promise<void>): Promise<boolean> {
    for (const held of this.#held.filter(({ at }) => Math.abs(now - at) >= LATE_MILLISECONDS)) {
      const late = isLate(readOpened(held.file, held.path), held.print)
      if (late !== undefined && late.readOnly === undefined)
        await use({ path: held.path, base: held.print as Revision, text: late.text })
      this.#held.splice(this.#held.indexOf(held), 1)
      closeSync(held.file)
    }
    return this.#held.length > 0
  }

  #lateIn(folder: string, { name, path, print, own }: Going): Source | undefined {
    const now = readSource(this.#disk, path, `${folder}/${name}`)
    return now?.revision === own ? undefined : isLate(now, print)
  }

  async #forget(folder: string): Promise<void> {
    const at = this.#own.findIndex((each) => each.folder === folder)
    if (at >= 0) this.#own.splice(at, 1)
    await clear(this.#disk, folder)
  }

  #names(): string[] {
    try {
      const entries = this.#disk.entries(`${this.#root}/${REPLACED}`)
      return entries.flatMap((entry) => (entry.isDirectory() && isOwnFolder(entry.name) ? [entry.name] : []))
    } catch (error) {
      if (isAbsence(error)) return []
      throw error
    }
  }
}

/** A file that is empty was emptied and not written, or its program never came to it: what was in it is in the history. */
function isLate(now: Source | undefined, print: string): Source | undefined {
  return now === undefined || now.revision === print || now.bytes === 0 ? undefined : now
}

/** It is not synced: when the power goes, the program that was held up goes too. */
async function writeRecord(disk: Disk, folder: string, files: readonly Going[]): Promise<void> {
  const record: Record = { format: 1, at: Date.now(), files }
  const file = await disk.open(`${folder}/${RECORD}`, 'wx')
  try {
    await file.writeFile(JSON.stringify(record), 'utf8')
  } finally {
    await file.close()
  }
}

/** @returns undefined for what no Notly has written to its end */
function readRecord(disk: Disk, folder: string): Record | undefined {
  const text = useContent(disk, `${folder}/${RECORD}`, ({ bytes }) => bytes?.toString('utf8')) ?? ''
  try {
    const record = JSON.parse(text) as Record
    const isSound = ({ path, name, print }: Going) =>
      isInside(path) && isNotePath(path) && isLaidOut(name) && typeof print === 'string'
    return typeof record.at === 'number' && record.files.every(isSound) ? record : undefined
  } catch {
    return undefined
  }
}

/** Nothing but what Notly has put there. */
async function clear(disk: Disk, folder: string): Promise<void> {
  try {
    for (const { name } of disk.entries(folder))
      if (name === RECORD || isLaidOut(name)) await disk.discard(`${folder}/${name}`)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
  }
  removeIfEmpty(disk, folder)
}

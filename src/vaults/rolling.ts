import type { BigIntStats } from 'node:fs'
import { dirname } from 'node:path'
import type { NotePath } from '../core/note.ts'
import { folderOf } from '../core/path.ts'
import { Breather } from './breathing.ts'
import { moveToFree, tryUnlink } from './committing.ts'
import { type Disk, syncPath } from './disk.ts'
import { makeFolder, refuseLink, removeIfEmpty } from './folders.ts'
import { type Course, courseOf, type Journal, type Put, type Take } from './journal.ts'
import { isSameFile, printOf, stale } from './looking.ts'
import { asideOf, foldersAbove } from './names.ts'
import { blame, Refusal } from './refusal.ts'

/**
 * `fresh` while the process that wrote the journal makes the change: every file must be as it was checked.
 * `resumed` after a crash: what has been done is left as it is, and what others have done since is never undone.
 */
export type Mood = 'fresh' | 'resumed'

/** A file, by what is in it. */
type Printed = Pick<Take | Put, 'path' | 'print'>

/** A journal on its disk. Both ways can be begun again wherever they were interrupted. */
export class Rolling {
  readonly #disk: Disk
  readonly #root: string
  readonly #journal: Journal
  readonly #course: Course
  readonly #breather = new Breather()
  /** What has been taken from its place by this process. */
  readonly #taken = new Set<Take>()

  constructor(disk: Disk, root: string, journal: Journal) {
    this.#disk = disk
    this.#root = root
    this.#journal = journal
    this.#course = courseOf(journal)
  }

  /** @throws {Refusal} when something is in the way; some files may have changed by then. */
  async forward(mood: Mood): Promise<void> {
    const { early, earlyFolders, late, emptied } = this.#course
    this.#refuseLinks()
    await this.#each(early, (take) => this.#takeAway(take, mood))
    for (const folder of earlyFolders) removeIfEmpty(this.#disk, this.#at(folder))
    for (const folder of this.#journal.folders)
      this.#blamed(folder as NotePath, () => makeFolder(this.#disk, this.#at(folder)))
    await this.#each(this.#journal.puts, (put) => this.#putInPlace(put, mood))
    await this.#each(late, (take) => this.#takeAway(take, mood))
    for (const folder of emptied) removeIfEmpty(this.#disk, this.#at(folder))
    await this.#sync()
  }

  /** Tries everything, whatever fails. @throws the first failure; some files may be changed still. */
  async back(mood: Mood): Promise<void> {
    const failures: unknown[] = []
    const attempt = (path: NotePath, work: () => void) => {
      try {
        this.#blamed(path, work)
      } catch (error) {
        failures.push(error)
      }
    }
    this.#refuseLinks()
    await this.#each(this.#journal.puts.toReversed(), (put) => attempt(put.path, () => this.#withdraw(put)))
    for (const folder of this.#journal.folders.toReversed()) removeIfEmpty(this.#disk, this.#at(folder))
    await this.#each(this.#journal.takes, (take) => attempt(take.path, () => this.#bringBack(take, mood)))
    if (failures.length > 0) throw failures[0]
    await this.#sync()
  }

  async #each<T extends Take | Put>(items: readonly T[], work: (item: T) => void): Promise<void> {
    for (const item of items) {
      this.#blamed(item.path, () => work(item))
      await this.#breather.breathe()
    }
  }

  #blamed(path: NotePath, work: () => void): void {
    try {
      work()
    } catch (error) {
      throw blame(path, error)
    }
  }

  #takeAway(take: Take, mood: Mood): void {
    if (this.#isAsItWas(take)) {
      this.#taken.add(take)
      const at = this.#at(take.at)
      if (!this.#letGo(at, asideOf(this.#at(take.old)), take)) throw this.#stale(take)
    } else if (mood === 'fresh') {
      // After a crash it has gone already, or somebody has written there since.
      throw this.#stale(take)
    }
  }

  /** What another program has put there since the last look is seen beside the old file, and goes back. @returns whether it went */
  #letGo(path: string, aside: string | undefined, expected: Printed): boolean {
    if (aside === undefined) {
      this.#disk.unlink(path)
      return true
    }
    this.#disk.rename(path, aside)
    if (!this.#isStill(expected, aside)) {
      moveToFree(this.#disk, aside, path)
      return false
    }
    tryUnlink(this.#disk, aside)
    return true
  }

  #putInPlace(put: Put, mood: Mood): void {
    const [from, to] = [this.#at(put.new), this.#at(put.at)]
    const replaced = this.#course.replaced.get(put.at)
    const waiting = this.#disk.stat(from)
    if (waiting === undefined) {
      this.#expectInPlace(put, replaced)
    } else if (mood === 'resumed' && this.#isInPlace(put, waiting)) {
      this.#disk.unlink(from)
    } else if (replaced !== undefined) {
      if (!this.#isAsItWas(replaced)) throw this.#stale(replaced)
      this.#taken.add(replaced)
      if (!this.#replace(from, to, replaced)) throw this.#stale(replaced)
    } else if (!moveToFree(this.#disk, from, to)) {
      throw new Refusal({ kind: 'exists', path: put.path, existing: put.path })
    }
  }

  /** As `#letGo`. @returns whether it was replaced */
  #replace(from: string, to: string, expected: Printed): boolean {
    const isExchanged = this.#disk.exchange(to, from)
    // To find that there is no such call may have taken its time.
    if (!this.#isStill(expected, isExchanged ? from : to)) {
      if (isExchanged) this.#disk.exchange(to, from)
      return false
    }
    if (isExchanged) tryUnlink(this.#disk, from)
    else this.#disk.rename(from, to)
    return true
  }

  /** A crash may leave a file in its place, and where it waited the same or the old one. */
  #isInPlace(put: Put, waiting: BigIntStats): boolean {
    const there = this.#stat(put.at)
    if (there === undefined) return false
    return isSameFile(there, waiting) || this.#isStill(put, this.#at(put.at))
  }

  /** A file that no longer waits is in its place, unless the desk was cleared by other hands. */
  #expectInPlace(put: Put, replaced: Take | undefined): void {
    const isLost = replaced === undefined ? this.#stat(put.at) === undefined : this.#isAsItWas(replaced)
    if (isLost && replaced?.print !== put.print) throw this.#stale(put)
  }

  #isAsItWas(take: Take): boolean {
    return this.#stat(take.at) !== undefined && this.#isStill(take, this.#at(take.at))
  }

  #isStill({ path, print }: Printed, absolute: string): boolean {
    return printOf(this.#disk, path, absolute) === print
  }

  #stale({ path, at }: Take | Put): unknown {
    return stale(this.#disk, path, this.#at(at))
  }

  #withdraw(put: Put): void {
    const to = this.#at(put.at)
    const there = this.#stat(put.at)
    if (there === undefined) return
    const replaced = this.#course.replaced.get(put.at)
    const waiting = this.#disk.stat(this.#at(put.new))
    const hasGone = waiting === undefined || (replaced !== undefined && this.#isStill(replaced, this.#at(put.new)))
    const isInPlace = hasGone ? this.#isStill(put, to) : waiting !== undefined && isSameFile(waiting, there)
    if (!isInPlace) return
    if (replaced === undefined) this.#letGo(to, asideOf(this.#at(put.new)), put)
    else if (this.#disk.stat(this.#at(replaced.old)) !== undefined) this.#replace(this.#at(replaced.old), to, put)
  }

  /** What another program has deleted meanwhile stays so; after a crash nobody can tell, and a text too many is better than one too few. */
  #bringBack(take: Take, mood: Mood): void {
    if (mood === 'fresh' && !this.#taken.has(take)) return
    const [old, at] = [this.#at(take.old), this.#at(take.at)]
    if (this.#disk.stat(old) === undefined || this.#stat(take.at) !== undefined) return
    for (const folder of foldersAbove(take.at)) makeFolder(this.#disk, this.#at(folder))
    moveToFree(this.#disk, old, at)
  }

  /** A folder that was exchanged for a link leads elsewhere; nothing is done there. */
  #refuseLinks(): void {
    const { takes, puts } = this.#journal
    const paths = new Map([...takes, ...puts].map(({ at, path }) => [folderOf(at), path]))
    for (const [folder, path] of paths) {
      let nearest = this.#at(folder)
      while (this.#disk.stat(nearest) === undefined) nearest = dirname(nearest)
      refuseLink(this.#disk, path, nearest)
    }
  }

  async #sync(): Promise<void> {
    const { takes, puts, folders } = this.#journal
    const paths = new Map<string, NotePath>()
    for (const { at, path } of [...takes, ...puts]) paths.set(folderOf(at), path)
    for (const folder of [...folders, ...this.#course.emptied]) paths.set(folderOf(folder), folder as NotePath)
    for (const [folder, path] of paths) {
      if (this.#disk.stat(this.#at(folder)) === undefined) continue
      await syncPath(this.#disk, this.#at(folder)).catch((error: unknown) => {
        throw blame(path, error)
      })
    }
  }

  /** Nothing where only another spelling of the name is. */
  #stat(place: string): BigIntStats | undefined {
    const stat = this.#disk.stat(this.#at(place))
    const isThere =
      this.#disk.tellsCaseApart || stat === undefined || this.#disk.realPath(this.#at(place)) === this.#at(place)
    return isThere ? stat : undefined
  }

  #at(place: string): string {
    return place === '' ? this.#root : `${this.#root}/${place}`
  }
}

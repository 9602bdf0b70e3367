import { constants } from 'node:fs'
import type { Disk } from './disk.ts'
import { locate, Names } from './locating.ts'
import { isComposed } from './names.ts'
import { isAbsence, isNowhere } from './sentences.ts'

/** Where opening a file cannot refuse a link at its path's end, it has to be looked at first. */
const OPENS_LINKS = constants.O_NOFOLLOW === undefined

/**
 * Finds the files of paths, never through a symbolic link. Lives as long as one stretch of work in which nothing else of this
 * program runs: each folder is looked at once.
 */
export class Finder {
  readonly #disk: Disk
  readonly #root: string
  readonly #names: Names
  readonly #folders = new Map<string, boolean>()

  constructor(disk: Disk, root: string) {
    this.#disk = disk
    this.#root = root
    this.#names = new Names(disk)
    this.#folders.set('', true)
  }

  /**
   * Most names are on disk as they are in the key: that is tried first, because reading the names of a large folder takes milliseconds.
   * @param use returns undefined where there is no regular file, and follows no link
   */
  use<T>(path: string, use: (absolute: string) => T | undefined): T | undefined {
    const direct = this.#direct(path)
    const found = direct === undefined ? undefined : use(direct)
    if (found !== undefined) return found
    const located = this.#located(path)
    return located === undefined || located === direct ? undefined : use(located)
  }

  #direct(path: string): string | undefined {
    if (!isComposed(path)) return undefined
    const slash = path.lastIndexOf('/')
    if (!this.#isFolder(slash < 0 ? '' : path.slice(0, slash))) return undefined
    const absolute = `${this.#root}/${path}`
    if (this.#disk.tellsCaseApart) return OPENS_LINKS && !this.#isFile(absolute) ? undefined : absolute
    return this.#isFile(absolute) && this.#disk.realPath(absolute) === absolute ? absolute : undefined
  }

  /** Whether all of a folder's path are folders, none a link to one. */
  #isFolder(path: string): boolean {
    let known = this.#folders.get(path)
    if (known === undefined) {
      const slash = path.lastIndexOf('/')
      const above = slash < 0 ? '' : path.slice(0, slash)
      known = this.#isFolder(above) && this.#stat(`${this.#root}/${path}`)?.isDirectory() === true
      this.#folders.set(path, known)
    }
    return known
  }

  #isFile(absolute: string): boolean {
    return this.#stat(absolute)?.isFile() === true
  }

  #stat(absolute: string) {
    try {
      return this.#disk.stat(absolute)
    } catch (error) {
      if (isNowhere(error)) return undefined
      throw error
    }
  }

  #located(path: string): string | undefined {
    try {
      const location = locate(this.#root, path, this.#names)
      return location.kind === 'file' ? location.absolute : undefined
    } catch (error) {
      if (isAbsence(error)) return undefined
      throw error
    }
  }
}

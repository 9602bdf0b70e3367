import type { BigIntStats } from 'node:fs'
import { append } from '../core/append.ts'
import type { NotePath } from '../core/note.ts'
import type { Disk } from './disk.ts'
import { IGNORE_FILE, type IgnoreRules } from './ignoring.ts'
import { mayChangeUnseen } from './revision.ts'
import { codeOf } from './sentences.ts'
import { Slices } from './slices.ts'
import { type Entry, lookInto, type Place } from './walking.ts'

interface SeenFolder {
  readonly place: Place
  /** Undefined when names may have come or gone unseen. */
  readonly state: string | undefined
  readonly files: readonly Entry[]
  readonly folders: readonly Place[]
  /** `FIELDS` numbers for each file; NaN where it may change unseen, which is like nothing. */
  readonly stats: Float64Array
}

const FIELDS = 4

export interface SweepOptions {
  readonly disk: Disk
  /** The vault's folder. */
  readonly root: Place
  readonly rules: () => IgnoreRules
  /** Changes when another folder has come to be at the root. @throws when there is none */
  readonly identify: () => string
}

/**
 * Remembers how every file of a vault looked, in some hundred bytes each, so that looking again costs one system call for each file and
 * folder: the names in a folder are read only when they have changed. Works in slices, so that it is not felt.
 */
export class Sweep {
  readonly #options: SweepOptions
  #identity = ''
  #rules: IgnoreRules | undefined
  #seen = new Map<string, SeenFolder>()

  constructor(options: SweepOptions) {
    this.#options = options
  }

  /**
   * @returns the paths that do not look as they did, undefined when there is nothing to compare with, and the processor time it took, in milliseconds
   * @throws when the root is gone; nothing is remembered then
   */
  async look(): Promise<{ readonly changed: readonly NotePath[] | undefined; readonly cost: number }> {
    const slices = new Slices()
    try {
      const isFirst = this.#begin()
      const changed = await this.#lookThrough(slices)
      const cost = slices.end()
      return { changed: isFirst || changed.has(IGNORE_FILE as NotePath) ? undefined : [...changed], cost }
    } catch (error) {
      this.#seen = new Map()
      throw error
    }
  }

  /** @returns whether all is new */
  #begin(): boolean {
    const identity = this.#options.identify()
    const rules = this.#options.rules()
    if (identity !== this.#identity || rules !== this.#rules) this.#seen = new Map()
    this.#identity = identity
    this.#rules = rules
    return this.#seen.size === 0
  }

  async #lookThrough(slices: Slices): Promise<Set<NotePath>> {
    const changed = new Set<NotePath>()
    const before = this.#seen
    const seen = new Map<string, SeenFolder>()
    const waiting = [this.#options.root]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const known = before.get(place.path)
      const folder = this.#lookAtNames(place, known, changed)
      if (folder === undefined) continue
      seen.set(place.path, folder)
      append(waiting, folder.folders)
      await this.#lookAtFiles(folder, known !== undefined, changed, slices)
    }
    for (const [path, folder] of before) if (!seen.has(path)) tellAll(folder, changed)
    this.#seen = seen
    return changed
  }

  /** @returns undefined when there is no such folder any more; one that cannot be read is as it was */
  #lookAtNames(place: Place, known: SeenFolder | undefined, changed: Set<NotePath>): SeenFolder | undefined {
    try {
      const stat = this.#options.disk.stat(place.absolute)
      if (!stat?.isDirectory()) return undefined
      const state = mayChangeUnseen(stat, Date.now()) ? undefined : `${stat.mtimeNs}-${stat.ctimeNs}-${stat.ino}`
      if (known?.state !== undefined && known.state === state) return known
      const { files, folders } = lookInto(this.#options.disk, place, this.#rules as IgnoreRules)
      const folder = { place, state, files, folders, stats: new Float64Array(files.length * FIELDS).fill(Number.NaN) }
      if (known === undefined) tellAll(folder, changed)
      else carryOver(known, folder, changed)
      return folder
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return known
    }
  }

  async #lookAtFiles(folder: SeenFolder, isKnown: boolean, changed: Set<NotePath>, slices: Slices): Promise<void> {
    const { files, stats, place } = folder
    for (const [at, { key, name }] of files.entries()) {
      if (slices.isOver) await slices.pause()
      const stat = this.#stat(`${place.absolute}/${name}`)
      if (!remember(stats, at * FIELDS, stat) && isKnown) changed.add(pathIn(place, key))
    }
  }

  #stat(absolute: string): BigIntStats | undefined {
    try {
      return this.#options.disk.stat(absolute)
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return undefined
    }
  }
}

/** Keeps how a file looks. @returns whether it looked so before */
function remember(stats: Float64Array, at: number, stat: BigIntStats | undefined): boolean {
  const isUnsure = stat !== undefined && mayChangeUnseen(stat, Date.now())
  const size = stat === undefined ? -1 : isUnsure ? Number.NaN : Number(stat.size)
  const mtime = Number(stat?.mtimeNs ?? 0n)
  const ctime = Number(stat?.ctimeNs ?? 0n)
  const ino = Number(stat?.ino ?? 0n)
  const isSame = stats[at] === size && stats[at + 1] === mtime && stats[at + 2] === ctime && stats[at + 3] === ino
  if (isSame) return true
  stats[at] = size
  stats[at + 1] = mtime
  stats[at + 2] = ctime
  stats[at + 3] = ino
  return false
}

/** What is known of the files that have stayed; those that have come or gone are told. */
function carryOver(known: SeenFolder, folder: SeenFolder, changed: Set<NotePath>): void {
  const before = new Map(known.files.map(({ key }, at) => [key, at]))
  for (const [at, { key }] of folder.files.entries()) {
    const was = before.get(key)
    if (was === undefined) changed.add(pathIn(folder.place, key))
    else folder.stats.set(known.stats.subarray(was * FIELDS, (was + 1) * FIELDS), at * FIELDS)
    before.delete(key)
  }
  for (const key of before.keys()) changed.add(pathIn(folder.place, key))
}

function tellAll({ place, files }: SeenFolder, changed: Set<NotePath>): void {
  for (const { key } of files) changed.add(pathIn(place, key))
}

function pathIn(place: Place, key: string): NotePath {
  return (place.path === '' ? key : `${place.path}/${key}`) as NotePath
}

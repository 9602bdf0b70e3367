import { opendir, realpath, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import {
  type ApplyResult,
  type Edit,
  type Known,
  type Late,
  type Listed,
  type Source,
  type Vault,
  VaultError,
} from '../core/vault.ts'
import { Breather } from './breathing.ts'
import { type Checked, check, type Step, targetOf } from './checking.ts'
import { commitOne, isSingle, tryUnlink } from './committing.ts'
import { type Disk, systemDisk } from './disk.ts'
import { checkHome } from './home.ts'
import { IgnoreFile } from './ignoring.ts'
import { commitMany } from './journalling.ts'
import { statFile } from './listing.ts'
import { Presence } from './presence.ts'
import { Reader } from './reader.ts'
import {
  isRevisedByContent,
  isUnsure,
  JUST_NOW_MILLISECONDS,
  revisionOfContent,
  SECOND_LOOK_MILLISECONDS,
} from './reading.ts'
import { recover } from './recovering.ts'
import { Refusal } from './refusal.ts'
import { Replaced } from './replaced.ts'
import { revisionOfBytes, revisionOfState } from './revision.ts'
import { codeOf, isAbsence, sentences } from './sentences.ts'
import { type FilePlace, walk } from './walking.ts'
import { type WatchOptions, watchFolder } from './watching.ts'

/** A vault in a folder of files that the user owns and that any other program may change at any time. */
export class FolderVault implements Vault {
  /** The folder's real, absolute path. */
  readonly root: string
  readonly #disk: Disk
  readonly #ignoreFile: IgnoreFile
  /** One for all work, so that pieces of work without a pause between them pause as one would. */
  readonly #breather = new Breather()
  #lastApply: Promise<unknown> = Promise.resolve()
  readonly #watching: WatchOptions
  readonly #presence: Presence
  readonly #replaced: Replaced
  /** Notes that are empty because they were saved so, here. */
  readonly #leftEmpty = new Set<NotePath>()

  private constructor(root: string, disk: Disk, watching: WatchOptions) {
    this.root = root
    this.#disk = disk
    this.#watching = watching
    this.#presence = new Presence(disk, root)
    this.#replaced = new Replaced(disk, root)
    this.#ignoreFile = new IgnoreFile(root)
  }

  /**
   * Finishes first, or takes back, what a crash has interrupted.
   * @throws {VaultError} when there is no such folder, it is a file, or it cannot be read
   */
  static async open(folder: string, disk: Disk = systemDisk, watching: WatchOptions = {}): Promise<FolderVault> {
    try {
      const root = await realpath(folder)
      if (!(await stat(root)).isDirectory()) throw new VaultError(sentences.fileAsVault(folder))
      await (await opendir(root)).close()
      checkHome(disk, root)
      await recover(disk, root)
      return new FolderVault(root, disk, watching)
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') throw new VaultError(sentences.fileAsVault(folder), { cause: error })
      if (isAbsence(error)) throw new VaultError(sentences.missingVault(folder), { cause: error })
      if (codeOf(error) === undefined) throw error
      throw new VaultError(sentences.unreadableVault(folder), { cause: error })
    }
  }

  async *list(known?: (path: NotePath) => Known | undefined): AsyncIterable<readonly Listed[]> {
    const identity = this.#presence.identify()
    const { files, temporaries } = await walk(this.#disk, this.root, this.#ignoreFile.rules(), this.#breather)
    clearForgotten(this.#disk, temporaries)
    for (let at = 0; at < files.length; ) {
      const piece: Listed[] = []
      do {
        const file = files[at++] as FilePlace
        const stat = statFile(this.#disk, file, known?.(file.path), known !== undefined)
        if (stat !== undefined) piece.push(stat)
      } while (at < files.length && !this.#breather.isDue)
      yield piece
      await this.#breather.breathe()
    }
    // A disk that was pulled out meanwhile must not look like a vault without notes.
    if (this.#presence.identify() !== identity) throw new VaultError(sentences.vanishedVault(this.root))
  }

  async read(path: NotePath): Promise<Source | undefined> {
    const [source] = await this.readMany([path])
    return source
  }

  async readMany(paths: readonly NotePath[]): Promise<readonly (Source | undefined)[]> {
    const sources = await this.#readOnce(paths)
    const unsure = sources.flatMap((source, at) => (source !== undefined && isUnsure(source, Date.now()) ? [at] : []))
    if (unsure.length > 0) {
      await setTimeout(SECOND_LOOK_MILLISECONDS)
      const again = await this.#readOnce(unsure.map((at) => paths[at] as NotePath))
      for (const [number, at] of unsure.entries()) sources[at] = again[number]
    }
    return sources
  }

  async readTexts(paths: readonly NotePath[]): Promise<readonly (string | undefined)[]> {
    const texts = await this.#each(paths, (reader, path) => reader.readText(path))
    // An empty one may be half-written, which only a second look tells.
    const empty = paths.filter((_, at) => texts[at] === '')
    if (empty.length === 0) return texts
    const again = new Map(
      await Promise.all(
        empty.map(async (path) => [path, (await this.read(path).catch(() => undefined))?.text] as const),
      ),
    )
    return paths.map((path, at) => texts[at] || again.get(path))
  }

  async #readOnce(paths: readonly NotePath[]): Promise<(Source | undefined)[]> {
    const sources = await this.#each(paths, (reader, path) => reader.read(path))
    // Where the whole folder is gone, nobody has deleted the notes.
    if (sources.includes(undefined)) this.#presence.identify()
    return sources
  }

  /** One after the other, with pauses. */
  async #each<T>(paths: readonly NotePath[], read: (reader: Reader, path: NotePath) => T): Promise<T[]> {
    const results: T[] = []
    let reader = this.#reader()
    for (const path of paths) {
      if (this.#breather.isDue) {
        await this.#breather.breathe()
        reader = this.#reader()
      }
      results.push(read(reader, path))
    }
    return results
  }

  async readBytes(path: NotePath): Promise<Uint8Array | undefined> {
    return this.#reader().readBytes(path)
  }

  #reader(): Reader {
    return new Reader(this.#disk, this.root, this.#ignoreFile.rules())
  }

  /** One at a time, so that each is checked against what the one before has left. */
  apply(edits: readonly Edit[], onProgress?: (done: number) => void): Promise<ApplyResult> {
    const result = this.#lastApply.then(() => this.#applyNow(edits, onProgress))
    this.#lastApply = result.catch(() => {})
    return result
  }

  async #applyNow(edits: readonly Edit[], onProgress?: (done: number) => void): Promise<ApplyResult> {
    this.#presence.identify()
    const checked = await this.#checkSettled(edits)
    const conflicts = checked.flatMap((each) => ('conflict' in each ? [each.conflict] : []))
    if (conflicts.length > 0) return { ok: false, conflicts }
    const steps = checked.flatMap((each) => ('step' in each ? [each.step] : []))
    try {
      await this.#commit(steps.filter(changesSomething), onProgress)
      for (const step of steps) this.#rememberEmpty(step)
      return { ok: true, revisions: revisionsAfter(this.#disk, steps) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ok: false, conflicts: [error.conflict] }
    }
  }

  /** What another program has emptied it is about to write: nobody has seen that text, and none is put in its place before. */
  async #checkSettled(edits: readonly Edit[]): Promise<readonly Checked[]> {
    const patience = Date.now() + JUST_NOW_MILLISECONDS
    for (;;) {
      const checked = await check(this.#disk, this.root, this.#ignoreFile.rules(), edits)
      const isBeingWritten = checked.some((each) => !this.#leftEmpty.has(pathOf(each)) && wasJustEmptied(each))
      if (!isBeingWritten || Date.now() > patience) return checked
      await setTimeout(SECOND_LOOK_MILLISECONDS)
    }
  }

  #commit(steps: readonly Step[], onProgress?: (done: number) => void): Promise<void> {
    const [only, ...others] = steps
    if (only !== undefined && others.length === 0 && isSingle(only))
      return commitOne(this.#disk, this.root, only, this.#replaced)
    return commitMany(this.#disk, this.root, steps, this.#replaced, onProgress)
  }

  #rememberEmpty(step: Step): void {
    if (step.kind !== 'delete' && step.text === '') this.#leftEmpty.add(step.path)
    else this.#leftEmpty.delete(step.path)
  }

  takeLate(now: number, use: (late: Late) => Promise<void>): Promise<boolean> {
    return this.#replaced.take(now, use)
  }

  async watch(onChange: (paths: readonly NotePath[] | undefined) => void): Promise<AsyncDisposable> {
    const watched = {
      disk: this.#disk,
      root: { path: '', absolute: this.root },
      rules: () => this.#ignoreFile.rules(),
      identify: () => this.#presence.identify(),
    }
    return watchFolder(watched, onChange, this.#watching)
  }
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** A temporary of one file's change lasts for milliseconds. One that is a day old was left by a crash; a younger one may be another process's. */
function clearForgotten(disk: Disk, temporaries: readonly string[]): void {
  for (const temporary of temporaries) {
    const stat = disk.stat(temporary)
    if (stat !== undefined && Number(stat.mtimeMs) + DAY_MILLISECONDS < Date.now()) tryUnlink(disk, temporary)
  }
}

function pathOf(checked: Checked): NotePath {
  return 'step' in checked ? checked.step.path : checked.conflict.path
}

function wasJustEmptied(checked: Checked): boolean {
  const now = Date.now()
  if ('step' in checked) {
    const { step } = checked
    return step.kind !== 'create' && step.stat.size === 0n && Number(step.stat.mtimeMs) > now - JUST_NOW_MILLISECONDS
  }
  const { conflict } = checked
  return conflict.kind === 'stale' && conflict.current !== undefined && isUnsure(conflict.current, now)
}

/** A file whose text and name stay the same is not touched. */
function changesSomething(step: Step): boolean {
  if (step.kind === 'write') return revisionOfBytes(step.text) !== step.base
  return step.kind !== 'move' || step.text !== undefined || targetOf(step) !== step.target
}

function revisionsAfter(disk: Disk, steps: readonly Step[]): ReadonlyMap<NotePath, Revision> {
  const revisions = new Map<NotePath, Revision>()
  for (const step of steps) {
    if (step.kind === 'delete') continue
    const path = step.kind === 'move' ? step.to : step.path
    revisions.set(path, revisionAfter(disk, path, step))
  }
  return revisions
}

function revisionAfter(disk: Disk, path: NotePath, step: Exclude<Step, { kind: 'delete' }>): Revision {
  if (step.text !== undefined && isNotePath(path)) return revisionOfBytes(step.text)
  const absolute = targetOf(step)
  const stat = disk.stat(absolute)
  if (stat !== undefined && !isRevisedByContent(path, stat)) return revisionOfState(stat)
  // It was there, and somebody else may have taken it since.
  return revisionOfContent(disk, absolute) ?? (step.kind === 'create' ? revisionOfBytes(step.text) : step.base)
}

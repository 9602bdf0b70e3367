import type { ProgressEvent } from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import type { Vault } from '../core/vault.ts'
import { isCorruption } from '../index/database.ts'
import { type Foreseen, foresee } from '../index/foreseen.ts'
import type { Index } from '../index/index.ts'
import { type Replaced, type SyncReport, sync } from '../index/sync.ts'
import type { Changes } from './changes.ts'
import type { Noticing } from './noticing.ts'
import { Reading, WORTH_TELLING } from './reading.ts'

type OnProgress = (progress: ProgressEvent) => void

/** More hints than this are a reason to compare everything: each costs as much as looking at several files that have not changed. */
const MANY = 5000
/** While many notes are read, what is shown of the vault is shown anew this often. Milliseconds. */
const SHOW_EVERY = 3000

/** One sync at a time; hints that come while one runs are taken in together after it. */
export class Syncing {
  readonly #vault: Vault
  readonly #index: Index
  readonly #changes: Changes
  readonly #onChanged: (paths: readonly NotePath[] | undefined) => void
  readonly #noticing: Pick<Noticing, 'take' | 'takeBefore'>
  readonly #progress = new Set<OnProgress>()
  readonly #reading = new Reading()
  #shownAt = 0
  #last: Promise<unknown> = Promise.resolve()
  #hints: Set<NotePath> | 'all' = new Set()
  #hinted: Promise<void> | undefined
  /** Hints that are being taken in. */
  #taking = 0

  constructor(
    vault: Vault,
    index: Index,
    changes: Changes,
    onChanged: (paths: readonly NotePath[] | undefined) => void,
    noticing: Pick<Noticing, 'take' | 'takeBefore'>,
  ) {
    this.#vault = vault
    this.#index = index
    this.#changes = changes
    this.#onChanged = onChanged
    this.#noticing = noticing
  }

  onProgress(listener: OnProgress): () => void {
    this.#progress.add(listener)
    return () => this.#progress.delete(listener)
  }

  /** Long work of whatever kind. */
  tell(progress: ProgressEvent): void {
    if (progress.total < WORTH_TELLING) return
    for (const listener of this.#progress) listener(progress)
  }

  /** How far the reading of many notes is, or where it was stopped. */
  get reading(): ProgressEvent | undefined {
    return this.#reading.now
  }

  /** Whether many notes have changed that are not taken in yet. */
  get isBehind(): boolean {
    const waiting = this.#hints === 'all' ? 0 : this.#hints.size
    return this.#reading.isLong || this.#taking + waiting >= WORTH_TELLING
  }

  /** Ends the reading of many notes; what was read stays, and nothing else is read before `readOn`. */
  stopReading(): void {
    const event = this.#reading.stop()
    if (event !== undefined) this.tell(event)
  }

  readOn(): void {
    if (this.#reading.forget()) void this.hint(undefined).catch(() => {})
  }

  /** What was just written is in the index when this resolves; while many notes are read, it comes after them. */
  async settlePaths(paths: readonly NotePath[], foreseen?: Foreseen): Promise<void> {
    if (this.#reading.isLong) void this.hint(paths).catch(() => {})
    else await this.#queue(() => this.#sync(paths, undefined, undefined, foreseen))
  }

  /** Reads notes that are about to be written, so that `settlePaths` need not. */
  foresee(texts: ReadonlyMap<NotePath, string>): Promise<Foreseen> {
    return foresee(this.#index, texts)
  }

  /** @param paths a hint; undefined compares everything */
  run(paths?: readonly NotePath[], onProgress?: OnProgress, signal?: AbortSignal): Promise<SyncReport> {
    return this.#queue(() => this.#sync(paths, onProgress, signal))
  }

  /** Takes everything in anew. */
  rebuild(onProgress?: OnProgress, signal?: AbortSignal): Promise<SyncReport> {
    return this.#queue(() => {
      this.#index.recreate()
      return this.#sync(undefined, onProgress, signal)
    })
  }

  /** Resolves when what was hinted is in the index. Paths undefined: anything may have changed. */
  hint(paths: readonly NotePath[] | undefined): Promise<void> {
    if (paths === undefined && this.#reading.isStopped) return Promise.resolve()
    if (paths === undefined || this.#hints === 'all') this.#hints = 'all'
    else for (const path of paths) this.#hints.add(path)
    this.#hinted ??= this.#queue(async () => {
      const hints = this.#hints
      this.#hints = new Set()
      this.#hinted = undefined
      this.#taking = hints === 'all' ? 0 : hints.size
      try {
        await this.#sync(hints === 'all' || hints.size > MANY ? undefined : [...hints])
      } finally {
        this.#taking = 0
      }
    })
    return this.#hinted
  }

  /** Resolves when nothing runs any more. */
  async settle(): Promise<void> {
    await this.#last
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  async #sync(
    paths?: readonly NotePath[],
    onProgress: OnProgress = () => {},
    signal?: AbortSignal,
    foreseen?: Foreseen,
  ): Promise<SyncReport> {
    const tell = (progress: ProgressEvent): void => {
      onProgress(progress)
      this.tell(this.#reading.follow(progress))
      this.#showSoon()
    }
    const report = await this.#read(paths, tell, signal, foreseen)
    this.#noticing.take(report)
    const changed = this.#changes.since(report)
    this.#onChanged(changed && [...changed.changed, ...changed.removed])
    if (changed !== undefined) this.#changes.tell(changed)
    return report
  }

  async #read(
    paths: readonly NotePath[] | undefined,
    tell: OnProgress,
    signal: AbortSignal | undefined,
    foreseen: Foreseen | undefined,
  ): Promise<SyncReport> {
    const ending = this.#reading.begin(signal)
    try {
      const onReplacing = (files: readonly Replaced[]): void => this.#noticing.takeBefore(files)
      const options = { onProgress: tell, signal: ending, onReplacing }
      return await sync(this.#vault, this.#index, paths, { ...options, foreseen }).catch((error: unknown) => {
        if (!isCorruption(error)) throw error
        this.#index.recreate()
        return sync(this.#vault, this.#index, undefined, options)
      })
    } finally {
      this.#reading.end()
    }
  }

  /** What was read so far can be found and listed before all of it is. */
  #showSoon(): void {
    const now = performance.now()
    if (!this.#reading.isLong || now - this.#shownAt < SHOW_EVERY) return
    this.#shownAt = now
    this.#onChanged(undefined)
    this.#changes.tellAll()
  }
}

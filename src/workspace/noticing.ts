import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Source, Vault } from '../core/vault.ts'
import type { History } from '../history/history.ts'
import type { GivenChange, GivenSide, KeptLink } from '../history/shapes.ts'
import type { Waiting } from '../history/waiting.ts'
import { MANY_FILES, type Replaced, type SyncReport } from '../index/sync.ts'
import { type Moved, movedIn, renamingsOf } from './outside-renames.ts'
import { RenameOffers, type RenameQuestions } from './rename-offers.ts'

/** Somebody who writes in another program saves often; what is said within this time is one change. Milliseconds. */
const GATHER = 20_000
/** Until then another Notly has written down what it did itself. Milliseconds. */
const PATIENCE = 300

/** What the index has of a note. */
export interface Indexed {
  revisionOf(path: NotePath): Revision | undefined
  linksOf(path: NotePath): readonly KeptLink[]
}

/** What a note was when it was first seen changed. */
interface Before extends Omit<Waiting, 'path'> {
  /** When that was, unless a program saw it that ended. Milliseconds since 1970. */
  readonly seen?: number
}

/**
 * What other programs do to the vault: kept in the history, and where it looks like a rename, offered as one. What is found is written
 * down before the index forgets what was before, so that an end of the program in between loses nothing of it.
 */
export class Noticing {
  readonly offers: RenameOffers
  readonly #vault: Vault
  readonly #history: History
  readonly #index: Indexed
  /** What was there when each path was first seen changed; no revision where nothing was. */
  readonly #pending = new Map<NotePath, Before>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #gathering: NodeJS.Timeout | undefined
  #held = 0

  constructor(vault: Vault, history: History, index: Indexed, questions: RenameQuestions) {
    this.offers = new RenameOffers(questions)
    this.#vault = vault
    this.#history = history
    this.#index = index
    // Found by a program that ended before it could say so.
    for (const { path, ...before } of history.waiting()) this.#pending.set(path, before)
  }

  /** What a sync is about to take in, whoever did it. */
  takeBefore(files: readonly Replaced[]): void {
    const others = files.filter(({ path, after }) => isNotePath(path) && !this.#isKnown(path, after))
    const waiting = others.map(({ path, before }): Waiting => {
      const isKept = before === undefined || this.#history.has(before.revision)
      const links = isKept ? undefined : this.#index.linksOf(path)
      return { path, revision: before?.revision, modified: before?.modified, links }
    })
    if (waiting.length === 0) return
    this.#history.keepWaiting(waiting)
    const seen = Date.now()
    for (const { path, ...before } of waiting)
      if (!this.#pending.has(path)) this.#pending.set(path, { ...before, seen })
  }

  /** What a sync found changed, whoever did it. */
  take({ added, changed, removed, before, fresh }: SyncReport): void {
    if (fresh) this.#takeMissed()
    if (this.#pending.size > 0) this.#gather()
    if (fresh || added.length + changed.length + removed.length > MANY_FILES) return
    if (this.#held === 0)
      this.#offerLater(
        movedIn(
          removed.map((path) => [path, before.get(path)]),
          added.map((path) => [path, this.#index.revisionOf(path)]),
        ),
      )
  }

  /** A new index does not know what was before: what the history knows otherwise was changed while nobody looked. */
  #takeMissed(): void {
    const missed = this.#history.knownPaths().flatMap((path): Waiting[] => {
      const revision = this.#history.presentOf(path)?.revision
      if (revision === this.#index.revisionOf(path)) return []
      return [{ path, revision, modified: undefined, links: undefined }]
    })
    if (missed.length > MANY_FILES) return
    for (const { path, ...before } of missed) if (!this.#pending.has(path)) this.#pending.set(path, before)
  }

  /** While Notly changes the vault itself nothing is noticed of that; before, everything that was is kept. */
  async during<T>(places: readonly NotePath[], work: () => Promise<T>): Promise<T> {
    await this.flush().catch(() => {})
    this.#held++
    try {
      return await work()
    } finally {
      this.#held--
      for (const path of places) this.#pending.delete(path)
    }
  }

  /** Keeps what was noticed. */
  async flush(): Promise<void> {
    if (this.#held > 0 || this.#pending.size === 0) return
    const pending = [...this.#pending]
    this.#pending.clear()
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    try {
      await this.#keep(pending)
    } catch (error) {
      for (const [path, before] of pending) if (!this.#pending.has(path)) this.#pending.set(path, before)
      throw error
    }
  }

  async #keep(pending: readonly (readonly [NotePath, Before])[]): Promise<void> {
    const changes: GivenChange[] = []
    const heard = this.#history.lastHeardOf()
    for (const [path, before] of pending) {
      const change = await this.#changeOf(path, before, heard)
      if (change !== undefined) changes.push(change)
    }
    if (changes.length > 0)
      this.#history.record({ kind: 'outside', label: 'Changed by another program', changes: joinMoves(changes) })
    this.#history.forgetWaiting(pending.map(([path]) => path))
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await this.flush().catch(() => {})
    clearTimeout(this.#gathering)
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      // What cannot be read now is noticed when it can be.
      void this.flush().catch(() => {})
      if (this.#pending.size > 0) this.#gather()
    }, GATHER).unref()
  }

  /** @returns undefined where nothing is different in the end, or the history knows: it was Notly, here or in another process. */
  async #changeOf(
    path: NotePath,
    { revision, modified, links, seen = 0 }: Before,
    heard: number,
  ): Promise<GivenChange | undefined> {
    const now = await this.#vault.read(path)
    if (now?.revision === revision || this.#isKnown(path, now?.revision)) return undefined
    return {
      before: revision === undefined ? undefined : { path, revision },
      after: now && sideOf(now),
      // A file that is gone has no time.
      at: now ? timeOf(now, Math.max(heard, modified ?? 0)) : seen > heard ? seen : undefined,
      links,
    }
  }

  #isKnown(path: NotePath, revision: Revision | undefined): boolean {
    const known = this.#history.presentOf(path)
    return known !== undefined && known.revision === revision
  }

  #offerLater(moved: readonly Moved[]): void {
    if (moved.length === 0) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void this.#offer(moved).catch(() => {})
    }, PATIENCE).unref()
    this.#timers.add(timer)
  }

  async #offer(moved: readonly Moved[]): Promise<void> {
    const others = moved.filter(({ to, revision }) => !this.#isKnown(to, revision))
    for (const renaming of renamingsOf(others)) await this.offers.add(renaming)
  }
}

/** A file says when it was written, unless it says what cannot be: it was copied with its time, or a clock is wrong. */
function timeOf({ modified }: Source, before: number): number | undefined {
  return modified > before && modified <= Date.now() ? Math.round(modified) : undefined
}

/** A text that cannot be written back as it is read is not kept. */
function sideOf({ path, revision, text, readOnly }: Source): GivenSide {
  return readOnly === undefined ? { path, revision, text } : { path, revision }
}

/** A note that went and one of the same text that came are one note that moved. */
function joinMoves(changes: readonly GivenChange[]): readonly GivenChange[] {
  const moves = movedIn(
    changes.flatMap(({ before, after }) => (before && !after ? [[before.path, before.revision] as const] : [])),
    changes.flatMap(({ before, after }) => (after && !before ? [[after.path, after.revision] as const] : [])),
  )
  const target = new Map(moves.map(({ from, to }) => [from, to]))
  const arrived = new Map(
    changes.flatMap(({ before, after }) => (after && !before ? [[after.path, after] as const] : [])),
  )
  const moved = new Set(target.values())
  return changes.flatMap((change): GivenChange[] => {
    if (change.before === undefined && change.after !== undefined && moved.has(change.after.path)) return []
    const to = change.before && target.get(change.before.path)
    return [to === undefined ? change : { ...change, after: arrived.get(to) }]
  })
}

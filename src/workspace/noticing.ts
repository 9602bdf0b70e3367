import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Source, Vault } from '../core/vault.ts'
import type { History } from '../history/history.ts'
import type { GivenChange, GivenSide } from '../history/shapes.ts'
import type { SyncReport } from '../index/sync.ts'
import { type Moved, movedIn, renamingsOf } from './outside-renames.ts'
import { RenameOffers, type RenameQuestions } from './rename-offers.ts'

/** More at once than this is another copy of the vault, not somebody's work: nothing of it is kept. */
const MANY = 1000
/** Somebody who writes in another program saves often; what is said within this time is one change. Milliseconds. */
const GATHER = 20_000
/** Until then another Notly has written down what it did itself. Milliseconds. */
const PATIENCE = 300

/** What other programs do to the vault: kept in the history, and where it looks like a rename, offered as one. */
export class Noticing {
  readonly offers: RenameOffers
  readonly #vault: Vault
  readonly #history: History
  readonly #revisionOf: (path: NotePath) => Revision | undefined
  /** What was there when each path was first seen changed; undefined where nothing was. */
  readonly #pending = new Map<NotePath, Revision | undefined>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #gathering: NodeJS.Timeout | undefined
  #held = 0

  constructor(
    vault: Vault,
    history: History,
    revisionOf: (path: NotePath) => Revision | undefined,
    questions: RenameQuestions,
  ) {
    this.offers = new RenameOffers(questions)
    this.#vault = vault
    this.#history = history
    this.#revisionOf = revisionOf
  }

  /** What a sync found changed, whoever did it. */
  take({ added, changed, removed, before, fresh }: SyncReport): void {
    if (fresh || added.length + changed.length + removed.length > MANY) return
    for (const path of [...added, ...changed, ...removed])
      if (isNotePath(path) && !this.#pending.has(path)) this.#pending.set(path, before.get(path))
    if (this.#pending.size > 0) this.#gather()
    if (this.#held === 0)
      this.#offerLater(
        movedIn(
          removed.map((path) => [path, before.get(path)]),
          added.map((path) => [path, this.#revisionOf(path)]),
        ),
      )
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
      for (const [path, revision] of pending) if (!this.#pending.has(path)) this.#pending.set(path, revision)
      throw error
    }
  }

  async #keep(pending: readonly (readonly [NotePath, Revision | undefined])[]): Promise<void> {
    const changes: GivenChange[] = []
    for (const [path, revision] of pending) {
      const change = await this.#changeOf(path, revision)
      if (change !== undefined) changes.push(change)
    }
    if (changes.length === 0) return
    this.#history.record({ kind: 'outside', label: 'Changed by another program', changes: joinMoves(changes) })
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
  async #changeOf(path: NotePath, revision: Revision | undefined): Promise<GivenChange | undefined> {
    const now = await this.#vault.read(path)
    if (now?.revision === revision || this.#isKnown(path, now?.revision)) return undefined
    return {
      before: revision === undefined ? undefined : { path, revision },
      after: now && sideOf(now),
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
    return [to === undefined ? change : { before: change.before, after: arrived.get(to) }]
  })
}

import { setImmediate } from 'node:timers/promises'
import { foldName } from '../core/fold.ts'
import type { NotePath, Revision } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { isNotePath, stemOf } from '../core/path.ts'
import { resolveKeys } from '../core/resolve.ts'
import type { History } from '../history/history.ts'
import type { Move, PastMove, UnreadChange, UnreadOperation } from '../history/links.ts'
import type { KeptLink, KeptLinkChange, OperationKind } from '../history/shapes.ts'
import { type Answering, answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { linksOf } from '../index/links.ts'

/** So long after a change its links are looked for. Milliseconds. */
const SOON = 3000
/** Of looking without a pause. Milliseconds. */
const SLICE = 8

/** Operations in which links only follow what is called otherwise or is elsewhere. */
const FOLLOWING: ReadonlySet<OperationKind> = new Set([
  'rename',
  'move',
  'rename-heading',
  'rename-tag',
  'rename-block',
  'rename-label',
])

interface Differing {
  readonly path: NotePath
  readonly at: number
  readonly made: Map<string, KeptLink>
  readonly removed: Map<string, KeptLink>
}

/**
 * Looks for the links that operations made and removed, in their texts, and keeps them in the history. Operations come one after
 * the other and each once, so what is kept is what their texts say, whoever was running when.
 */
export class LinkKeeping {
  readonly #history: History
  readonly #db: () => Database
  #reading: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(history: History, db: () => Database) {
    this.#history = history
    this.#db = db
  }

  /** Looks when nobody waits. */
  soon(): void {
    // What cannot be looked at now is looked at when it is asked for.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.upToDate().catch(() => {})
    }, SOON).unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** @returns what the operation that is still open made and removed by now, which is not kept yet */
  async upToDate(): Promise<readonly KeptLinkChange[]> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined
    })
    await this.#reading
    const open = this.#history.nextUnread()
    return open?.isOpen === true ? this.#linksOf(open, new EarlierNames(this.#history.pastMoves())) : []
  }

  async #readAll(): Promise<void> {
    let earlier: EarlierNames | undefined
    for (;;) {
      const operation = this.#history.nextUnread()
      if (operation === undefined || operation.isOpen) return
      // Moves that come while this goes on are of operations that are still to be read.
      earlier ??= new EarlierNames(this.#history.pastMoves())
      this.#history.keepLinks(operation.id, await this.#linksOf(operation, earlier), movesIn(operation))
    }
  }

  async #linksOf(operation: UnreadOperation, earlier: EarlierNames): Promise<KeptLinkChange[]> {
    if (FOLLOWING.has(operation.kind)) return []
    const meaning = new Meaning(this.#db(), earlier, operation.id)
    const follow = new Map(movesIn(operation).map(({ from, to }) => [from, to]))
    const differences: Differing[] = []
    let begun = performance.now()
    for (const change of operation.changes) {
      if (performance.now() - begun > SLICE) {
        await setImmediate()
        begun = performance.now()
      }
      const difference = this.#difference(change, meaning, follow)
      if (difference !== undefined) differences.push(difference)
    }
    leaveOutMerged(operation, differences)
    return differences.flatMap(({ path, at, made, removed }) => [
      ...[...made.values()].map((link) => ({ ...link, source: path, at, isMade: true })),
      ...[...removed.values()].map((link) => ({ ...link, source: path, at, isMade: false })),
    ])
  }

  /** @returns undefined where one of the texts is not known: that is not guessed at */
  #difference(change: UnreadChange, meaning: Meaning, follow: ReadonlyMap<NotePath, NotePath>): Differing | undefined {
    const { at, before, after } = change
    const path = (after ?? before)?.path
    if (path === undefined || !isNotePath(path)) return undefined
    const old = before === undefined ? [] : this.#linksBefore(change, before, meaning)
    const now = after === undefined ? [] : this.#linksAt(after.path, after.revision, meaning)
    if (old === undefined || now === undefined) return undefined
    const [had, has] = [byKey(followed(old, follow), path), byKey(followed(now, follow), path)]
    return { path, at, made: without(has, had), removed: without(had, has) }
  }

  /** By the last text that the history knew, so that what nobody told of in between counts too. */
  #linksBefore(
    { last, links }: UnreadChange,
    { path, revision }: { readonly path: NotePath; readonly revision: Revision },
    meaning: Meaning,
  ): readonly KeptLink[] | undefined {
    const known = last === undefined || last === revision ? undefined : this.#linksAt(path, last, meaning)
    return known ?? links ?? this.#linksAt(path, revision, meaning)
  }

  #linksAt(path: NotePath, revision: Revision, meaning: Meaning): KeptLink[] | undefined {
    const text = this.#history.textOf(revision)
    return text === undefined ? undefined : meaning.linksIn(path, text)
  }
}

/** Notes by stems that they have no more. */
class EarlierNames {
  readonly #moves: readonly PastMove[]
  readonly #byStem: ReadonlyMap<string, readonly PastMove[]>

  constructor(moves: readonly PastMove[]) {
    this.#moves = moves
    this.#byStem = Map.groupBy(moves, ({ from }) => foldName(stemOf(from)))
  }

  /** Where the note was when an operation was done that had this stem then, or before. */
  placeOf(stem: string, operation: number): NotePath | undefined {
    const moves = this.#byStem.get(foldName(stem)) ?? []
    const later = moves.find((move) => move.operation >= operation)
    if (later !== undefined) return later.from
    const last = moves.at(-1)
    if (last === undefined) return undefined
    return this.#moves
      .slice(this.#moves.indexOf(last) + 1)
      .filter((move) => move.operation < operation)
      .reduce((place, { from, to }) => (from === place ? to : place), last.to)
  }
}

/** What links mean, also those that call a note by a name that it has no more. */
class Meaning {
  readonly #answering: (key: string) => Answering[]
  readonly #earlier: EarlierNames
  readonly #operation: number

  constructor(db: Database, earlier: EarlierNames, operation: number) {
    this.#answering = answeringIn(db)
    this.#earlier = earlier
    this.#operation = operation
  }

  linksIn(path: NotePath, text: string): KeptLink[] {
    return parseNote(path, text).links.flatMap(({ form, target: written, keys }) => {
      if (keys.length === 0) return []
      const chosen = resolveKeys(keys, path, this.#answering)?.chosen
      const target = chosen?.path ?? this.#earlierOf(keys)
      if (target === undefined && form === 'bare') return []
      return [{ target, name: chosen?.title ?? written }]
    })
  }

  #earlierOf(keys: readonly { readonly key: string }[]): NotePath | undefined {
    for (const { key } of keys) {
      const place = this.#earlier.placeOf(stemOf(key), this.#operation)
      if (place !== undefined) return place
    }
    return undefined
  }
}

/** What the index has of a note's links. */
export function keptLinksOf(db: Database, path: NotePath): KeptLink[] {
  return linksOf(db, path).map(({ resolved, title, target }) => ({
    target: (resolved as NotePath | null) ?? undefined,
    name: title ?? target,
  }))
}

function movesIn({ changes }: UnreadOperation): Move[] {
  return changes.flatMap(({ before, after }) =>
    before === undefined || after === undefined || before.path === after.path
      ? []
      : [{ from: before.path, to: after.path }],
  )
}

function followed(links: readonly KeptLink[], follow: ReadonlyMap<NotePath, NotePath>): KeptLink[] {
  return links.map((link) => ({ ...link, target: (link.target && follow.get(link.target)) ?? link.target }))
}

/** Each once; those of a note to itself are none. */
function byKey(links: readonly KeptLink[], source: NotePath): Map<string, KeptLink> {
  const found = new Map<string, KeptLink>()
  for (const link of links) {
    const key = link.target ?? foldName(link.name)
    if (link.target !== source && !found.has(key)) found.set(key, link)
  }
  return found
}

function without(links: ReadonlyMap<string, KeptLink>, others: ReadonlyMap<string, KeptLink>): Map<string, KeptLink> {
  return new Map([...links].filter(([key]) => !others.has(key)))
}

/**
 * Where notes became one, or one became two again, the links of the one that went are those of the other, and links to it go there:
 * none was made or removed.
 */
function leaveOutMerged({ kind, changes }: UnreadOperation, differences: readonly Differing[]): void {
  if (kind !== 'merge') return
  const goneOrCome = changes.flatMap(({ before, after }) =>
    before === undefined ? (after?.path ?? []) : after === undefined ? before.path : [],
  )
  for (const path of goneOrCome) {
    const own = differences.find((each) => each.path === path)
    for (const { made, removed } of differences) {
      if (own !== undefined && made !== own.made) {
        for (const key of own.removed.keys()) made.delete(key)
        for (const key of own.made.keys()) removed.delete(key)
      }
      if (removed.delete(path)) deleteFirst(made)
      if (made.delete(path)) deleteFirst(removed)
    }
    own?.made.clear()
    own?.removed.clear()
  }
}

function deleteFirst(links: Map<string, KeptLink>): void {
  for (const key of links.keys()) return void links.delete(key)
}

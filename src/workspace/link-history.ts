import { dayOfTime } from '../core/days.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import { stemOf } from '../core/path.ts'
import { keysOfTarget, resolveKeys } from '../core/resolve.ts'
import type { LinkChange } from '../core/review/answers.ts'
import type { History } from '../history/history.ts'
import type { KeptLinkChange } from '../history/shapes.ts'
import { type Answering, answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { countDistinctLinks } from '../index/distinct-links.ts'
import { linksOf } from '../index/links.ts'
import type { Period } from '../index/review.ts'
import type { LinkKeeping } from './link-keeping.ts'

export interface LinkHistory {
  readonly made: Some
  readonly removed: Some
}

/** How many there are, and the latest of them. */
interface Some {
  readonly count: number
  readonly links: readonly LinkChange[]
}

export interface LinkSources {
  readonly db: Database
  readonly history: History
  readonly linkKeeping: Pick<LinkKeeping, 'upToDate'>
}

/**
 * Links that came and went in a period: those that the history keeps, what came and went again left out, and of notes dated in the
 * period the links whose making nobody saw: they are as old as their notes.
 * @param written paths of the notes dated in the period, the newest first
 * @param most links that are listed
 */
export async function linkHistory(
  { db, history, linkKeeping }: LinkSources,
  period: Period,
  written: readonly NotePath[],
  most: number,
): Promise<LinkHistory> {
  const open = await linkKeeping.upToDate()
  return db.read(() => {
    const { since, until } = period
    const world = new World(db, history, open)
    const changes = [...history.linkChanges(since, until), ...open.filter(({ at }) => at >= since && at < until)]
    const sums = [...sum(changes, world)]
    const made = sums.filter(({ sum }) => sum > 0)
    const removed = sums.filter(({ sum }) => sum < 0)
    const unseen = unseenLinks(world, written, most)
    return {
      made: {
        count: made.length + unseen.count,
        links: latest([...made.map((one) => world.say(one)), ...unseen.links], most),
      },
      removed: {
        count: removed.length,
        links: latest(
          removed.map((one) => world.say(one)),
          most,
        ),
      },
    }
  })
}

function latest(links: readonly LinkChange[], most: number): LinkChange[] {
  return links.toSorted(latestFirst).slice(0, most)
}

function latestFirst(a: LinkChange, b: LinkChange): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : a.source < b.source ? -1 : a.source > b.source ? 1 : 0
}

interface Meant {
  readonly key: string
  /** Null where no note answers now. */
  readonly resolved: NotePath | null
  readonly name: string
}

/** How often a link was made, less how often it was removed, and when it was last. */
interface Sum {
  readonly source: NotePath
  readonly link: Meant
  sum: number
  made: number
  removed: number
}

function sum(changes: readonly KeptLinkChange[], world: World): Iterable<Sum> {
  const sums = new Map<string, Sum>()
  for (const change of changes) {
    const { source, at, isMade } = change
    const link = world.meaningOf(change)
    if (link.resolved === source) continue
    const id = `${source}\n${link.key}`
    const one = sums.get(id) ?? { source, link, sum: 0, made: 0, removed: 0 }
    one.sum += isMade ? 1 : -1
    if (isMade) one.made = Math.max(one.made, at)
    else one.removed = Math.max(one.removed, at)
    sums.set(id, one)
  }
  return sums.values()
}

/** What is in the vault now, and what the history has seen. */
class World {
  readonly db: Database
  readonly #history: History
  readonly #open: readonly KeptLinkChange[]
  readonly #answering: (key: string) => Answering[]

  constructor(db: Database, history: History, open: readonly KeptLinkChange[]) {
    this.db = db
    this.#history = history
    this.#open = open
    this.#answering = answeringIn(db)
  }

  /** A name that nobody answered to when it was written may have found its note. */
  meaningOf({ source, target, name }: KeptLinkChange): Meant {
    if (target !== undefined)
      return { key: target, resolved: this.#titleOf(target) === undefined ? null : target, name }
    const keys = keysOfTarget('wikilink', source, name).map((key) => ({ key }))
    const path = resolveKeys(keys, source, this.#answering)?.chosen.path ?? null
    return { key: path ?? foldName(name), resolved: path, name }
  }

  say({ source, link, sum, made, removed }: Sum): LinkChange {
    return {
      source,
      title: this.#titleOf(source) ?? stemOf(source),
      target: (link.resolved && this.#titleOf(link.resolved)) ?? link.name,
      resolved: link.resolved,
      day: dayOfTime(sum > 0 ? made : removed),
    }
  }

  /** By what the links of a note are known whose making or end was seen; undefined when none was. */
  seenOf(path: NotePath): ReadonlySet<string> | undefined {
    const changes = [...this.#history.linkChangesOf(path), ...this.#open.filter(({ source }) => source === path)]
    return changes.length === 0 ? undefined : new Set(changes.map((change) => this.meaningOf(change).key))
  }

  #titleOf(path: NotePath): string | undefined {
    return this.db.first<[string]>('SELECT title FROM file WHERE path = ?', path)?.[0]
  }
}

/** Of the first notes one by one; of the others only those of which something was seen, and how many the rest have. */
function unseenLinks(world: World, written: readonly NotePath[], most: number): Some {
  const links: LinkChange[] = []
  const rest: NotePath[] = []
  let count = 0
  for (const path of written) {
    const seen = world.seenOf(path)
    if (links.length >= most && seen === undefined) {
      rest.push(path)
      continue
    }
    const own = unseenOf(world.db, path, seen)
    count += own.length
    if (links.length < most) links.push(...own)
  }
  return { count: count + countDistinctLinks(world.db, rest), links }
}

function unseenOf(db: Database, path: NotePath, seen: ReadonlySet<string> | undefined): LinkChange[] {
  const [title = '', at = 0] =
    db.first<[string, number]>('SELECT title, coalesce(at, modified) FROM file WHERE path = ?', path) ?? []
  const known = new Set(seen)
  return linksOf(db, path).flatMap((link): LinkChange[] => {
    const key = link.resolved ?? foldName(link.target)
    if (link.resolved === path || known.has(key)) return []
    known.add(key)
    return [{ source: path, title, target: link.title ?? link.target, resolved: link.resolved, day: dayOfTime(at) }]
  })
}

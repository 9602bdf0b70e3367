import { dayOfTime } from '../core/days.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath, Revision } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { isNotePath, stemOf } from '../core/path.ts'
import { resolveKeys } from '../core/resolve.ts'
import type { LinkChange } from '../core/review/answers.ts'
import type { Vault } from '../core/vault.ts'
import type { PastChange } from '../history/changes.ts'
import type { History } from '../history/history.ts'
import { answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import type { Period } from '../index/review.ts'

/** Notes that are looked at; a period with more is not read link by link. */
const MOST = 300

export interface LinkHistory {
  readonly made: readonly LinkChange[]
  readonly removed: readonly LinkChange[]
}

/** A note as it was before the period. */
interface Before {
  /** Undefined for a note that came in the period. */
  readonly revision: Revision | undefined
  readonly at: number
}

/**
 * Links that came and went in a period: the texts of the history from before it against those of now. Of notes that the history
 * never saw, those dated in the period are new with all their links.
 * @param written paths of the notes dated in the period
 */
export async function linkHistory(
  { vault, db, history }: { readonly vault: Vault; readonly db: Database; readonly history: History },
  period: Period,
  written: readonly string[],
): Promise<LinkHistory> {
  const changes = history.changes(period.since, period.until)
  const before = firstOf(changes)
  for (const path of written) {
    const [at] = db.first<[number]>('SELECT coalesce(at, modified) FROM file WHERE path = ?', path) ?? []
    if (!before.has(path as NotePath) && at !== undefined) before.set(path as NotePath, { revision: undefined, at })
  }
  const names = renamedIn(changes)
  const made: LinkChange[] = []
  const removed: LinkChange[] = []
  for (const [path, { revision, at }] of [...before].filter(([path]) => isNotePath(path)).slice(0, MOST)) {
    const old = revision === undefined ? '' : history.textOf(revision)
    // What it was is not known any more.
    if (old === undefined) continue
    const now = (await vault.read(path).catch(() => undefined))?.text ?? ''
    const difference = differenceOf(linksIn(db, path, old), linksIn(db, path, now), names)
    const title = parseNote(path, now === '' ? old : now).title
    const said = (link: TextLink): LinkChange => ({ source: path, title, ...link, day: dayOfTime(at) })
    made.push(...difference.made.map(said))
    removed.push(...difference.removed.map(said))
  }
  return { made: made.sort(latestFirst), removed: removed.sort(latestFirst) }
}

function latestFirst(a: LinkChange, b: LinkChange): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : a.source < b.source ? -1 : a.source > b.source ? 1 : 0
}

/** By where each note is now (or was last): what it was at first. */
function firstOf(changes: readonly PastChange[]): Map<NotePath, Before> {
  const first = new Map<NotePath, Before>()
  for (const { at, before, after } of changes) {
    const known = before === undefined ? undefined : first.get(before.path)
    const path = (after ?? before)?.path
    if (path === undefined) continue
    if (before !== undefined && before.path !== path) first.delete(before.path)
    first.set(path, { revision: known === undefined ? before?.revision : known.revision, at })
  }
  return first
}

/** Links follow a note that is renamed: the old name went and the new one came, and no link was made. */
function renamedIn(changes: readonly PastChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ before, after }) => {
      if (before === undefined || after === undefined || before.path === after.path) return []
      return [[foldName(stemOf(before.path)), foldName(stemOf(after.path))] as const]
    }),
  )
}

interface TextLink {
  readonly target: string
  readonly resolved: string | null
}

/** By the note that is meant, else by the name that is waited for; each once. */
function linksIn(db: Database, path: NotePath, text: string): Map<string, TextLink> {
  const answering = answeringIn(db)
  const found = new Map<string, TextLink>()
  for (const { form, target, keys } of parseNote(path, text).links) {
    const chosen = resolveKeys(keys, path, answering)?.chosen
    if (keys.length === 0 || (chosen === undefined && form === 'bare') || chosen?.path === path) continue
    const key = chosen?.path ?? foldName(target)
    if (!found.has(key)) found.set(key, { target: chosen?.title ?? target, resolved: chosen?.path ?? null })
  }
  return found
}

function differenceOf(
  old: ReadonlyMap<string, TextLink>,
  now: ReadonlyMap<string, TextLink>,
  renamed: ReadonlyMap<string, string>,
): { readonly made: TextLink[]; readonly removed: TextLink[] } {
  const followed = new Set([...old.keys()].flatMap((key) => renamed.get(stemKey(key)) ?? []))
  return {
    made: [...now].filter(([key]) => !old.has(key) && !followed.has(stemKey(key))).map(([, link]) => link),
    removed: [...old].filter(([key]) => !now.has(key) && !renamed.has(stemKey(key))).map(([, link]) => link),
  }
}

function stemKey(key: string): string {
  return foldName(stemOf(key))
}

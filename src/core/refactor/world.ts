import type { NotePath } from '../note.ts'
import type { LinkCore } from '../parse/links.ts'
import { type Candidate, type Name, namesOf } from '../resolve.ts'
import type { Source } from '../vault.ts'

/** What a refactoring must know of a vault. The core declares it; the workspace answers from its index and vault. */
export interface World {
  /** Every file that answers to a key now. */
  answering(key: string): readonly Candidate[]
  /** Notes with a link that has one of these keys at any rank. */
  linking(keys: readonly string[]): readonly Holder[]
  read(path: NotePath): Promise<Source | undefined>
  /** Many notes, in order; those that are gone are left out. */
  readMany(paths: readonly NotePath[]): AsyncIterable<Source>
}

/** A note that links to what an operation is about. */
export interface Holder {
  readonly path: NotePath
  /** Its links that have one of the keys asked for; undefined when they are not known of this very text, which has to be parsed then. */
  linksIn(source: Source): readonly LinkCore[] | undefined
}

/** A file that an operation moves, renames or takes away, or whose names it changes. */
export interface Shift {
  readonly from: NotePath
  /** Where links to it go from now on: its new path, or the note that it is merged into. */
  readonly to: NotePath
  readonly before: readonly Name[]
  /** Names afterwards; empty when the file is gone. */
  readonly after: readonly Name[]
}

/** Who answers to a key once the shifts have happened. */
export function futureOf(world: World, shifts: readonly Shift[]): (key: string) => Candidate[] {
  const leaving = new Set(shifts.map(({ from }) => from))
  const arriving = new Map<string, Candidate[]>()
  for (const { to, after } of shifts)
    for (const { key, group } of after) arriving.set(key, [...(arriving.get(key) ?? []), { path: to, group }])
  return (key) => [...world.answering(key).filter(({ path }) => !leaving.has(path)), ...(arriving.get(key) ?? [])]
}

/** Keys whose meaning the shifts may change. */
export function touchedKeys(shifts: readonly Shift[]): string[] {
  return [...new Set(shifts.flatMap(({ before, after }) => [...before, ...after].map(({ key }) => key as string)))]
}

export function shiftOf(
  from: { readonly path: NotePath; readonly title: string; readonly aliases: readonly string[] },
  to: { readonly path: NotePath; readonly title: string; readonly aliases: readonly string[] },
): Shift {
  return {
    from: from.path,
    to: to.path,
    before: namesOf(from.path, from.title, from.aliases),
    after: namesOf(to.path, to.title, to.aliases),
  }
}

import { setImmediate } from 'node:timers/promises'
import type { NameAnswer } from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { compareText, shortestTarget } from '../core/resolve.ts'
import { answeringIn } from '../index/answering.ts'
import { sourcesOf } from '../index/backlinks.ts'
import type { Database } from '../index/database.ts'
import { linksOf } from '../index/links.ts'
import { ComingNames } from './coming-names.ts'
import { fuzzyMatches } from './fuzzy.ts'
import { HeldNames } from './held-names.ts'
import { ALIKE, likeness, Nearly } from './likeness.ts'
import { beginsWords, Fit, type Foldable, type Matcher, matchedIn, matcher } from './matching.ts'
import { loadNames, loadNamesOf, type NamedNote } from './names.ts'

/** A note with its best name for what was typed. */
interface Match {
  readonly note: NamedNote
  readonly name: Foldable
  readonly fit: Fit
  /** Of names that are alike and fuzzy matches, from 0 to 1. */
  readonly score: number
}

/** Finds notes by what is typed of their names: every keystroke asks, so all names are held in memory. */
export class Picker {
  readonly #database: () => Database
  #names: HeldNames | undefined
  /** While they are read before anyone asks. */
  #coming: ComingNames | undefined
  #near: { readonly from: NotePath; readonly paths: ReadonlySet<string> } | undefined

  constructor(database: () => Database) {
    this.#database = database
  }

  /** @param paths what changed; undefined when anything may have */
  refresh(paths: readonly NotePath[] | undefined): void {
    this.#near = undefined
    if (paths === undefined || paths.length > 500) {
      this.#names = undefined
      this.#coming = undefined
      return
    }
    this.#coming?.refresh(paths)
    if (this.#names === undefined) return
    const fresh = loadNamesOf(this.#database(), paths)
    for (const path of paths) this.#names.put(path, fresh.get(path))
  }

  /** Reads all names before anyone asks, in pauses: a large vault has so many that all of them at once would hold others up. */
  async warmUp(): Promise<void> {
    if (this.#names !== undefined || this.#coming !== undefined) return
    const coming = new ComingNames()
    this.#coming = coming
    while (this.#coming === coming) {
      await setImmediate()
      // Somebody could not wait and has read them all, or none of them holds any more.
      if (this.#coming !== coming) return
      const db = this.#database()
      if (!db.isOpen) return
      if (coming.readSome(db)) this.#hold(coming.names(db))
    }
  }

  /**
   * The best notes for what was typed, each once: exact names and beginnings, then beginnings of words, then names that are nearly the same, then the rest.
   * Among equals, what the asking note is linked with comes first, then what was changed last.
   * @param from the asking note, which comes last itself
   */
  pick(typed: string, from: NotePath | undefined, limit: number): NameAnswer[] {
    const query = matcher(typed)
    const near = this.#nearTo(from)
    const rank = ({ path }: NamedNote): number => (path === from ? 2 : near.has(path) ? 0 : 1)
    const orderNotes = (a: NamedNote, b: NamedNote): number =>
      rank(a) - rank(b) || b.modified - a.modified || compareText(a.path, b.path)
    const order = (a: Match, b: Match): number => a.fit - b.fit || b.score - a.score || orderNotes(a.note, b.note)
    const best =
      query.query === ''
        ? firstOf(this.#others(from), limit, orderNotes).map(firstNameOf)
        : firstOf(this.#matching(query, limit), limit, order)
    return best.map((match) => this.#answer(match, query, from))
  }

  /** Names that are most like one that no note has, the most alike first; of each note the best one. */
  near(name: string, limit: number): string[] {
    const { query } = matcher(name)
    return [...this.#all().notes]
      .map(({ names }) => mostAlike(query, names))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness || compareText(a.name, b.name))
      .slice(0, limit)
      .map(({ name }) => name)
  }

  *#others(from: NotePath | undefined): Iterable<NamedNote> {
    for (const note of this.#all().notes) if (note.path !== from && note.names.length > 0) yield note
  }

  #matching(query: Matcher, limit: number): Match[] {
    const names = this.#all()
    const { total, found } = names.matching(query, limit)
    const matches: Match[] = found.map((each) => ({ ...each, score: 0 }))
    if (total >= limit) return matches
    const seen = new Set(found.map(({ note }) => note.path))
    for (const match of nearlyCalled(names, query.query))
      if (!seen.has(match.note.path)) {
        matches.push(match)
        seen.add(match.note.path)
      }
    for (const { note, name, score } of fuzzyMatches(query.query, names, limit + matches.length))
      if (!seen.has(note.path)) matches.push({ note, name, fit: Fit.fuzzy, score })
    return matches
  }

  #all(): HeldNames {
    return this.#names ?? this.#hold(new HeldNames(loadNames(this.#database())))
  }

  #hold(names: HeldNames): HeldNames {
    this.#coming = undefined
    this.#names = names
    return names
  }

  #nearTo(from: NotePath | undefined): ReadonlySet<string> {
    if (from === undefined) return new Set()
    if (this.#near?.from !== from) {
      const db = this.#database()
      const targets = linksOf(db, from).flatMap(({ resolved }) => resolved ?? [])
      this.#near = { from, paths: new Set([...targets, ...sourcesOf(db, from)]) }
    }
    return this.#near.paths
  }

  #answer({ note, name, fit }: Match, query: Matcher, from: NotePath | undefined): NameAnswer {
    const answering = answeringIn(this.#database())
    const matched = matchedIn(query, fit, name)
    return {
      path: note.path,
      title: note.title,
      kind: note.kind,
      name: name.name,
      target: shortestTarget(note.path, from ?? notePath(''), answering),
      matched,
      plain: fit < Fit.alike || beginsWords(name, matched),
      alike: fit === Fit.alike,
    }
  }
}

function nearlyCalled(names: HeldNames, query: string): Match[] {
  const found: Match[] = []
  const nearly = new Nearly(query)
  for (const { note, name } of names.withLetters((letters) => nearly.mayBe(letters))) {
    const score = nearly.likeness(name)
    if (score > 0) found.push({ note, name, fit: Fit.alike, score })
  }
  return found.sort((a, b) => b.score - a.score)
}

function firstNameOf(note: NamedNote): Match {
  return { note, name: note.names[0] as Foldable, fit: Fit.exact, score: 0 }
}

function mostAlike(query: string, names: readonly Foldable[]): { readonly name: string; readonly likeness: number } {
  const all = names.map(({ name, folded }) => ({ name, likeness: likeness(query, folded) }))
  return all.reduce((best, each) => (each.likeness > best.likeness ? each : best), { name: '', likeness: 0 })
}

/** The first of a list as sorted, without sorting all of it. */
function firstOf<T>(items: Iterable<T>, limit: number, order: (a: T, b: T) => number): T[] {
  let kept: T[] = []
  let worst: T | undefined
  for (const item of items) {
    if (worst !== undefined && order(item, worst) > 0) continue
    kept.push(item)
    if (kept.length < limit * 4 + 100) continue
    kept = kept.sort(order).slice(0, limit)
    worst = kept.at(-1)
  }
  return kept.sort(order).slice(0, limit)
}

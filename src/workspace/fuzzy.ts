import fuzzysort, { type SnapshotKey } from 'fuzzysort'
import type { NotePath } from '../core/note.ts'
import type { Foldable } from './matching.ts'
import type { NamedNote } from './names.ts'

interface Named {
  readonly note: NamedNote
  readonly name: Foldable
}

export interface FuzzyMatch extends Named {
  /** From 0 to 1. */
  readonly score: number
}

/** Below this a name has the letters, but nobody would see them in it. */
const WORST = 0.3
/** Preparing all names takes a while, so a few that changed since are looked through by themselves. */
const FEW = 200

/** Names that have all letters of a query, in order, with others between: for when nothing better is found. */
export class Fuzzy {
  readonly #prepared: SnapshotKey<Named>
  readonly #changed = new Set<NotePath>()

  constructor(notes: ReadonlyMap<NotePath, NamedNote>) {
    this.#prepared = fuzzysort.snapshot([...notes.values()].flatMap(namesOf), { key: ({ name }) => name.name })
    // The first search is the one that prepares.
    fuzzysort.go('a', this.#prepared, { limit: 1 })
  }

  /** @returns `stale` when too much has changed */
  change(paths: readonly NotePath[]): 'stale' | 'current' {
    for (const path of paths) this.#changed.add(path)
    return this.#changed.size > FEW ? 'stale' : 'current'
  }

  /** Each note once, with its best name. @param notes as they are now */
  match(query: string, limit: number, notes: ReadonlyMap<NotePath, NamedNote>): FuzzyMatch[] {
    const options = { limit: limit * 2, threshold: WORST }
    const before = fuzzysort.go(query, this.#prepared, options).filter(({ obj }) => !this.#changed.has(obj.note.path))
    const changed = [...this.#changed].flatMap((path) => notes.get(path) ?? []).flatMap(namesOf)
    const since = fuzzysort.go(query, changed, { ...options, key: ({ name }) => name.name })
    const matches = new Map<NotePath, FuzzyMatch>()
    for (const { obj, score } of [...before, ...since]) {
      const known = matches.get(obj.note.path)
      // Coarsely: what differs by less is better told apart by what is near and recent.
      const rounded = Math.round(score * 50) / 50
      if (known === undefined || rounded > known.score) matches.set(obj.note.path, { ...obj, score: rounded })
    }
    return [...matches.values()]
  }
}

function namesOf(note: NamedNote): Named[] {
  return note.names.map((name) => ({ note, name }))
}

import fuzzysort from 'fuzzysort'
import { bestOf } from '../core/best.ts'
import type { NotePath } from '../core/note.ts'
import type { HeldNames } from './held-names.ts'
import type { Foldable } from './matching.ts'
import type { NamedNote } from './names.ts'

export interface FuzzyMatch {
  readonly note: NamedNote
  readonly name: Foldable
  /** From 0 to 1. */
  readonly score: number
}

/** Below this a name has the letters, but nobody would see them in it. */
const WORST = 0.3
/** Of so many names at most the library is asked how good they are: short queries have their letters in every third name. */
const MOST = 2000

/**
 * Notes with a name that has all letters of a query, in order, with others between: for when nothing better is found. Each once, with
 * its best name. The library would keep a kilobyte for each name of the vault; given those only that have the letters, it need not.
 */
export function fuzzyMatches(query: string, names: HeldNames, limit: number): FuzzyMatch[] {
  const named = bestOf(names.loose(query), MOST, (a, b) => a.pieces - b.pieces)
  const found = fuzzysort.go(query, named, { key: ({ name }) => name.name, limit: limit * 2, threshold: WORST })
  const matches = new Map<NotePath, FuzzyMatch>()
  for (const { obj, score } of found) {
    const known = matches.get(obj.note.path)
    // Coarsely: what differs by less is better told apart by what is near and recent.
    const rounded = Math.round(score * 50) / 50
    if (known === undefined || rounded > known.score)
      matches.set(obj.note.path, { note: obj.note, name: obj.name, score: rounded })
  }
  fuzzysort.cleanup()
  return [...matches.values()]
}

import { wantedWords } from '../../core/wanted-words.ts'
import { termOf, wordsIn } from '../../core/words.ts'
import type { Database } from '../database.ts'
import type { Asking } from './asking.ts'
import type { Leaf } from './leaves.ts'
import { WEIGHTS } from './weights.ts'

/** What a note is besides its text: each from 0 to 1. */
export interface Standing {
  /** How much the best of its names is what was typed. */
  readonly name: number
  readonly linked: number
  readonly recent: number
}

/** Links that are counted at most: more say nothing more. */
const MOST_LINKS = 128

const NAMES = "SELECT written FROM name WHERE file = ? AND (grp <> 0 OR instr(key, '/') = 0)"
/** About: of several notes with a name each counts its links. */
const LINKS = `SELECT count(*) FROM (
  SELECT 1 FROM name n JOIN link_key k ON k.key = n.key WHERE n.file = ? LIMIT ?
)`

/** Reads what the best notes are called, who links to them and when they changed. */
export class Standings {
  readonly #db: Database
  readonly #now: number
  readonly #asked: readonly AskedWord[]
  readonly #all: number

  constructor({ db, today }: Asking, leaves: readonly Leaf[]) {
    this.#db = db
    this.#now = Date.parse(`${today}T00:00:00Z`)
    this.#asked = leaves.flatMap(askedIn)
    this.#all = this.#asked.reduce((sum, { rarity }) => sum + rarity, 0)
  }

  of(file: number, title: string, modified: number): Standing {
    let name = this.#likeness(title)
    for (const [written] of this.#db.all<readonly [string]>(NAMES, file))
      if (written !== title) name = Math.max(name, this.#likeness(written))
    const [links = 0] = this.#db.first<[number]>(LINKS, file, MOST_LINKS) ?? []
    const days = Math.max(0, this.#now - modified) / 86_400_000
    return {
      name,
      linked: Math.log2(1 + links) / Math.log2(1 + MOST_LINKS),
      recent: 1 / (1 + days / WEIGHTS.recentDays),
    }
  }

  /** The words that the name and what was typed share, of all that either has. */
  #likeness(name: string): number {
    const own = wordsIn(name).filter(({ to }, at, words) => words[at - 1]?.to !== to)
    if (own.length === 0 || this.#asked.length === 0) return 0
    const mean = this.#all / this.#asked.length
    let shared = 0
    let others = 0
    const found = new Set<AskedWord>()
    for (const { term } of own) {
      const asked = this.#asked.find((word) => !found.has(word) && word.share(term) > 0)
      if (asked === undefined) others += mean
      else {
        found.add(asked)
        shared += asked.rarity * asked.share(term)
      }
    }
    return shared / (this.#all + others)
  }
}

interface AskedWord {
  readonly rarity: number
  /** How much of a word of a name it is. */
  readonly share: (term: string) => number
}

function askedIn({ wanted, rarity, instead, forms }: Leaf): AskedWord[] {
  const words = wantedWords(wanted.text, wanted.isBegun)
  const near = new Set(instead)
  const bases = new Set(forms)
  return words.map(({ term, isBegun }) => ({
    rarity: rarity / words.length,
    share: (own) => {
      if (own === term || own === termOf(wanted.text)) return 1
      if (isBegun && own.startsWith(term)) return Math.max(WEIGHTS.begun, term.length / own.length)
      if (near.has(own)) return 0.9
      return bases.has(own) ? 0.8 : 0
    },
  }))
}

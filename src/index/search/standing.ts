import type { Language } from '../../core/language.ts'
import type { NotePath } from '../../core/note.ts'
import { NameGroup } from '../../core/resolve.ts'
import { wantedWords } from '../../core/wanted-words.ts'
import { termIn, termOf, type Word, wordsIn } from '../../core/words.ts'
import type { Database } from '../database.ts'
import { keptUntilChange } from '../kept-until-change.ts'
import { knownNames, namesOfFile } from '../own-names.ts'
import type { Asking } from './asking.ts'
import type { Leaf } from './leaves.ts'
import { WEIGHTS } from './weights.ts'

/** A note that is looked at closely. */
export interface Close {
  readonly doc: number
  readonly file: number
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** Links that are counted at most: more say nothing more. */
const MOST_LINKS = 128

type CloseRow = readonly [
  doc: number,
  file: number,
  path: NotePath,
  title: string,
  kind: string | null,
  modified: number,
]

const CLOSE = `SELECT f.doc, f.id, f.path, f.title, f.kind, f.modified
  FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value`
const ALIASES_OF = `SELECT a.file, a.written FROM json_each(?) j CROSS JOIN name a ON a.file = j.value AND a.grp = ${NameGroup.alias}`
/**
 * About: of several notes with a name each counts its links, a bare mention with a word on behind the name is counted though it may mean another, and a
 * link that asks for something else first though that may be there.
 */
const LINKS = `SELECT count(*) FROM (
  SELECT 1 FROM json_each(?1) k CROSS JOIN link l ON l.asked = k.value WHERE l.form <> 'bare'
  UNION ALL SELECT 1 FROM json_each(?1) k CROSS JOIN other_key o ON o.key = k.value
  UNION ALL SELECT 1 FROM json_each(?1) k CROSS JOIN link l ON l.asked >= k.value AND l.asked < k.value || '0' WHERE l.form = 'bare'
  LIMIT ?2
)`

/** Links to a note, at most `MOST_LINKS`, by its file: each key that is typed finds many of the same notes. */
const countedIn = keptUntilChange(() => new Map<number, number>())

/** Reads what the best notes are called, who links to them and when they changed. */
export class Standings {
  readonly #db: Database
  readonly #now: number
  readonly #asked: readonly AskedWord[]
  readonly #all: number
  readonly #linked: Map<number, number>

  constructor({ db, text, today }: Asking, leaves: readonly Leaf[]) {
    this.#db = db
    this.#linked = countedIn(db)
    this.#now = Date.parse(`${today}T00:00:00Z`)
    this.#asked = leaves.flatMap((leaf) => askedIn(leaf, text.languages))
    this.#all = this.#asked.reduce((sum, { rarity }) => sum + rarity, 0)
  }

  /** What the notes of some texts are. */
  close(docs: readonly number[]): Close[] {
    return this.#db
      .all<CloseRow>(CLOSE, JSON.stringify(docs))
      .map(([doc, file, path, title, kind, modified]) => ({ doc, file, path, title, kind, modified }))
  }

  /** From 0 to 1, for each note, by its file: how much the best of its names is what was typed. */
  names(notes: readonly Close[]): Map<number, number> {
    const files = JSON.stringify(notes.map(({ file }) => file))
    const aliases = Map.groupBy(this.#db.all<readonly [number, string]>(ALIASES_OF, files), ([file]) => file)
    return new Map(
      notes.map(({ file, path, title }) => {
        const names = knownNames(
          path,
          title,
          (aliases.get(file) ?? []).map(([, alias]) => alias),
        )
        return [file, Math.max(0, ...names.map((name) => this.#likeness(name)))]
      }),
    )
  }

  /** From 0 to 1: how many notes link to a file. */
  linked(file: number): number {
    return Math.log2(1 + this.#links(file)) / Math.log2(1 + MOST_LINKS)
  }

  #links(file: number): number {
    const known = this.#linked.get(file)
    if (known !== undefined) return known
    // Whose stem is also its title counts its links twice: nobody can write another name for it.
    const keys = namesOfFile(this.#db, file).map(({ key }) => key)
    const [links = 0] = this.#db.first<[number]>(LINKS, JSON.stringify(keys), MOST_LINKS) ?? []
    this.#linked.set(file, links)
    return links
  }

  /** From 0 to 1: how lately a note was changed. */
  recent({ modified }: Close): number {
    const days = Math.max(0, this.#now - modified) / 86_400_000
    return 1 / (1 + days / WEIGHTS.recentDays)
  }

  /** The words that the name and what was typed share, of all that either has. */
  #likeness(name: string): number {
    const own = wordsIn(name).filter(({ to }, at, words) => words[at - 1]?.to !== to)
    if (own.length === 0 || this.#asked.length === 0) return 0
    const mean = this.#all / this.#asked.length
    let shared = 0
    let others = 0
    const found = new Set<AskedWord>()
    for (const word of own) {
      const asked = this.#asked.find((one) => !found.has(one) && one.share(word) > 0)
      if (asked === undefined) others += mean
      else {
        found.add(asked)
        shared += asked.rarity * asked.share(word)
      }
    }
    return shared / (this.#all + others)
  }
}

interface AskedWord {
  readonly rarity: number
  /** How much of a word of a name it is. */
  readonly share: (word: Word) => number
}

function askedIn({ wanted, rarity, instead, forms }: Leaf, languages: readonly Language[]): AskedWord[] {
  const words = wantedWords(wanted.text, wanted.isBegun)
  const near = new Set(instead)
  const bases = new Set(forms)
  return words.map(({ term, plain, isBegun }) => ({
    rarity: rarity / words.length,
    share: ({ term: own, plain: ownPlain }) => {
      if (own === term || own === termOf(wanted.text)) return 1
      if (languages.some((language) => termIn(ownPlain, language) === termIn(plain, language))) return 0.95
      if (isBegun && own.startsWith(term)) return Math.max(WEIGHTS.begun, term.length / own.length)
      if (near.has(own)) return 0.9
      return bases.has(own) ? 0.8 : 0
    },
  }))
}

import type { Doc } from './corpus.ts'
import type { NameWord } from './name-words.ts'
import { type Match, matchName, type NameShape, shapeOf } from './same-name.ts'
import { isStopWord } from './stop-words.ts'

/** One way in which people call a note. */
export interface NameUse {
  /** The note; below zero a name that is wanted and has no note. */
  readonly doc: Doc
  /** `Pricing tiers`: one form of spaces. */
  readonly written: string
  /** How often the note has the name itself: as title, alias or stem. */
  own: number
  /** Notes in which a link to it shows these words. */
  linkers: number
}

/** All that is called by words with the same keys. */
export interface NameEntry {
  readonly key: string
  readonly uses: NameUse[]
  /** Notes in which these words are a link, to whatever note. */
  linkers: number
  /** Uses in which a note has the name itself. */
  owners: number
}

/** A place in a text that may mean a note. */
export interface NamePlace extends Match {
  readonly entry: NameEntry
  /** Those of the entry that the place names, with how; made when they are asked for, since most places turn out to be just words. */
  readonly uses: () => readonly FoundUse[]
}

export interface FoundUse {
  readonly use: NameUse
  readonly match: Match
}

/** Longer names are sentences. Words. */
const LONGEST = 24

/**
 * All names of a vault, to be found in texts: the longest first. A table from whole names, with the lengths of the names that begin with
 * each word, answers what a trie of words does, in a third of its memory; names come and go one by one.
 */
export class NameTable {
  readonly #entries = new Map<string, NameEntry>()
  /** For each first word a set of lengths, one bit each. Lengths that are gone stay, and cost a look. */
  readonly #lengths = new Map<string, number>()

  get size(): number {
    return this.#entries.size
  }

  /** A title, alias or stem. @returns what to give back to `drop` */
  add(doc: Doc, name: string): NameUse[] {
    return formsOf(name).flatMap((form) => this.#change(doc, form, 1, 0) ?? [])
  }

  /** A note shows these words in a link to another. Once for each note that does. */
  addLinked(doc: Doc, words: string): NameUse[] {
    return isStopWord(words.toLowerCase()) ? [] : (this.#change(doc, words, 0, 1) ?? [])
  }

  drop({ doc, written }: NameUse): void {
    this.#change(doc, written, -1, 0)
  }

  dropLinked({ doc, written }: NameUse): void {
    this.#change(doc, written, 0, -1)
  }

  entry(key: string): NameEntry | undefined {
    return this.#entries.get(key)
  }

  /** The longest name that starts with a word of a text. @returns undefined when none does */
  longestAt(
    text: string,
    words: readonly NameWord[],
    at: number,
  ): { readonly place: NamePlace; readonly length: number } | undefined {
    const lengths = this.#lengths.get((words[at] as NameWord).key)
    if (lengths === undefined) return undefined
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
      if ((lengths & (1 << length)) === 0) continue
      const place = this.#placeOf(text, words.slice(at, at + length))
      if (place !== undefined) return { place, length }
    }
    return undefined
  }

  #placeOf(text: string, words: readonly NameWord[]): NamePlace | undefined {
    const entry = this.#entries.get(keyOf(words))
    if (entry === undefined) return undefined
    const matches = new Map<string, Match>()
    let best: Match | undefined
    for (const written of formsIn(entry)) {
      const match = matchName(text, words, shapes.of(written))
      if (match === undefined) continue
      matches.set(written, match)
      if (best === undefined || isBetter(match, best)) best = match
    }
    return best && { ...best, entry, uses: () => usesOf(entry, matches, best) }
  }

  #change(doc: Doc, name: string, own: number, linkers: number): [NameUse] | undefined {
    const shape = shapeOf(name)
    if (shape.words.length === 0 || shape.words.length > LONGEST) return undefined
    const key = keyOf(shape.words)
    const entry = this.#entries.get(key)
    if (entry === undefined) return own + linkers > 0 ? [this.#begin(key, shape, { doc, own, linkers })] : undefined
    entry.linkers += linkers
    likelyOnes.delete(entry)
    forms.delete(entry)
    let use = find(entry, doc, shape.written)
    if (use === undefined) {
      use = { doc, written: shape.written, own: 0, linkers: 0 }
      entry.uses.push(use)
      indexes.get(entry)?.set(`${doc} ${use.written}`, use)
    }
    if (own !== 0) entry.owners += Number(use.own + own > 0) - Number(use.own > 0)
    use.own += own
    use.linkers += linkers
    if (use.own > 0 || use.linkers > 0) return [use]
    entry.uses.splice(entry.uses.indexOf(use), 1)
    indexes.get(entry)?.delete(`${doc} ${use.written}`)
    if (entry.uses.length === 0) this.#entries.delete(key)
    return undefined
  }

  #begin(key: string, { words, written }: NameShape, counts: Pick<NameUse, 'doc' | 'own' | 'linkers'>): NameUse {
    const use: NameUse = { ...counts, written }
    // As long as what it holds: most names have one use, and an array that grows makes room for seventeen.
    this.#entries.set(key, { key, uses: [use], linkers: counts.linkers, owners: Number(counts.own > 0) })
    const first = (words[0] as NameWord).key
    this.#lengths.set(first, (this.#lengths.get(first) ?? 0) | (1 << words.length))
    return use
  }
}

/** Of entries with many uses, each use by note and words. */
const indexes = new WeakMap<NameEntry, Map<string, NameUse>>()

function find(entry: NameEntry, doc: Doc, written: string): NameUse | undefined {
  const { uses } = entry
  if (uses.length <= MANY_USES) return uses.find((use) => use.doc === doc && use.written === written)
  let index = indexes.get(entry)
  if (index === undefined) {
    index = new Map(uses.map((use) => [`${use.doc} ${use.written}`, use]))
    indexes.set(entry, index)
  }
  return index.get(`${doc} ${written}`)
}

/** Of entries with many uses, those that `likely` found; asked for again and again, since their words are common. */
const likelyOnes = new WeakMap<NameEntry, readonly NameUse[]>()

/** Words that lead to hundreds of notes hardly mean any of them: of so many uses only those that are told apart from the rest. */
function likely(entry: NameEntry): readonly NameUse[] {
  const { uses, linkers } = entry
  if (uses.length <= MANY_USES) return uses
  let found = likelyOnes.get(entry)
  if (found === undefined) {
    found = uses.filter((use) => use.own > 0 || use.linkers > linkers / MANY_USES)
    likelyOnes.set(entry, found)
  }
  return found
}

const MANY_USES = 30

/** Of entries with several uses, the ways in which those that are likely are written. */
const forms = new WeakMap<NameEntry, readonly string[]>()
const FEW_USES = 3

/** Most uses of a name write it alike. */
function formsIn(entry: NameEntry): readonly string[] {
  let found = forms.get(entry)
  if (found !== undefined) return found
  found = [...new Set(likely(entry).map(({ written }) => written))]
  if (entry.uses.length > FEW_USES) forms.set(entry, found)
  return found
}

/** Words as written decide over words that only fold alike: `Reading` is not reading, when there are both. */
function usesOf(entry: NameEntry, matches: ReadonlyMap<string, Match>, best: Match): FoundUse[] {
  return likely(entry).flatMap((use) => {
    const match = matches.get(use.written)
    return match === undefined || (best.kind === 'exact' && match.kind !== 'exact') ? [] : { use, match }
  })
}

export function keyOf(words: readonly NameWord[]): string {
  return words.length === 1 ? (words[0] as NameWord).key : words.map(({ key }) => key).join(' ')
}

/** A picture in a title is often not said: `🚀 Launch plan` is called Launch plan as well. */
function formsOf(name: string): string[] {
  if (!PICTURE.test(name)) return [name]
  const plain = name.replaceAll(PICTURES, ' ').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(plain) ? [name, plain] : [name]
}

const PICTURE = /\p{Extended_Pictographic}/u
const PICTURES = /\p{Extended_Pictographic}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu

/** Names are kept as text, which is small; those that are being compared are taken apart. */
class Shapes {
  readonly #kept = new Map<string, NameShape>()

  of(written: string): NameShape {
    let shape = this.#kept.get(written)
    if (shape !== undefined) return shape
    if (this.#kept.size >= 2000) this.#kept.clear()
    shape = shapeOf(written)
    this.#kept.set(written, shape)
    return shape
  }
}

const shapes = new Shapes()

const ORDER = { exact: 0, folded: 1, inflected: 2 } as const

function isBetter(a: Match, b: Match): boolean {
  return ORDER[a.kind] < ORDER[b.kind] || (a.kind === b.kind && a.to > b.to)
}

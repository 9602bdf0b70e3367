import type { NotePath } from '../core/note.ts'
import { Fit, type Foldable, fitOf, lettersOf, type Matcher, piecesIn } from './matching.ts'
import type { NamedNote } from './names.ts'

/** A note by the best of its names for what was typed. */
export interface FoundName {
  readonly note: NamedNote
  readonly name: Foldable
  readonly fit: Fit
}

/** Names by their places in the table, and how each fits what was typed: the less the better. */
interface Fitting {
  readonly typed: string
  readonly places: Int32Array
  readonly fits: Uint8Array
}

/** More pieces than any word has that is worth finding, and so like none. */
const NOT = 255

/** Empty places that are left before the rest move together, beside an eighth of all. */
const MOST_GONE = 500
const SHARE_GONE = 1 / 8

/**
 * The names of all notes, side by side: every key looks through them. What a name lacks of the beginning of what is typed it lacks of
 * the whole, so while somebody types on, only the names that were found before are looked at.
 */
export class HeldNames {
  readonly #notes: Map<NotePath, NamedNote>
  #names: (Foldable | undefined)[] = []
  #owners: (NamedNote | undefined)[] = []
  /** See `lettersOf`. */
  #letters: number[] = []
  readonly #first = new Map<NotePath, number>()
  #gone = 0
  #matching: Fitting | undefined
  #loose: Fitting | undefined

  constructor(notes: Map<NotePath, NamedNote>) {
    this.#notes = notes
    for (const note of notes.values()) this.#append(note)
  }

  /** Of names, with those that are empty. */
  get places(): number {
    return this.#names.length
  }

  get notes(): Iterable<NamedNote> {
    return this.#notes.values()
  }

  /** @param note undefined when there is none of that path any more */
  put(path: NotePath, note: NamedNote | undefined): void {
    this.#matching = undefined
    this.#loose = undefined
    if (note !== undefined && this.#replace(note)) return
    this.#remove(path)
    if (note === undefined) this.#notes.delete(path)
    else {
      this.#notes.set(path, note)
      this.#append(note)
    }
    if (this.#gone > MOST_GONE + this.#names.length * SHARE_GONE) this.#tidy()
  }

  /**
   * How many notes match, fuzzy matches aside, and of them those that could be among the best `limit`: each with the first of its best
   * names.
   */
  matching(query: Matcher, limit: number): { readonly total: number; readonly found: FoundName[] } {
    this.#matching = this.#fitting(this.#matching, query.query, (name) => fitOf(query, name))
    const { places, fits, counts, total } = this.#bestOfEach(this.#matching)
    let worst: number = Fit.exact
    for (let sum = counts[worst] as number; sum < limit && worst < Fit.none; ) sum += counts[++worst] ?? 0
    const found: FoundName[] = []
    for (let at = 0; at < total; at++) {
      const place = places[at] as number
      const fit = fits[at] as Fit
      if (fit <= worst)
        found.push({ note: this.#owners[place] as NamedNote, name: this.#names[place] as Foldable, fit })
    }
    return { total, found }
  }

  /** Names that have all letters of all words, in order, and into how many pieces the words fall in them. */
  *loose(query: string): Iterable<{ readonly note: NamedNote; readonly name: Foldable; readonly pieces: number }> {
    const words = query.split(' ').filter(Boolean)
    const piecesOf = ({ folded }: Foldable): number => {
      let pieces = 0
      for (const word of words) pieces += piecesIn(folded, word) ?? NOT
      return pieces
    }
    this.#loose = this.#fitting(this.#loose, query, (name) => Math.min(piecesOf(name), NOT), NOT)
    const { places, fits } = this.#loose
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number
      yield { note: this.#owners[place] as NamedNote, name: this.#names[place] as Foldable, pieces: fits[at] as number }
    }
  }

  /** Names whose letters say that they may be what is asked for. */
  *withLetters(mayBe: (letters: number) => boolean): Iterable<{ readonly note: NamedNote; readonly name: Foldable }> {
    for (let place = 0; place < this.#letters.length; place++) {
      if (!mayBe(this.#letters[place] as number)) continue
      const name = this.#names[place]
      if (name !== undefined) yield { note: this.#owners[place] as NamedNote, name }
    }
  }

  #fitting(
    before: Fitting | undefined,
    typed: string,
    fitOf: (name: Foldable) => number,
    none: number = Fit.none,
  ): Fitting {
    const letters = lettersOf(typed)
    const among = before !== undefined && typed.startsWith(before.typed) ? before.places : undefined
    const most = among?.length ?? this.#names.length
    const places = new Int32Array(most)
    const fits = new Uint8Array(most)
    let count = 0
    for (let at = 0; at < most; at++) {
      const place = among === undefined ? at : (among[at] as number)
      if (((this.#letters[place] as number) & letters) !== letters) continue
      const name = this.#names[place]
      const fit = name === undefined ? none : fitOf(name)
      if (fit >= none) continue
      places[count] = place
      fits[count++] = fit
    }
    return { typed, places: places.slice(0, count), fits: fits.slice(0, count) }
  }

  /** The names of a note stand together. */
  #bestOfEach({ places, fits }: Fitting) {
    const best = { places: places.slice(), fits: fits.slice() }
    const counts = new Uint32Array(Fit.none)
    let total = 0
    let owner: NamedNote | undefined
    for (let at = 0; at < places.length; at++) {
      const fit = fits[at] as number
      const own = this.#owners[places[at] as number]
      if (own === owner) {
        const before = best.fits[total - 1] as number
        if (fit >= before) continue
        ;(counts[before] as number)--
        total--
      }
      owner = own
      best.places[total] = places[at] as number
      best.fits[total++] = fit
      ;(counts[fit] as number)++
    }
    return { ...best, counts, total }
  }

  #append(note: NamedNote): void {
    this.#first.set(note.path, this.#names.length)
    for (const name of note.names) this.#place(this.#names.length, name, note)
  }

  /** Most changes leave a note as many names as it had: it stays in its places then. @returns false when it does not fit there */
  #replace(note: NamedNote): boolean {
    const first = this.#first.get(note.path)
    if (first === undefined || this.#notes.get(note.path)?.names.length !== note.names.length) return false
    this.#notes.set(note.path, note)
    for (const [nth, name] of note.names.entries()) this.#place(first + nth, name, note)
    return true
  }

  #place(at: number, name: Foldable, owner: NamedNote): void {
    this.#names[at] = name
    this.#owners[at] = owner
    this.#letters[at] = name.letters
  }

  #remove(path: NotePath): void {
    const note = this.#notes.get(path)
    const first = this.#first.get(path)
    if (note === undefined || first === undefined) return
    this.#first.delete(path)
    const end = first + note.names.length
    this.#names.fill(undefined, first, end)
    this.#owners.fill(undefined, first, end)
    this.#gone += note.names.length
  }

  #tidy(): void {
    this.#names = []
    this.#owners = []
    this.#letters = []
    this.#first.clear()
    this.#gone = 0
    for (const note of this.#notes.values()) this.#append(note)
  }
}

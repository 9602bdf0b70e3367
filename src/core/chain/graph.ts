/**
 * The notes and the links between them, as numbers: what chains are computed over, whoever holds them. Notes are `0 … size - 1`, links are
 * numbers of the graph's own. Only links from a note to another note are in it: none to itself, to a picture, or to nothing yet.
 */
import type { Meaning } from './meaning.ts'

export interface ChainGraph {
  /** One more than the highest number of a note; not every number below it need be one. */
  readonly size: number
  isNote(note: number): boolean
  /** The first link that stands in a note; `NONE` without one. */
  firstFrom(note: number): number
  nextFrom(link: number): number
  /** The first link that means a note; `NONE` without one. */
  firstTo(note: number): number
  nextTo(link: number): number
  source(link: number): number
  target(link: number): number
  meaning(link: number): Meaning
  hasReason(link: number): boolean
  /** Grows along the text of the note in which the links stand. */
  place(link: number): number
  path(note: number): string
  kind(note: number): string | null
  /** The note's date in milliseconds since 1970. */
  at(note: number): number
}

/** No link. */
export const NONE = -1

import type { Range } from '../note.ts'
import type { Leaf } from './leaf.ts'

const MAX_LENGTH = 600
const MARGIN = 240
const FULL_STOP = 0x2e
/** Unicode's paragraph separator: always ends a sentence. */
const BREAK = '\u2029'

/**
 * Where a sentence may end, after rules SB6 to SB11 of UAX #29: an end mark with what closes after it, white space, and then anything
 * but a small letter; the marks of scripts that put no space after them; a separator.
 * A run of end marks is looked at once, from its start. `Intl.Segmenter` finds them too, and took a quarter of the time in which a note is read.
 */
const END = /(?<![.!?…‽؟।])[.!?…‽؟।]+[\p{Pe}\p{Pf}"'*_~]*\s+(?![\p{Ll}\s])|[。！？｡]+[\p{Pe}\p{Pf}"']*|\u2029/gu

/** After these a full stop ends no sentence: initials, and abbreviations of the main European languages. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|cf|vs|etc|al|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Inc|Ltd|Fig|Vol|pp?|z\.\s?B|d\.\s?h|bzw|usw|vgl|p\. ex)\.\s*$/u

/** Finds the sentence around a link, after UAX #29 with what it takes for ends inside links and after abbreviations mended. */
export class Sentences {
  readonly #leaf: Leaf
  readonly #prose: string
  /** Where sentences start, and the end. */
  readonly #edges: readonly number[]

  /** @param breaks offsets in the note of line ends that part sentences for other reasons: around a field, at a hard break */
  constructor(leaf: Leaf, breaks: ReadonlySet<number>) {
    this.#leaf = leaf
    this.#prose = breaks.size === 0 ? leaf.prose.replaceAll('\n', ' ').replaceAll('\r', ' ') : withBreaks(leaf, breaks)
    this.#edges = edgesIn(this.#prose)
  }

  around(link: Range): Range {
    const from = link.from - this.#leaf.from
    const to = link.to - this.#leaf.from
    const after = this.#edgeAfter(from)
    let end = after
    while (end < this.#edges.length - 1 && (this.#edges[end] as number) < to) end++
    return this.#trim(this.#bound(this.#edges[after - 1] ?? 0, from, to, this.#edges[end] ?? this.#prose.length))
  }

  /** Index of the first edge behind an offset. */
  #edgeAfter(offset: number): number {
    let low = 0
    let high = this.#edges.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#edges[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A line of a hundred thousand characters is no sentence: keeps what is near the link, cut between words. */
  #bound(from: number, linkFrom: number, linkTo: number, to: number): Range {
    if (to - from <= MAX_LENGTH) return { from, to }
    const near = { from: Math.max(from, linkFrom - MARGIN), to: Math.min(to, linkTo + MARGIN) }
    // Looked for near the link only: a text without spaces would be searched to its end for each of its links.
    const left = near.from === from ? -1 : this.#prose.slice(near.from, linkFrom).indexOf(' ')
    const right = near.to === to ? -1 : this.#prose.slice(linkTo, near.to + 1).lastIndexOf(' ')
    return { from: left >= 0 ? near.from + left : near.from, to: right > 0 ? linkTo + right : near.to }
  }

  #trim({ from, to }: Range): Range {
    while (from < to && /\s/.test(this.#prose[from] as string)) from++
    while (to > from && /\s/.test(this.#prose[to - 1] as string)) to--
    return { from: this.#leaf.from + from, to: this.#leaf.from + to }
  }
}

function withBreaks(leaf: Leaf, breaks: ReadonlySet<number>): string {
  return leaf.prose.replace(/[\r\n]/g, (char, at: number) =>
    char === '\n' && breaks.has(leaf.from + at) ? BREAK : ' ',
  )
}

function edgesIn(prose: string): number[] {
  const edges = [0]
  END.lastIndex = 0
  for (let end = END.exec(prose); end !== null; end = END.exec(prose)) {
    const start = END.lastIndex
    if (start < prose.length && !isAfterAbbreviation(prose, end.index, start)) edges.push(start)
  }
  edges.push(prose.length)
  return edges
}

function isAfterAbbreviation(prose: string, mark: number, start: number): boolean {
  if (prose.charCodeAt(mark) !== FULL_STOP) return false
  // None is longer than six letters.
  const before = prose.slice(Math.max(0, mark - 7), mark)
  return (mark < 8 || /[\s(]/.test(before)) && ABBREVIATION.test(prose.slice(Math.max(0, start - 12), start))
}

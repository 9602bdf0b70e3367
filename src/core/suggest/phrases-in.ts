import type { Range } from '../note.ts'
import { foldWord, isSpaceless, type NameWord, wordsOf } from './name-words.ts'
import { isCapitalInSentence } from './places.ts'
import type { Passage } from './prose.ts'
import { isLinkingWord, isStopWord, isWeakWord } from './stop-words.ts'

/** A phrase of a passage that might be what it is about. */
export interface Candidate extends Range {
  readonly key: string
  readonly said: string
  readonly length: number
  /** Written with a capital where no sentence begins. */
  readonly capital: boolean
  /** It stands in a heading. */
  readonly heading: boolean
  /** It stands in a link. */
  readonly linked: boolean
  /** All that the link shows, where it is part of that. */
  readonly link: string | undefined
  /** How many of its words say little. */
  readonly weak: number
}

const LONGEST = 5
/** Between the words of one phrase. */
const GAP = /^(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*|[-‐‑'’/&]|\. )?$/

/** Phrases of one to five words that do not cross punctuation, without a stop word at an edge. By position, the shorter first. */
export function candidatesIn(text: string, passages: readonly Passage[]): Candidate[] {
  return passages.flatMap((passage) => passage.shown.flatMap((run) => candidatesOf(text, run, passage)))
}

interface Unit extends Range {
  readonly key: string
  readonly stop: boolean
  readonly linking: boolean
  readonly weak: boolean
}

function candidatesOf(text: string, run: Range, passage: Passage): Candidate[] {
  const units = unitsOf(text, run)
  const found: Candidate[] = []
  for (let at = 0; at < units.length; at++) {
    if ((units[at] as Unit).stop) continue
    for (let length = 1; length <= LONGEST && at + length <= units.length; length++) {
      const last = units[at + length - 1] as Unit
      if (length > 1 && !isJoined(text, units[at + length - 2] as Unit, last)) break
      if (last.stop && !last.linking) break
      if (!last.stop) found.push(candidate(text, units.slice(at, at + length), run, passage))
    }
  }
  return found
}

function isJoined(text: string, before: Unit, unit: Unit): boolean {
  const gap = text.slice(before.to, unit.from)
  // Initials: `J. J. Hill`.
  return GAP.test(gap) && (!gap.includes('.') || before.to - before.from === 1)
}

function candidate(text: string, units: readonly Unit[], run: Range, passage: Passage): Candidate {
  const from = (units[0] as Unit).from
  const to = (units.at(-1) as Unit).to
  const said = text.slice(from, to).replace(/\s+/g, ' ')
  const linked = !passage.plain.some((plain) => plain.from <= from && to <= plain.to)
  const shown = linked ? text.slice(run.from, run.to).trim() : ''
  return {
    from,
    to,
    said,
    key: units.map(({ key }) => key).join(' '),
    length: units.length,
    capital: passage.level === 0 && isCapitalInSentence(text, { from, to }),
    heading: passage.level > 0,
    linked,
    link: shown.length > to - from ? shown : undefined,
    weak: units.filter((each) => each.weak).length,
  }
}

/** Words; of scripts without spaces what a dictionary takes for words. */
function unitsOf(text: string, run: Range): Unit[] {
  const words = wordsOf(text, run)
  if (!words.some(({ from, to }) => isSpaceless(text.slice(from, to)))) return words.map((word) => unit(text, word))
  return segmented(text, run).flatMap((segment) => {
    const { from, to } = withoutParticle(text, segment)
    const own = words.filter((word) => word.from >= from && word.to <= to)
    const key = own.map((word) => word.key).join(' ')
    if (own.length === 0) return []
    if (!isSpaceless(text.slice(from, to))) return own.map((word) => unit(text, word))
    const said = text.slice(from, to)
    const linking = said === 'の' || said === '的'
    return [{ from, to, key, stop: GRAMMAR.test(said), linking, weak: [...said].length === 1 }]
  })
}

/**
 * What Korean writes after a noun of two signs or more, as far as nouns do not end so themselves (민주주의, 회의).
 */
const PARTICLE =
  /(?<=\p{Script=Hangul}{2})(?:에서는|에서|에게서|에게|으로|까지|부터|보다|처럼|[은는을를와과]|(?<![주회정강동논합])의)$/u

function withoutParticle(text: string, { from, to }: Range): Range {
  return { from, to: from + text.slice(from, to).replace(PARTICLE, '').length }
}

/** A run of Hiragana, and the commonest Chinese words of grammar. */
const GRAMMAR =
  /^(?:\p{Script=Hiragana}+|[的了是在和我你他她它这那有不也就都而及与着或很被把对从到为之]|我们|你们|他们|这个|那个|一个|没有|可以|因为|所以|但是|如果|已经|什么)$/u

let segmenter: Intl.Segmenter | undefined

/** What a dictionary takes for words, signs between them too. */
export function segmented(text: string, { from, to }: Range): Range[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return [...segmenter.segment(text.slice(from, to))].map(({ index, segment }) => ({
    from: from + index,
    to: from + index + segment.length,
  }))
}

function unit(text: string, { from, to, key }: NameWord): Unit {
  const folded = foldWord(text.slice(from, to))
  const noWord = /^\d+$/.test(folded) || folded.length < 2
  return { from, to, key, stop: isStopWord(folded) || noWord, linking: isLinkingWord(folded), weak: isWeakWord(folded) }
}

import type { Language } from './language.ts'
import { likelyParts, likelyPattern } from './likely-words.ts'
import type { Range } from './note.ts'
import { standsAt, type WantedWord, WordsOf, wantedWords } from './wanted-words.ts'

export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

const BEFORE = 40
const LENGTH = 180

/** Whether something of the text is left out before and after what is given. */
export interface Cut {
  readonly before: boolean
  readonly after: boolean
}

const WHOLE: Cut = { before: false, after: false }

/** What is looked for in a text. */
export interface Sought {
  readonly words: readonly string[]
  /** Whether the last word may be the beginning of a longer one. */
  readonly begins: boolean
  /** In which the text may be written, beside English. */
  readonly languages: readonly Language[]
}

/** The part of a text where most of the words stand close together, with the words marked. */
export function snippetOf(text: string, sought: Sought, cut: Cut = WHOLE): Snippet {
  const found = findWords(text, sought)
  const centre = densest(found)?.at
  const from = edge(text, Math.max(0, (centre ?? 0) - BEFORE))
  const to = endEdge(text, Math.min(text.length, from + LENGTH))
  const lead = from > 0 || cut.before ? '…' : ''
  const rest = to < text.length || cut.after ? '…' : ''
  const shown = `${lead}${text.slice(from, to).replace(/[\r\n\t]/g, ' ')}${rest}`
  const marks = found
    .filter((mark) => mark.from >= from && mark.to <= to)
    .map((mark) => [mark.from - from + lead.length, mark.to - from + lead.length] as const)
  return { text: shown, marks }
}

/** So much is read whole; of more only what stands around the words. UTF-16 units. */
const SHORT = 1000
const AROUND = 240
const FRONTMATTER = /^---\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/

export interface Around extends Range {
  /** Where most of the words stand close together; undefined when none stands there. */
  readonly at: number | undefined
}

/** Whole lines around the place where most of the words stand close together: to read a whole note for one snippet takes long. */
export function linesAround(text: string, sought: Sought): Around {
  const start = FRONTMATTER.exec(text)?.[0].length ?? 0
  if (text.length - start <= SHORT) return { from: 0, to: text.length, at: densest(findWords(text, sought))?.at }
  const at = placeFrom(text, sought, start)
  const centre = at ?? start
  const before = text.lastIndexOf('\n', Math.max(start, centre - AROUND))
  const after = text.indexOf('\n', centre + AROUND)
  // A line may be a whole book.
  const from = Math.max(start, before + 1, centre - SHORT)
  return { from, to: Math.min(after < 0 ? text.length : after, centre + SHORT), at }
}

/** So much is looked through at first, and twice as much each time, before it is asked whether that was enough. UTF-16 units. */
const PIECE = 1000

/** Where most of the words stand close together from an offset on, found without reading on behind a place where all of them do. */
function placeFrom(text: string, sought: Sought, start: number): number | undefined {
  const all = sought.words.length
  if (all === 0) return undefined
  const found: Found[] = []
  let most: Densest | undefined
  let size = PIECE
  for (let from = start; from < text.length && most?.words !== all; size *= 2) {
    const to = endOfPiece(text, from + size)
    for (const mark of findWords(text.slice(from, to), sought))
      found.push({ ...mark, from: mark.from + from, to: mark.to + from })
    most = densest(found)
    from = to
  }
  return most?.at
}

/** Behind a line, since no word goes on in the next. */
function endOfPiece(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

interface Found {
  readonly from: number
  readonly to: number
  readonly word: number
}

function findWords(text: string, sought: Sought): Found[] {
  if (sought.words.length === 0) return []
  const seeker = seekerOf(sought)
  const found =
    seeker.pattern === undefined ? findIn(text, 0, text.length, seeker) : findLikely(text, seeker.pattern, seeker)
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((mark, i, all) => i === 0 || mark.from >= (all[i - 1]?.to ?? 0))
}

function findLikely(text: string, pattern: RegExp, seeker: Seeker): Found[] {
  const found: Found[] = []
  for (const { from, to } of likelyParts(text, pattern)) found.push(...findIn(text, from, to, seeker))
  return found
}

function findIn(text: string, start: number, end: number, { wanted, languages }: Seeker): Found[] {
  const inText = new WordsOf(text.slice(start, end), languages)
  const found: Found[] = []
  for (let at = 0; at < inText.length; at++)
    for (let word = 0; word < wanted.length; word++) {
      const terms = wanted[word] as readonly WantedWord[]
      if (terms.length > 0 && standsAt(inText, at, terms))
        found.push({ from: inText.from(at) + start, to: inText.to(at + terms.length - 1) + start, word })
    }
  return found
}

interface Seeker {
  readonly wanted: readonly (readonly WantedWord[])[]
  readonly languages: readonly Language[]
  /** Where single words may stand, as far as that can be told by looking. */
  readonly pattern: RegExp | undefined
}

/** One search looks for the same in many texts. */
const seekers = new WeakMap<Sought, Seeker>()

function seekerOf(sought: Sought): Seeker {
  let seeker = seekers.get(sought)
  if (seeker === undefined) {
    const { words, begins, languages } = sought
    const wanted = words.map((word, nth) => wantedWords(word, begins && nth === words.length - 1))
    const canLook = languages.length === 0 && wanted.every(({ length }) => length < 2)
    seeker = { wanted, languages, pattern: canLook ? likelyPattern(wanted.flat()) : undefined }
    seekers.set(sought, seeker)
  }
  return seeker
}

interface Densest {
  readonly at: number
  /** Different ones. */
  readonly words: number
}

/** Where the most different words stand within one snippet's length; the first such place. */
function densest(found: readonly Found[]): Densest | undefined {
  let best: Densest | undefined
  for (const [at, first] of found.entries()) {
    const near = new Set<number>()
    for (let i = at; i < found.length && (found[i]?.from ?? 0) < first.from + LENGTH - BEFORE; i++)
      near.add(found[i]?.word ?? 0)
    if (near.size > (best?.words ?? 0)) best = { at: first.from, words: near.size }
  }
  return best
}

/** The next start of a word at or after an offset, if one is near. */
function edge(text: string, offset: number): number {
  if (offset === 0) return 0
  const space = text.slice(offset, offset + BEFORE).search(/\s/)
  return space < 0 ? offset : offset + space + 1
}

function endEdge(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const space = text.lastIndexOf(' ', offset)
  return space > offset - BEFORE ? space : offset
}

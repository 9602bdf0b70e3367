import type { Range } from './note.ts'
import type { WantedWord } from './wanted-words.ts'

const PLAIN = /^[a-z0-9]+$/
/** What no word has, beyond ASCII: signs between words, as most texts have them. Whatever else is not ASCII may fold to a letter, or to several. */
const SIGNS = '\u00a0\u00ab\u00b7\u00bb\u2010-\u2027\u2030-\u205e\u2190-\u21ff'

/**
 * What looks as if a word began there that is wanted, in a text of English: so quickly that taking apart the words of a whole text, which tells for
 * sure, is left for where something does.
 * @returns undefined where that cannot be told by looking: for words of other scripts
 */
export function likelyPattern(wanted: readonly WantedWord[]): RegExp | undefined {
  if (wanted.length === 0 || !wanted.every(({ term }) => PLAIN.test(term))) return undefined
  // An ending that English takes off is written otherwise from the last letter of what is kept on: `studies` is kept as `study`.
  const beginnings = new Set(wanted.map(({ term }) => (term.length > 1 ? term.slice(0, -1) : term)))
  const begun = [...beginnings].map((beginning) => `${beginning}(?<![a-z0-9]${beginning})`)
  return new RegExp(`${begun.join('|')}|[^\\u0000-\\u007f${SIGNS}]`, 'gi')
}

/** Places closer than this are read as one. UTF-16 units. */
const NEAR = 40

/** The parts of a text around what is likely, from white space to white space: no word goes across. */
export function* likelyParts(text: string, pattern: RegExp): Iterable<Range> {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  while (match !== null) {
    let from = match.index
    while (from > 0 && text.charCodeAt(from - 1) > SPACE) from--
    let to = match.index
    while (match !== null && match.index < to + NEAR) {
      to = match.index + 1
      while (to < text.length && text.charCodeAt(to) > SPACE) to++
      pattern.lastIndex = to
      match = pattern.exec(text)
    }
    yield { from, to }
  }
}

/** Up to here are white space and what is no sign at all. */
const SPACE = 0x20

import { append } from '../append.ts'
import { applyChanges, type TextChange } from '../changes.ts'
import type { NotePath, Range } from '../note.ts'
import { parseNote } from '../parse.ts'
import type { Source } from '../vault.ts'
import type { FileChange, Plan } from './plan.ts'

/** The words that go, and those that take their place. */
export interface Replacing {
  readonly from: string
  readonly to: string
  /** Whether `Team` stays where `team` is replaced. */
  readonly matchCase: boolean
}

/**
 * Words take the place of others in the text of notes. What names a note stays, since links ask for it: properties, its title, and the targets
 * of links. They change when the note is renamed. Tags stay too, unless the words begin with `#`.
 */
export function planReplace(sources: readonly Source[], replacing: Replacing): Plan {
  const changes: FileChange[] = []
  let places = 0
  for (const { path, text, revision } of sources) {
    const edits = replacements(path, text, replacing)
    places += edits.length
    const after = applyChanges(text, edits)
    if (after !== text) changes.push({ path, base: revision, to: path, before: text, after })
  }
  return { changes, links: places, notes: changes.length }
}

export function replacements(path: NotePath, text: string, { from, to, matchCase }: Replacing): TextChange[] {
  const found = placesOf(text, from, matchCase).filter((place) => text.slice(place.from, place.to) !== to)
  if (found.length === 0) return []
  const { links, frontmatter, headings, title, tags } = parseNote(path, text)
  const named = headings.find((heading) => heading.level === 1 && heading.text === title)
  const kept: Range[] = [frontmatter ?? [], named ?? [], links.map(({ targetRange }) => targetRange)].flat()
  if (!from.startsWith('#')) append(kept, tags)
  const isKept = (place: Range): boolean => kept.some((range) => place.from < range.to && range.from < place.to)
  const wanted = found.filter((place) => !isKept(place))
  return to === '' ? without(text, wanted) : wanted.map((place) => ({ ...place, insert: to }))
}

/** Words that go leave no second space behind, nor one before a sign or at a line's end. */
function without(text: string, places: readonly Range[]): TextChange[] {
  let end = 0
  return places.map(({ from, to }) => {
    const isInLine = text[from - 1] === ' ' && from - 1 >= end && /[^\s#>*+-]/.test(text[from - 2] ?? '')
    const start = isInLine && /^(?:[ .,;:!?)\]]|\r?\n|$)/.test(text.slice(to, to + 2)) ? from - 1 : from
    end = to
    return { from: start, to, insert: '' }
  })
}

/** Whole words: `team` is not in `teams`. Where the words begin or end with a sign, it may stand next to anything. */
function placesOf(text: string, words: string, matchCase: boolean): Range[] {
  const places: Range[] = []
  if (words === '') return places
  const [first, last] = [WORD_AT_START.test(words), WORD_AT_END.test(words)]
  const wanted = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gu' : 'giu')
  for (let match = wanted.exec(text); match !== null; match = wanted.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    const isWhole =
      !(first && WORD_AT_END.test(text.slice(Math.max(0, from - 2), from))) &&
      !(last && WORD_AT_START.test(text.slice(to, to + 2)))
    if (isWhole) places.push({ from, to })
    else wanted.lastIndex = from + ((text.codePointAt(from) as number) > 0xffff ? 2 : 1)
  }
  return places
}

/** Scripts without spaces have no ends of words. */
const LETTER = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}_]`
const WORD_AT_START = new RegExp(`^${LETTER}`, 'u')
const WORD_AT_END = new RegExp(`${LETTER}$`, 'u')

import type { TextChange } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { Range } from '../note.ts'
import { type Passage, passagesOf } from '../suggest/prose.ts'

/** Words in a note's text that shall be a link, as they were seen. */
export interface WordsToLink extends Range {
  readonly said: string
  /** What to write so that the link means its note from here. */
  readonly target: string
}

/**
 * The changes that make words links. Words that are not there any more, or are no plain words any more, are passed over.
 */
export function linkWords(text: string, places: readonly WordsToLink[]): TextChange[] {
  const passages = passagesOf(text)
  const sorted = places.toSorted((a, b) => a.from - b.from)
  let end = 0
  return sorted.flatMap(({ from, to, said, target }): TextChange[] => {
    const around = passages.find((passage) => passage.plain.some((run) => run.from <= from && to <= run.to))
    if (from < end || around === undefined || text.slice(from, to) !== said) return []
    end = to
    return [{ from, to, insert: linkTo(target, said, isInTable(text, around)) }]
  })
}

/** The writer's words stay; a target that they are already is not said twice. */
export function linkTo(target: string, said: string, inTable: boolean): string {
  const isWritable = !/[[\]|\\\n#^]/.test(said)
  if (foldName(said) === foldName(target)) return `[[${said}]]`
  return isWritable ? `[[${target}${inTable ? '\\|' : '|'}${said}]]` : `[[${target}]]`
}

function isInTable(text: string, { from, to }: Passage): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to)
  return /^\s*\||\|\s*$/.test(text.slice(start, end < 0 ? text.length : end))
}

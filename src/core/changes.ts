import type { Range } from './note.ts'

/** Replaces a range of a text. Offsets are those of the text before any change. */
export interface TextChange extends Range {
  readonly insert: string
}

/**
 * Applies changes that do not overlap, in any order; the same change asked for twice (by two links with one definition) is made once.
 * @throws {RangeError} when two changes overlap or one lies outside the text
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const sorted = changes.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const parts: string[] = []
  let at = 0
  let last: TextChange | undefined
  for (const change of sorted) {
    const { from, to, insert } = change
    if (last?.from === from && last.to === to && last.insert === insert) continue
    last = change
    if (from < at || to < from || to > text.length)
      throw new RangeError(`Change ${from}–${to} overlaps what ends at ${at} or leaves a text of ${text.length}`)
    parts.push(text.slice(at, from), insert)
    at = to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Notes that are too much for an editor that shows what their text means: they are shown as they are written. */

/** UTF-16 units of a note, and of one of its lines. A line is laid out, and its paragraph read, as a whole at each key. */
const MOST = 2_000_000
const LONGEST_LINE = 100_000

/** Said above such a note. */
export const HEAVY_NOTE =
  'This note is very long, or has a very long line, so its text is shown as it is written, without links.'

export function isHeavy(text: string): boolean {
  return text.length > MOST || hasLongLine(text)
}

/** Such a line is not wrapped: the browser would lay out all of it at once. */
export function hasLongLine(text: string): boolean {
  for (let from = 0; text.length - from > LONGEST_LINE; ) {
    // The last line end within reach is as good as the next: what lies before it is of short lines or is not longer either.
    const end = text.lastIndexOf('\n', from + LONGEST_LINE)
    if (end < from) return true
    from = end + 1
  }
  return false
}

import type { Colors } from './command.ts'

/** Written by others: what could drive the terminal (escape sequences) or turn a line around (bidirectional overrides). */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f]/g
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g
const INVISIBLE = /[\p{M}\p{Cf}]/u
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

/** On one line and safe to print. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(OVERRIDES, '').replace(UNSAFE, '\ufffd')
}

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) width += INVISIBLE.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

/** At most `limit` columns, the end given up for an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit && widthOf(text) <= limit) return text
  let kept = ''
  let width = 1
  for (const character of text) {
    width += widthOf(character)
    if (width > limit) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** At most `limit` columns, the beginning given up for an ellipsis. */
function clipStart(text: string, limit: number): string {
  const kept: string[] = []
  let width = 1
  for (const character of [...text.slice(-limit)].reverse()) {
    width += widthOf(character)
    if (width > limit) break
    kept.push(character)
  }
  const end = kept.reverse().join('')
  return end.length === text.length ? text : `…${end.trimStart()}`
}

/** A passage on one line with one part of it standing out; of a long passage, what is around that part. */
export function highlight(passage: string, from: number, to: number, width: number, paint: (text: string) => string) {
  const before = oneLine(passage.slice(0, from)).trimStart()
  const marked = clip(oneLine(passage.slice(from, to)), width)
  const after = oneLine(passage.slice(to)).trimEnd()
  const room = Math.max(width - widthOf(marked), 0)
  if (widthOf(before) + widthOf(after) <= room) return before + paint(marked) + after
  const lead = Math.max(Math.floor(room / 2), room - widthOf(after))
  const start = clipStart(before, lead)
  return start + paint(marked) + clip(after, room - widthOf(start))
}

/** Several ranges of a short passage standing out. */
export function highlightAll(
  passage: string,
  ranges: readonly (readonly [number, number])[],
  paint: (text: string) => string,
): string {
  let shown = ''
  let at = 0
  for (const [from, to] of ranges) {
    shown += oneLine(passage.slice(at, from)) + paint(oneLine(passage.slice(from, to)))
    at = to
  }
  return shown + oneLine(passage.slice(at))
}

export interface Cell {
  readonly text: string
  readonly paint?: ((text: string) => string) | undefined
  readonly right?: boolean
}

const COLUMN_GAP = '  '
const WIDEST_CELL = 56

/** Aligns rows; columns that are empty in every row are left out, the last column is as long as it is. */
export function* align(rows: readonly (readonly Cell[])[]): Iterable<string> {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, Math.min(widthOf(cell.text), WIDEST_CELL))
    })
  }
  for (const row of rows) yield alignRow(row, widths)
}

function alignRow(row: readonly Cell[], widths: readonly number[]): string {
  const shown = row.flatMap((cell, at) => {
    const width = widths[at] ?? 0
    if (width === 0) return []
    const last = at === row.length - 1
    const text = last ? cell.text : clip(cell.text, WIDEST_CELL)
    const space = ' '.repeat(Math.max(width - widthOf(text), 0))
    const painted = cell.paint && text !== '' ? cell.paint(text) : text
    return cell.right ? space + painted : last ? painted : painted + space
  })
  return shown.join(COLUMN_GAP).trimEnd()
}

/** For a column of counts: numbers and words both line up. */
export function countCell(number: number, word: string, paint: Cell['paint']): Cell {
  return { text: number === 1 ? `${count(number, word)} ` : count(number, word), paint, right: true }
}

/** `1 note`, `2 notes`. */
export function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`
}

/** Title, kind and path of a note, as cells. */
export function noteCells(colors: Colors, note: { title: string; kind: string | null; path: string }): readonly Cell[] {
  return [
    { text: oneLine(note.title), paint: colors.bold },
    { text: oneLine(note.kind ?? ''), paint: colors.cyan },
    { text: oneLine(note.path), paint: colors.dim },
  ]
}

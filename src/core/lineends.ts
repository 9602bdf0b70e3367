/**
 * A note keeps its own line ends, its BOM and its missing final newline. Editors work on normalised text (`\n` only, no BOM);
 * this maps their edits back, so that a file changes only where it was edited.
 */

import type { TextChange } from './changes.ts'
import { type Difference, differencesBetween } from './differences.ts'

const BOM = '\uFEFF'
const LINE_END = /\r\n|\r|\n/g

/** `\n` line ends, without the BOM. */
export function normalise(raw: string): string {
  return withoutBom(raw).replace(LINE_END, '\n')
}

function withoutBom(raw: string): string {
  return raw.startsWith(BOM) ? raw.slice(1) : raw
}

/** The line end that a text uses most; `\n` for a text of one line. The first one wins a tie. */
export function dominantLineEnd(raw: string): string {
  const counts = new Map<string, number>()
  for (const [end] of raw.matchAll(LINE_END)) counts.set(end, (counts.get(end) ?? 0) + 1)
  let best = '\n'
  let most = 0
  for (const [end, count] of counts) {
    if (count > most) [best, most] = [end, count]
  }
  return best
}

/** Where an offset of the raw text lies in the normalised one; inside a `\r\n` it is the start of the line end. */
export function toNormalOffset(raw: string, offset: number): number {
  const before = raw.slice(0, Math.min(offset, raw.length))
  const cut = before.endsWith('\r') && raw[before.length] === '\n' ? before.slice(0, -1) : before
  return normalise(cut).length
}

/** Where an offset of the normalised text lies in the raw one: after the BOM, before a line end. */
export function toRawOffset(raw: string, offset: number): number {
  return rawOffsets(raw, [offset])[0] as number
}

/** @param sorted normalised offsets, ascending */
function rawOffsets(raw: string, sorted: readonly number[]): number[] {
  const found: number[] = []
  let shift = raw.startsWith(BOM) ? 1 : 0
  const ends = raw.matchAll(LINE_END)
  let end = ends.next()
  for (const offset of sorted) {
    while (!end.done && end.value.index - shift < offset) {
      shift += end.value[0].length - 1
      end = ends.next()
    }
    found.push(offset + shift)
  }
  return found
}

/**
 * Makes edits of the normalised text in the raw one. New lines get the dominant line end, everything else stays byte for byte.
 * @param edits ascending, not overlapping
 * @throws RangeError when they are not, or lie outside of the text
 */
export function applyToRaw(raw: string, edits: readonly TextChange[]): string {
  const offsets = rawOffsets(
    raw,
    edits.flatMap(({ from, to }) => [from, to]),
  )
  const lineEnd = dominantLineEnd(raw)
  let result = ''
  let done = 0
  edits.forEach((edit, at) => {
    const from = offsets[2 * at] as number
    const to = offsets[2 * at + 1] as number
    if (from < done || to < from || to > raw.length) {
      throw new RangeError(`Edit ${edit.from}–${edit.to} is out of order or outside of a text of ${raw.length} units`)
    }
    result = join(join(result, raw.slice(done, from)), edit.insert.replace(LINE_END, lineEnd))
    done = to
  })
  return join(result, raw.slice(done))
}

/** Two line ends that an edit brings together, `\r` and `\n`, stay two. */
function join(before: string, after: string): string {
  return before.endsWith('\r') && after.startsWith('\n') ? `${before}\r${after}` : before + after
}

/** The raw text that `edited` (normalised) stands for, if it grew out of `raw`. */
export function toRaw(raw: string, edited: string): string {
  return applyToRaw(raw, lineEdits(normalise(raw), edited))
}

/**
 * Edits that turn one text into another, close to what was typed: whole lines are compared, and changed lines are cut down to the
 * part that differs. Works through line ends one by one where as many lines came as went, so that each keeps its own.
 */
export function lineEdits(before: string, after: string): TextChange[] {
  if (before === after) return []
  const [head, tail] = commonEnds(before, after)
  const lineStart = head === 0 ? 0 : before.lastIndexOf('\n', head - 1) + 1
  const nextLine = before.indexOf('\n', before.length - tail)
  const lineEnd = nextLine < 0 ? before.length : nextLine
  const old = before.slice(lineStart, lineEnd).split('\n')
  const young = after.slice(lineStart, after.length - (before.length - lineEnd)).split('\n')
  const starts = lineStarts(old, lineStart)
  return differencesBetween(old, young).flatMap((each) => editsOf(old, young, each, starts))
}

/** Lengths of the common prefix and of the common suffix that does not overlap it. */
function commonEnds(a: string, b: string): [number, number] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  return [head, tail]
}

/** @param starts where each of the old lines starts in the text, and where one after the last would */
function editsOf(
  old: readonly string[],
  young: readonly string[],
  difference: Difference,
  starts: readonly number[],
): TextChange[] {
  const gone = old.slice(...difference.old)
  const come = young.slice(...difference.young)
  const [first, end] = difference.old
  const from = starts[first] as number
  if (gone.length === come.length)
    return gone.flatMap((line, at) => trimmed(starts[first + at] as number, line, come[at] as string))
  // A line takes its line end with it; the last line of the text has none and takes the one before it.
  const last = end === old.length
  if (!last) return trimmed(from, ended(gone), ended(come))
  if (first > 0) return trimmed(from - 1, led(gone), led(come))
  return trimmed(from, gone.join('\n'), come.join('\n'))
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
const led = (lines: readonly string[]): string => lines.map((line) => `\n${line}`).join('')

function lineStarts(lines: readonly string[], first: number): number[] {
  const starts = [first]
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1)
  return starts
}

function trimmed(at: number, old: string, young: string): TextChange[] {
  if (old === young) return []
  const [head, tail] = commonEnds(old, young)
  return [{ from: at + head, to: at + old.length - tail, insert: young.slice(head, young.length - tail) }]
}

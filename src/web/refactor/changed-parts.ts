import { diffWordsWithSpace } from 'diff'
import type { LineChange } from './patch-lines.ts'

/** A piece of a line, marked where it differs from the other line. */
export interface Part {
  readonly text: string
  readonly changed: boolean
}

export interface MarkedLines {
  readonly old: readonly Part[] | undefined
  readonly young: readonly Part[] | undefined
}

/** Longer lines are compared as a whole: words would take too long. Characters. */
const COMPARABLE = 4000
/** How much of what stays is shown on each side of what changes. Characters. */
const AROUND = 48

/** What differs between a line and the one that takes its place; of what stays, only what is near. */
export function markChanges({ old, young }: LineChange): MarkedLines {
  if (old === undefined || young === undefined) return { old: whole(old), young: whole(young) }
  const parts = old.length + young.length > COMPARABLE ? compareEnds(old, young) : compareWords(old, young)
  return { old: shorten(parts.old), young: shorten(parts.young) }
}

function whole(line: string | undefined): Part[] | undefined {
  if (line === undefined) return undefined
  return [{ text: line.length > 2 * AROUND + 200 ? `${line.slice(0, 2 * AROUND + 200)}…` : line, changed: false }]
}

function compareWords(old: string, young: string): { old: Part[]; young: Part[] } {
  const pieces = diffWordsWithSpace(old, young)
  return {
    old: joined(pieces.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, changed: removed }))),
    young: joined(
      pieces.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, changed: added })),
    ),
  }
}

function compareEnds(old: string, young: string): { old: Part[]; young: Part[] } {
  const shorter = Math.min(old.length, young.length)
  let start = 0
  while (start < shorter && old[start] === young[start]) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end++
  const split = (line: string) =>
    joined([
      { text: line.slice(0, start), changed: false },
      { text: line.slice(start, line.length - end), changed: true },
      { text: line.slice(line.length - end), changed: false },
    ])
  return { old: split(old), young: split(young) }
}

/** Words that change one after the other are one change; the space between them is part of it. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  for (const [at, part] of parts.entries()) {
    if (part.text === '') continue
    const between = part.text.trim() === '' && (result.at(-1)?.changed ?? false) && (parts[at + 1]?.changed ?? false)
    const changed = part.changed || between
    const last = result.at(-1)
    if (last?.changed === changed) result[result.length - 1] = { text: last.text + part.text, changed }
    else result.push({ text: part.text, changed })
  }
  return result
}

function shorten(parts: readonly Part[]): Part[] {
  return parts.map((part, at) => {
    const { text, changed } = part
    const [first, last] = [at === 0, at === parts.length - 1]
    if (changed || text.length <= (first || last ? 1.5 : 2.5) * AROUND) return part
    const head = first ? '' : text.slice(0, AROUND).replace(/\s+\S*$/, ' ')
    const tail = last ? '' : text.slice(-AROUND).replace(/^\S*\s+/, ' ')
    return { text: `${head}…${tail}`, changed }
  })
}

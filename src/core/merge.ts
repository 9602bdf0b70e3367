/** Three-way merge by lines. Pure: texts in, a text or the places that overlap out. */
import { differencesBetween } from './differences.ts'

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly text: string }
  /** Both sides changed the same lines in different ways; counted, not resolved. */
  | { readonly kind: 'conflict'; readonly overlaps: number }

/** Lines `from` to `to` (exclusive) of the base became `lines`. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/**
 * Both sides' changes in one text, where no line was changed by both. Changes that both made alike count once; neighbouring lines
 * do not overlap, two insertions at one place do.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergeOutcome {
  if (mine === theirs || theirs === base) return { kind: 'merged', text: mine }
  if (mine === base) return { kind: 'merged', text: theirs }
  const lines = base.split('\n')
  const hunks = [...changes(lines, mine.split('\n')), ...changes(lines, theirs.split('\n'))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
  const distinct = hunks.filter((hunk, at) => at === 0 || !sameHunk(hunks[at - 1] as Hunk, hunk))
  const overlaps = distinct.filter((hunk, at) => at > 0 && overlap(distinct[at - 1] as Hunk, hunk)).length
  if (overlaps > 0) return { kind: 'conflict', overlaps }
  return { kind: 'merged', text: applyHunks(lines, distinct) }
}

function changes(base: string[], side: string[]): Hunk[] {
  return differencesBetween(base, side).map(({ old: [from, to], young }) => ({ from, to, lines: side.slice(...young) }))
}

function sameHunk(a: Hunk, b: Hunk): boolean {
  return (
    a.from === b.from && a.to === b.to && a.lines.length === b.lines.length && a.lines.every((l, i) => l === b.lines[i])
  )
}

/** @param first starts no later than `second` */
function overlap(first: Hunk, second: Hunk): boolean {
  return second.from < first.to || (first.from === second.from && first.to === second.to)
}

function applyHunks(lines: readonly string[], hunks: readonly Hunk[]): string {
  const parts: (readonly string[])[] = []
  let done = 0
  for (const hunk of hunks) {
    parts.push(lines.slice(done, hunk.from), hunk.lines)
    done = hunk.to
  }
  parts.push(lines.slice(done))
  return parts.flat().join('\n')
}

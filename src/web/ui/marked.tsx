import type { ReactElement, ReactNode } from 'react'

/** Text with the given ranges marked. Ranges are sorted; those that overlap or run over the end are cut. */
export function Marked({
  text,
  ranges,
}: {
  text: string
  ranges: readonly (readonly [number, number])[]
}): ReactElement {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of ranges) {
    const start = Math.max(from, at)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

/** Where words of the text start as the words of a query do, whatever their case: `New pricing`, `pri` → `[[4, 7]]`. */
export function wordRanges(text: string, query: string): [number, number][] {
  const wanted = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const lower = text.toLowerCase()
  return [...lower.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }): [number, number][] => {
    const found = wanted.filter((start) => word.startsWith(start)).map((start) => start.length)
    return found.length === 0 ? [] : [[index, index + Math.max(...found)]]
  })
}

/** Single indexes as ranges, neighbours joined: `[0, 1, 4]` → `[[0, 2], [4, 5]]`. */
export function rangesOf(indexes: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const index of indexes) {
    const last = ranges.at(-1)
    if (last && last[1] === index) last[1]++
    else ranges.push([index, index + 1])
  }
  return ranges
}

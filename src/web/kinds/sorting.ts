/** By what a table is sorted, and which way: `-date` is the newest first. */

/** Newest first, when nothing is asked. */
export const FIRST = '-date'

export interface Sorting {
  readonly by: string
  readonly turned: boolean
}

export function sortingOf(sort: string | undefined): Sorting {
  const asked = sort ?? FIRST
  return { by: asked.replace(/^-/, ''), turned: asked.startsWith('-') }
}

/** What a press on a column's heading asks for; numbers and days begin with the largest. */
export function sortedBy(sort: string | undefined, column: string, beginsTurned: boolean): string | undefined {
  const { by, turned } = sortingOf(sort)
  const next = by === column ? !turned : beginsTurned
  const asked = `${next ? '-' : ''}${column}`
  return asked === FIRST ? undefined : asked
}

import { showTimes, type Times } from './measure.ts'

/** A figure of the table, with what it is compared by with that of another size. */
export interface Cell {
  readonly text: string
  readonly value: number
}

export function timeCell(times: Times): Cell {
  return { text: showTimes(times), value: times.median }
}

export function sizeCell(bytes: number): Cell {
  return { text: `${(bytes / 1_000_000).toFixed(1)} MB`, value: bytes }
}

export function countCell(count: number): Cell {
  return { text: count.toLocaleString('en'), value: count }
}

/** How many times as much it is. */
export function growth(before: Cell | undefined, after: Cell | undefined): string {
  if (before === undefined || after === undefined || before.value === 0) return ''
  return `×${(after.value / before.value).toPrecision(2)}`
}

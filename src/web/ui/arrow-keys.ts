import type { KeyboardEvent } from 'react'

/** Lets the arrow keys walk the `data-row` elements of a list; Home and End go to its ends. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const to = nextRow(event.key, rows.indexOf(document.activeElement as HTMLElement), rows.length)
  if (to === undefined) return
  event.preventDefault()
  rows[to]?.focus()
}

function nextRow(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp' && at > 0) return at - 1
  if (at >= 0 && key === 'Home') return 0
  if (at >= 0 && key === 'End') return count - 1
  return undefined
}

/** Where in a note the cursor was, remembered for as long as the tab lives; offsets of normalised text. */
const key = (path: string): string => `notly.cursor:${path}`

export function rememberPlace(path: string, cursor: number): void {
  try {
    sessionStorage.setItem(key(path), String(cursor))
  } catch {
    // Without storage a note simply opens at its start.
  }
}

export function recallPlace(path: string): number | undefined {
  try {
    const cursor = Number.parseInt(sessionStorage.getItem(key(path)) ?? '', 10)
    return Number.isNaN(cursor) ? undefined : cursor
  } catch {
    return undefined
  }
}

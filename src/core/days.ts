/** Milliseconds. */
export const DAY = 86_400_000

/** The day of a moment, in UTC as the dates of notes are: `2026-03-29`. @param time milliseconds since 1970 */
export function dayOfTime(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

import type { TaskAnswer } from '../answers.ts'
import { compareText } from '../resolve.ts'

/** Orders what is due soonest first, what is done last; the others as they come. */
export function compareUrgency(a: TaskAnswer, b: TaskAnswer): number {
  if (a.done || b.done) return Number(a.done) - Number(b.done)
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null)
  return compareText(a.due, b.due)
}

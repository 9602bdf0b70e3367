import type { TaskAnswer } from '../answers.ts'

/** Orders what is due soonest first, what is done last; the others as they come. */
export function compareUrgency(a: TaskAnswer, b: TaskAnswer): number {
  if (a.done || b.done) return Number(a.done) - Number(b.done)
  return (a.due ?? '~').localeCompare(b.due ?? '~', 'en')
}

import { inverseRelation } from '../relations.ts'

/** A link walked along from one note to another, as a person would say it. */
export interface SaidStep {
  /** Null for a plain link. */
  readonly relation: string | null
  /** Whether the link stands in the note that the step starts from. */
  readonly isForward: boolean
}

const PASSIVE = / by$|^part of$/

/**
 * The words between the two titles: `depends on`, `is needed by`, `mentions`, `is mentioned in`. A relation of the user's own reads
 * the same at both ends, so it says which note has it.
 */
export function saidBetween({ relation, isForward }: SaidStep): string {
  if (relation === null) return isForward ? 'mentions' : 'is mentioned in'
  const said = isForward ? relation : inverseRelation(relation)
  if (said === relation && !isForward) return `is named under “${relation}” in`
  if (PASSIVE.test(said)) return `is ${said}`
  return isForward && inverseRelation(relation) === relation ? `names under “${relation}”` : said
}

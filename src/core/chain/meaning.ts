/**
 * Which way a link leads: *up* is what a note rests on, *down* what follows from it. By meaning, not by who wrote it down:
 *
 * - A relation that rests on something leads up from the note that states it; its inverse (`needed by`) leads down from there.
 * - *gathers* and *part of* run along: up is where the order of kinds says (a task's project, a project's decision), else from
 *   the part to the whole, which is why the part is there.
 * - Any other relation, and a plain link, leads up from the note that it stands in: who names a note has it in mind already.
 */

/** How much a link says about why, the most first. */
export const Role = { rests: 0, along: 1, named: 2, plain: 3 } as const
export type Role = (typeof Role)[keyof typeof Role]

export interface Meaning {
  readonly relation: string | null
  readonly role: Role
  /** Among relations of one role, the better answer to "why" first. */
  readonly order: number
  /** Whether the target is up from the source; for `along`, whether the target is the whole. */
  readonly isForward: boolean
}

/**
 * *Builds on* says where the thought comes from, which is what "why" asks; *depends on* what has to be there first; the others
 * say what a note did to another.
 */
const RESTS = ['builds on', 'depends on', 'decides', 'resolves', 'supersedes', 'contradicts']
const RESTED_ON = ['built on by', 'needed by', 'decided by', 'resolved by', 'superseded by', 'contradicted by']

const PLAIN: Meaning = { relation: null, role: Role.plain, order: 0, isForward: true }

/** @param relation canonical; null for a plain link */
export function meaningOf(relation: string | null): Meaning {
  if (relation === null) return PLAIN
  const rests = RESTS.indexOf(relation)
  if (rests >= 0) return { relation, role: Role.rests, order: rests, isForward: true }
  const rested = RESTED_ON.indexOf(relation)
  if (rested >= 0) return { relation, role: Role.rests, order: rested, isForward: false }
  if (relation === 'gathers') return { relation, role: Role.along, order: 0, isForward: false }
  if (relation === 'part of') return { relation, role: Role.along, order: 0, isForward: true }
  return { relation, role: Role.named, order: 0, isForward: true }
}

/** Why a task? For its project; that, for a decision; that, for an idea; that, for what is known. */
const LADDER = ['task', 'project', 'decision', 'idea', 'knowledge']

/** A kind's place in that order; any other kind comes after. */
export function rungOf(kind: string | null): number {
  const rung = kind === null ? -1 : LADDER.indexOf(kind)
  return rung < 0 ? LADDER.length : rung
}

/** Whether the target of a link is up from its source. */
export function leadsUp(meaning: Meaning, source: string | null, target: string | null): boolean {
  if (meaning.role !== Role.along) return meaning.isForward
  const from = rungOf(source)
  const to = rungOf(target)
  const isOrdered = from !== to && Math.max(from, to) < LADDER.length
  return isOrdered ? to > from : meaning.isForward
}

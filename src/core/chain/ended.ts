import type { OutcomeAnswer } from './answers.ts'

/** What still rests on a decision that no longer holds. */
export interface StillResting {
  readonly notes: number
  /** Open tasks in these and other notes that rest on it. */
  readonly open: number
}

/** Undefined while the decision holds, or when nothing rests on it. */
export function stillResting({
  note,
  supersededBy,
  groups,
  open,
}: Pick<OutcomeAnswer, 'note' | 'supersededBy' | 'groups' | 'open'>): StillResting | undefined {
  if (supersededBy.length === 0 && !/^(superseded|rejected)$/i.test(note.status ?? '')) return undefined
  // Who contradicts a decision does not need it.
  const notes = groups
    .flatMap((group) => group.notes)
    .filter(({ why }) => !/^contradict/.test(why.relation ?? '')).length
  return notes === 0 ? undefined : { notes, open }
}

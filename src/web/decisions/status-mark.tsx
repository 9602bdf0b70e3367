import { CircleArrowRight, CircleCheck, CircleDashed, CircleHelp, CircleSlash, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

/** What a decision's status may be, in the order in which a decision lives. */
export const STATUSES = ['proposed', 'accepted', 'superseded', 'rejected'] as const

const MARKS: Readonly<Record<string, readonly [LucideIcon, string]>> = {
  proposed: [CircleHelp, 'var(--warn)'],
  accepted: [CircleCheck, 'var(--good)'],
  superseded: [CircleArrowRight, 'var(--ink-faint)'],
  rejected: [CircleSlash, 'var(--danger)'],
  // Of tasks, in whose table it stands too.
  done: [CircleCheck, 'var(--good)'],
}

/** Orders statuses as a decision lives, then those of somebody's own, then none. */
export function compareStatuses(a: string | null, b: string | null): number {
  return rankOf(a) - rankOf(b)
}

function rankOf(status: string | null): number {
  if (status === null) return STATUSES.length + 1
  const known: readonly string[] = STATUSES
  const at = known.indexOf(status.toLowerCase())
  return at < 0 ? STATUSES.length : at
}

/** A status differs by shape as well as by colour; its word stands beside it. */
export function StatusMark({ status, size = 15 }: { status: string | null; size?: number }): ReactElement {
  const [Icon, colour] = MARKS[status?.toLowerCase() ?? ''] ?? [CircleDashed, 'var(--ink-faint)']
  return <Icon size={size} strokeWidth={1.75} color={colour} aria-hidden />
}

import {
  CalendarClock,
  CalendarX2,
  Check,
  ChevronDown,
  ChevronsDown,
  ChevronsUp,
  ChevronUp,
  Equal,
  Hourglass,
  type LucideIcon,
  Plane,
  Plus,
  Repeat,
} from 'lucide-react'
import type { ReactElement } from 'react'
import type { SignKind, TaskSign } from '../../core/tasks/signs.ts'
import { sayDay, sayDue, sayWholeDay, urgencyOf } from '../ui/days.ts'
import css from './markdown.module.css'

const ICONS: Readonly<Record<SignKind, LucideIcon>> = {
  due: CalendarClock,
  scheduled: Hourglass,
  start: Plane,
  completed: Check,
  cancelled: CalendarX2,
  created: Plus,
  repeats: Repeat,
  highest: ChevronsUp,
  high: ChevronUp,
  medium: Equal,
  low: ChevronDown,
  lowest: ChevronsDown,
}

const NAMES: Readonly<Record<SignKind, string>> = {
  due: 'Due',
  scheduled: 'Planned for',
  start: 'From',
  completed: 'Done',
  cancelled: 'Cancelled',
  created: 'Written',
  repeats: 'Repeats',
  highest: 'Highest priority',
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
  lowest: 'Lowest priority',
}

export const SIGN_KINDS = Object.keys(ICONS) as readonly SignKind[]

export function SignIcon({ kind, size = 15 }: { kind: SignKind; size?: number }): ReactElement {
  const Icon = ICONS[kind]
  return <Icon size={size} strokeWidth={1.75} role="img" aria-label={NAMES[kind]} />
}

/** `Due Monday, 23 November 2026`, for who rests on a sign. */
export function signTitle({ kind, date }: TaskSign): string {
  return date === undefined ? NAMES[kind] : `${NAMES[kind]} ${sayWholeDay(date)}`
}

/** The words next to the icon; `open` says whether what is due is still to be done. */
export function signWords({ kind, date }: TaskSign, open: boolean): string {
  if (date === undefined) return ''
  return open && kind === 'due' && urgencyOf(date) === 'overdue' ? sayDue(date) : sayDay(date)
}

/** A task's date or priority in a text that is only read. */
export function Sign({ sign }: { sign: TaskSign }): ReactElement {
  return (
    <span className={css.sign} title={signTitle(sign)}>
      <SignIcon kind={sign.kind} size={13} />
      {sign.date !== undefined && sayDay(sign.date)}
    </span>
  )
}

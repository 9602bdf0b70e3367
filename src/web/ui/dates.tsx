import type { ReactElement } from 'react'
import { dayOf, daysAgo, sayDay, sayDayWithin, sayWholeDay } from './days.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

interface WhenProps {
  readonly date: string
  /** Whether it stands in the middle of a sentence. */
  readonly isWithin?: boolean
}

/** An ISO date as it is said, with the whole date for who rests on it; what is no date stays as it was written. */
export function When({ date, isWithin = false }: WhenProps): ReactElement {
  if (dayOf(date) === undefined) return <span>{date}</span>
  return (
    <time dateTime={date} title={sayWholeDay(date)}>
      {isWithin ? sayDayWithin(date) : sayDay(date)}
    </time>
  )
}

/** The heading under which a date stands in a list that runs back in time. */
export function periodOf(date: string): string {
  const day = dayOf(date)
  if (day === undefined) return 'Without a date'
  const ago = daysAgo(day)
  if (ago === 0) return 'Today'
  if (ago === 1) return 'Yesterday'
  if (ago > 1 && ago < 7) return 'This week'
  return month.format(day)
}

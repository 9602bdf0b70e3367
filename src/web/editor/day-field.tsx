import type { ReactElement, ReactNode } from 'react'
import { sayWholeDay } from '../ui/days.ts'
import { FieldInPlace } from '../ui/field-in-place.tsx'

interface DayFieldProps {
  readonly label: string
  readonly className: string | undefined
  /** As written; a day in ISO form can be chosen anew. */
  readonly date: string | undefined
  readonly readOnly: boolean
  readonly starts?: boolean
  onChange(date: string): void
  onLeave?(): void
  /** What is seen while it is not edited. */
  readonly children: ReactNode
}

export function DayField({ date, label, ...rest }: DayFieldProps): ReactElement {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? ''
  const said = `${label}: ${date === undefined ? 'none' : sayWholeDay(date)}`
  return <FieldInPlace type="date" label={label} said={said} value={day} {...rest} />
}

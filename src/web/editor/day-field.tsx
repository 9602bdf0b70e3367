import { type ReactElement, type ReactNode, useState } from 'react'
import { sayWholeDay } from '../ui/days.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import css from './head.module.css'

interface DayFieldProps {
  readonly label: string
  readonly className: string | undefined
  /** As written; a day in ISO form can be chosen anew. */
  readonly date: string | undefined
  readonly readOnly: boolean
  onChange(date: string): void
  /** What is seen while it is not edited. */
  readonly children: ReactNode
}

/** A day that becomes a field where it stands: Enter or leaving keeps, Escape takes back, an empty field takes the day away. */
export function DayField({ label, className, date, readOnly, onChange, children }: DayFieldProps): ReactElement {
  const [editing, setEditing] = useState(false)
  const back = useFocusBack<HTMLButtonElement>(editing)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? ''
  if (!editing) {
    return (
      <button
        ref={back.place}
        type="button"
        className={className}
        disabled={readOnly}
        title={date === undefined ? undefined : `${label}: ${sayWholeDay(date)}`}
        aria-label={`${label}: ${date === undefined ? 'none' : sayWholeDay(date)}`}
        onClick={() => setEditing(true)}
      >
        {children}
      </button>
    )
  }
  return (
    <input
      type="date"
      className={css.date}
      aria-label={label}
      defaultValue={day}
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
      autoFocus
      onBlur={(event) => {
        setEditing(false)
        if (event.target.value !== day) onChange(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.key === 'Escape') event.currentTarget.value = day
        back.ask()
        event.currentTarget.blur()
      }}
    />
  )
}

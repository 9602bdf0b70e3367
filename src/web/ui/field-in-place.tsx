import { type ReactElement, type ReactNode, useState } from 'react'
import { say } from '../notice.ts'
import css from './field-in-place.module.css'
import { useFocusBack } from './use-focus-back.ts'

interface FieldInPlaceProps {
  readonly type: 'date' | 'datetime-local' | 'number'
  /** What the field is called, and what the button says. */
  readonly label: string
  readonly said: string
  readonly className: string | undefined
  /** As the field takes it. */
  readonly value: string
  readonly readOnly: boolean
  /** Whether it is a field at once. */
  readonly starts?: boolean
  /** @param value empty when it was taken away */
  onChange(value: string): void
  onLeave?(): void
  /** What is seen while it is not edited. */
  readonly children: ReactNode
}

/** A button that becomes a field where it stands: Enter or leaving keeps, Escape takes back, an empty field takes the value away. */
export function FieldInPlace(props: FieldInPlaceProps): ReactElement {
  const { type, label, said, className, value, readOnly, starts = false, onChange, onLeave, children } = props
  const [editing, setEditing] = useState(starts)
  const back = useFocusBack<HTMLButtonElement>(editing)
  if (!editing)
    return (
      <button
        ref={back.place}
        type="button"
        className={className}
        disabled={readOnly}
        title={value === '' ? undefined : said}
        aria-label={said}
        onClick={() => setEditing(true)}
      >
        {children}
      </button>
    )
  return (
    <input
      type={type}
      step={type === 'number' ? 'any' : undefined}
      className={css.field}
      aria-label={label}
      defaultValue={value}
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
      autoFocus
      onBlur={({ target }) => {
        setEditing(false)
        if (target.validity.badInput) say(`${label} stays as it was: what was typed is no ${NOUNS[type]}.`)
        else if (target.value !== value) onChange(target.value)
        onLeave?.()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // The button that has the focus next would take the same press for its own.
        event.preventDefault()
        if (event.key === 'Escape') event.currentTarget.value = value
        back.ask()
        event.currentTarget.blur()
      }}
    />
  )
}

const NOUNS = { date: 'day', 'datetime-local': 'day and time', number: 'number' } as const

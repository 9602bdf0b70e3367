import { type ReactElement, useEffect, useRef } from 'react'
import css from './head.module.css'

interface EditableTextProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  onChange(value: string): void
}

/** Text that becomes a field where it stands: Enter or leaving keeps, Escape takes back. */
export function EditableText({ label, value, placeholder, onChange }: EditableTextProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current !== null && document.activeElement !== field.current) field.current.value = value
  }, [value])
  return (
    <textarea
      ref={field}
      rows={1}
      className={css.editable}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      onBlur={(event) => {
        const next = event.target.value.replace(/\s+/g, ' ').trim()
        if (next !== value) onChange(next)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = value
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.nativeEvent.isComposing)) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}

import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { ChoiceField } from '../refactor/choice-field.tsx'
import css from './properties.module.css'

/** What is kept when it is chosen. */
export interface Offer {
  readonly id: string
  readonly label: ReactNode
  readonly value: string
}

interface FieldOverChoicesProps {
  readonly label: string
  readonly list: string
  readonly placeholder?: string
  readonly typed: string
  readonly offers: readonly Offer[]
  onType(typed: string): void
  /**
   * Once: Enter, a choice and leaving keep, Escape takes back.
   * @param kept undefined when it was taken back
   * @param byKey whether the focus goes back to where it was
   */
  onEnd(kept: string | undefined, byKey: boolean): void
}

/** A field that stands for a moment where something is written, with what may be meant below it. */
export function FieldOverChoices(props: FieldOverChoicesProps): ReactElement {
  const { label, list, placeholder = '', typed, offers, onType, onEnd } = props
  const place = useRef<HTMLDivElement>(null)
  const ended = useRef(false)
  useEffect(() => {
    const field = place.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])
  const end = (kept: string | undefined, byKey: boolean) => {
    if (ended.current) return
    ended.current = true
    onEnd(kept?.replace(/\s+/g, ' ').trim(), byKey)
  }
  return (
    <div
      ref={place}
      role="none"
      className={css.suggest}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) end(typed, false)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end(undefined, true)
      }}
    >
      <ChoiceField
        label={label}
        list={list}
        placeholder={placeholder}
        value={typed}
        choices={offers.map(({ value, ...offer }) => ({ ...offer, choose: () => end(value, true) }))}
        onChange={onType}
        onEnter={() => end(typed, true)}
      />
    </div>
  )
}

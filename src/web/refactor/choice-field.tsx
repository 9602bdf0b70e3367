import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import controls from '../ui/controls.module.css'
import css from './dialog.module.css'

export interface Choice {
  readonly id: string
  readonly label: ReactNode
  choose(): void
}

interface ChoiceFieldProps {
  readonly label: string
  readonly list: string
  readonly value: string
  readonly placeholder: string
  readonly choices: readonly Choice[]
  readonly startsSelected?: boolean
  onChange(value: string): void
  /** Enter, where no choice is highlighted. */
  onEnter(): void
}

/** A field with what may be meant below it: arrows walk the list, Enter or a click takes one. */
export function ChoiceField(props: ChoiceFieldProps): ReactElement {
  const { label, list, value, placeholder, choices, startsSelected = false, onChange, onEnter } = props
  const [at, setAt] = useState(-1)
  const listId = useId()
  const listElement = useRef<HTMLDivElement>(null)
  const active = Math.min(at, choices.length - 1)
  useEffect(() => {
    listElement.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const take = (choice: Choice) => {
    setAt(-1)
    choice.choose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = choices[active]
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, -1))
    else if (event.key === 'Enter') chosen ? take(chosen) : onEnter()
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className={controls.field}
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onFocus={(event) => startsSelected && event.target.select()}
        onChange={(event) => {
          setAt(-1)
          onChange(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={listElement} id={listId} role="listbox" aria-label={list} className={css.choices}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which names this row as its active one
          <div
            key={choice.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={css.choice}
            onPointerMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            {choice.label}
          </div>
        ))}
      </div>
    </>
  )
}

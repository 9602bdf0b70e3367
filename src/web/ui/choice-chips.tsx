import type { ReactElement } from 'react'
import css from './choice-chips.module.css'
import controls from './controls.module.css'
import { grouped } from './plural.ts'

export interface ChipChoice<T> {
  readonly value: T
  readonly label: string
  readonly count?: number | undefined
}

interface ChoiceChipsProps<T> {
  /** What is chosen: `Status`. */
  readonly label: string
  readonly choices: readonly ChipChoice<T>[]
  readonly chosen: T
  onChoose(value: T): void
}

/** One of a few, all to be seen: arrows walk, as in every group of radio buttons. */
export function ChoiceChips<T extends string | undefined>(props: ChoiceChipsProps<T>): ReactElement {
  const { label, choices, chosen, onChoose } = props
  return (
    <fieldset className={css.chips}>
      <legend className={controls.hidden}>{label}</legend>
      {choices.map(({ value, label: said, count }) => (
        <label key={value ?? ' none'} className={css.chip}>
          <input
            type="radio"
            name={label}
            className={controls.hidden}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {said}
          {count !== undefined && <span className={css.count}>{grouped(count)}</span>}
        </label>
      ))}
    </fieldset>
  )
}

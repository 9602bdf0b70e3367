import { type ReactElement, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { grouped } from '../ui/plural.ts'
import { type Choice, ChoiceField } from './choice-field.tsx'
import css from './dialog.module.css'

/** More than these are found by typing on. */
const SHOWN = 30

interface OfferedProps {
  readonly words: string
  readonly label: string
  readonly list: string
  readonly offered: readonly { readonly id: string; readonly notes?: number; readonly icon?: ReactElement }[]
  /** What stands in it at first is about to be written over: it is selected, and nothing is offered in its place. */
  readonly startsSelected?: boolean
  onChange(words: string): void
  onEnter(): void
  /** One of what is offered was taken. */
  onTaken?(): void
}

/** A field that offers what other notes have; nothing is offered any more once one of them is taken. */
export function OfferedField(props: OfferedProps): ReactElement {
  const { words, label, list, offered, startsSelected = false, onChange, onEnter, onTaken } = props
  const [taken, setTaken] = useState(startsSelected ? words : undefined)
  const wanted = foldName(words.replace(/^#/, ''))
  const choices = offered
    .filter(({ id }) => foldName(id).includes(wanted))
    .slice(0, SHOWN)
    .map(
      ({ id, notes, icon }): Choice => ({
        id,
        label: (
          <>
            {icon}
            <span className={css.choiceName}>{id}</span>
            {notes !== undefined && <span className={css.choiceSide}>{grouped(notes)}</span>}
          </>
        ),
        choose: () => {
          setTaken(id)
          onChange(id)
          onTaken?.()
        },
      }),
    )
  return (
    <div role="none">
      <ChoiceField
        label={label}
        list={list}
        placeholder={label}
        value={words}
        startsSelected={startsSelected}
        choices={taken === words ? [] : choices}
        onChange={onChange}
        onEnter={onEnter}
      />
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { FieldOverChoices } from '../properties/field-over-choices.tsx'
import { queries } from '../queries.ts'
import dialog from '../refactor/dialog.module.css'
import { grouped } from '../ui/plural.ts'

interface NewTagProps {
  /** Tags that the note has already. */
  readonly had: readonly string[]
  /** @param said as it was typed or chosen; undefined when it was taken back */
  onEnd(said: string | undefined, byKey: boolean): void
}

const SHOWN = 8

/** One more tag of a note, with those of other notes below it as soon as something is typed. */
export function NewTag({ had, onEnd }: NewTagProps): ReactElement {
  const [typed, setTyped] = useState('')
  const { data = [] } = useQuery(queries.tags())
  const wanted = foldName(typed.replace(/^\s*#+/, ''))
  const taken = new Set(had.map(foldName))
  const like = data.filter(({ tag }) => foldName(tag).includes(wanted) && !taken.has(foldName(tag)))
  const begun = like.filter(({ tag }) => foldName(tag).startsWith(wanted))
  const offered = wanted === '' ? [] : [...begun, ...like.filter((each) => !begun.includes(each))].slice(0, SHOWN)
  return (
    <FieldOverChoices
      label="New tag"
      list="Tags of other notes"
      typed={typed}
      offers={offered.map(({ tag, notes }) => ({
        id: tag,
        value: tag,
        label: (
          <>
            <span className={dialog.choiceName}>#{tag}</span>
            <span className={dialog.choiceSide}>{grouped(notes)}</span>
          </>
        ),
      }))}
      onType={setTyped}
      onEnd={onEnd}
    />
  )
}

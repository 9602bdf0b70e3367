import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { queries } from '../queries.ts'
import dialog from '../refactor/dialog.module.css'
import { FieldOverChoices } from './field-over-choices.tsx'
import { TypeIcon } from './type-icon.tsx'

interface KeyFieldProps {
  readonly label: string
  readonly value: string
  /** Keys that are not offered. */
  readonly taken: readonly string[]
  onKeep(key: string): void
  /** @param isNamed whether `onKeep` comes next */
  onLeave(isNamed: boolean): void
}

const SHOWN = 12
/** What the head of a note shows anyway can be added by its name too. */
const OWN = [
  { key: 'tags', type: 'list' },
  { key: 'aliases', type: 'list' },
  { key: 'date', type: 'date' },
  { key: 'due', type: 'date' },
  { key: 'status', type: 'text' },
] as const

/** The name of a property, with those that other notes have below it. */
export function KeyField({ label, value, taken, onKeep, onLeave }: KeyFieldProps): ReactElement {
  const [typed, setTyped] = useState(value)
  const { data = [] } = useQuery(queries.properties())
  const end = (kept: string | undefined) => {
    const said = kept?.replace(/:+$/, '').trim()
    onLeave(Boolean(said))
    if (said) onKeep(said)
  }
  const had = new Set(taken.map(foldName))
  const wanted = typed === value ? '' : foldName(typed)
  const own = OWN.filter(({ key }) => !data.some((each) => foldName(each.key) === key))
  const choices = [...data, ...own].filter(({ key }) => !had.has(foldName(key)) && foldName(key).includes(wanted))
  return (
    <FieldOverChoices
      label={label}
      list="Properties of other notes"
      placeholder="Name"
      typed={typed}
      offers={choices.slice(0, SHOWN).map(({ key, type }) => ({
        id: key,
        value: key,
        label: (
          <>
            <TypeIcon type={type} />
            <span className={dialog.choiceName}>{key}</span>
          </>
        ),
      }))}
      onType={setTyped}
      onEnd={end}
    />
  )
}

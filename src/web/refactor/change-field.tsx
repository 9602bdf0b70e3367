import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useRef } from 'react'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import css from './dialog.module.css'
import { FolderField } from './folder-field.tsx'
import { OfferedField } from './offered-field.tsx'
import { TagField } from './tag-field.tsx'
import { type ChangeTask, propertyIn, task } from './task.ts'

interface ChangeFieldProps {
  readonly of: ChangeTask
  readonly words: string
  readonly label: string
  onChange(words: string): void
  onEnter(): void
}

/** What some notes shall have, or have no more. */
export function ChangeField(props: ChangeFieldProps): ReactElement | null {
  const { of, words, onChange, onEnter } = props
  if (of.what === 'delete') return null
  if (of.what === 'move') return <FolderField value={words} onChange={onChange} onEnter={onEnter} />
  return (
    <>
      {(of.what === 'tag' || of.what === 'property') && <Either of={of} />}
      {of.what === 'tag' && <TagField {...props} />}
      {of.what === 'property' && <PropertyField {...props} />}
      {(of.what === 'kind' || of.what === 'status') && <ValueField {...props} property={of.what} />}
    </>
  )
}

function Either({ of }: { of: ChangeTask }): ReactElement {
  const names = of.what === 'tag' ? ['Add a tag', 'Remove a tag'] : ['Set a property', 'Remove a property']
  return (
    <div role="radiogroup" aria-label="What to do" className={css.either}>
      {names.map((name, at) => (
        <label key={name}>
          <input
            type="radio"
            name="either"
            checked={of.removes === (at === 1)}
            onChange={() => task.set({ ...of, removes: at === 1 })}
          />
          {name}
        </label>
      ))}
    </div>
  )
}

function ValueField({ property, ...props }: ChangeFieldProps & { property: string }): ReactElement {
  const { data = [] } = useQuery(queries.values(property, '', undefined))
  const offered = data.map(({ value, notes }) => ({
    id: value,
    notes,
    ...(property === 'kind' ? { icon: <KindIcon kind={value} /> } : {}),
  }))
  return <OfferedField {...props} list="Values in other notes" offered={offered} />
}

function PropertyField({ of, words, onChange, onEnter }: ChangeFieldProps): ReactElement {
  const { key, value } = propertyIn(words)
  const pair = useRef<HTMLDivElement>(null)
  const goToValue = () => pair.current?.querySelector<HTMLInputElement>('[aria-label="Value"]')?.focus()
  const { data = [] } = useQuery(queries.properties())
  const { data: values = [] } = useQuery({ ...queries.values(key, '', undefined), enabled: key !== '' && !of.removes })
  const keys = (
    <OfferedField
      words={key}
      label="Property"
      list="Properties of other notes"
      offered={data.map((each) => ({ id: each.key, notes: each.notes }))}
      // A colon ends the name.
      onChange={(next) => onChange(of.removes ? next : `${next.replaceAll(':', '')}: ${value}`)}
      onEnter={of.removes || value !== '' ? onEnter : goToValue}
      onTaken={goToValue}
    />
  )
  if (of.removes) return keys
  return (
    <div ref={pair} className={css.pair}>
      {keys}
      <OfferedField
        words={value}
        label="Value"
        list="Values in other notes"
        offered={values.map((each) => ({ id: each.value, notes: each.notes }))}
        onChange={(next) => onChange(`${key}: ${next}`)}
        onEnter={onEnter}
      />
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import type { Field, FieldEdit } from '../../core/properties/fields.ts'
import { KEYS } from '../../core/properties.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { KeyField } from './key-field.tsx'
import css from './properties.module.css'
import { PropertyRow, type PropertyRowProps } from './property-row.tsx'
import { knownType, shownType } from './shown-type.ts'

interface PropertyRowsProps {
  readonly fields: readonly Field[]
  readonly path: string
  readonly kind: string | undefined
  readonly readOnly: boolean
  /** Whether the name of one more is asked for. */
  readonly adding: boolean
  /** @param isNamed whether it gets a value now */
  onAdded(isNamed: boolean): void
  change(edit: FieldEdit): void
  onCreate(target: string): void
}

/** Shown above, each in a place of its own. */
const ABOVE = new Set([...KEYS.title, ...KEYS.kind, ...KEYS.tags, ...KEYS.status, ...KEYS.due])

/** The properties of a note that have no place of their own in its head, and the one that is being added. */
export function PropertyRows(props: PropertyRowsProps): ReactElement | null {
  const { fields, readOnly, adding, onAdded, ...rest } = props
  const { data } = useQuery(queries.properties())
  /** Has a name, and is not written before it has a value. */
  const [added, setAdded] = useState<string>()
  const shown = rowsIn(fields)
  const taken = fields.map(({ key }) => key)
  const isThere = taken.some((key) => foldName(key) === foldName(added ?? ''))
  const isPending = added !== undefined && !isThere
  const isWritten = useRef(false)
  useEffect(() => {
    isWritten.current = false
    if (isThere) setAdded(undefined)
  }, [isThere])
  if (shown.length === 0 && !adding && !isPending) return null
  const name = (key: string) => {
    if (taken.some((each) => foldName(each) === foldName(key))) say(`This note has ${key} already.`)
    else if (knownType(data, key) === 'checkbox') rest.change({ kind: 'set', key, value: 'false', type: 'checkbox' })
    else setAdded(key)
  }
  const pending: Field[] = isPending ? [{ key: added, shape: 'one', value: '', type: 'text' }] : []
  const starting: Partial<PropertyRowProps> = {
    starts: true,
    change: (asked) => {
      isWritten.current = true
      rest.change(asked)
    },
    // What was written comes back with the text in a moment, and its row stays until then.
    onLeave: () => isWritten.current || setAdded(undefined),
  }
  return (
    <ul aria-label="Properties" className={css.rows}>
      {[...shown, ...pending].map((field) => (
        <PropertyRow
          key={field.key}
          {...rest}
          field={field}
          type={shownType(field, knownType(data, field.key) ?? ownType(field.key))}
          taken={taken}
          readOnly={readOnly}
          {...(pending.includes(field) ? starting : {})}
        />
      ))}
      {adding && (
        <li className={css.row}>
          <KeyField label="Name of the property" value="" taken={taken} onKeep={name} onLeave={onAdded} />
        </li>
      )}
    </ul>
  )
}

/** All but what the head shows above; of `date` and `created` it shows one. */
function rowsIn(fields: readonly Field[]): Field[] {
  const day = KEYS.date.find((key) => fields.some((field) => field.key.toLowerCase() === key && isDay(field)))
  return fields.filter((field) => {
    const key = field.key.toLowerCase()
    return key !== day && !(ABOVE.has(key) && field.shape !== 'other')
  })
}

function isDay(field: Field): boolean {
  return field.shape === 'one' && /^\d{4}-\d{2}-\d{2}/.test(field.value)
}

/** What a property is that no other note has yet. */
function ownType(key: string): 'list' | 'date' | undefined {
  const folded = foldName(key)
  if (KEYS.tags.includes(folded) || KEYS.aliases.includes(folded)) return 'list'
  return KEYS.date.includes(folded) || KEYS.due.includes(folded) ? 'date' : undefined
}

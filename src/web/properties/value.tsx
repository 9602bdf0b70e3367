import type { ReactElement } from 'react'
import type { Field, FieldEdit } from '../../core/properties/fields.ts'
import { typeOfValue } from '../../core/properties/types.ts'
import { DayField } from '../editor/day-field.tsx'
import { When } from '../ui/dates.tsx'
import { FieldInPlace } from '../ui/field-in-place.tsx'
import { ListValue } from './list-value.tsx'
import { fieldValue, writtenAs } from './moments.ts'
import css from './properties.module.css'
import { writtenType } from './shown-type.ts'
import { TextValue } from './text-value.tsx'
import type { ShownType } from './type-icon.tsx'

export interface ValueProps {
  readonly field: Field
  readonly type: ShownType
  /** Path and kind of the note that has the property. */
  readonly path: string
  readonly kind: string | undefined
  readonly readOnly: boolean
  /** Whether it is edited at once: it was just added, and is written with its first value. */
  readonly starts?: boolean
  change(edit: FieldEdit): void
  /** A name in it that no note has yet is pressed. */
  onCreate(target: string): void
  onLeave?(): void
}

/** The value of a property, in the control that its type needs. */
export function Value(props: ValueProps): ReactElement {
  const { field, type, change, ...rest } = props
  const { key } = field
  if (field.shape === 'other')
    return (
      <code className={css.source} title="Show the properties as text to change this one">
        {field.source || '—'}
      </code>
    )
  if (field.shape === 'list' || type === 'list') {
    const items = field.shape === 'list' ? field.items : field.value === '' ? [] : [field.value]
    return <ListValue {...rest} property={key} items={items} change={change} />
  }
  const { value } = field
  const set = (next: string, as = writtenType(type, typeOfValue(next), props.starts === true)) =>
    change({ kind: 'set', key, value: next, type: as })
  switch (type) {
    case 'checkbox':
      return (
        <input
          type="checkbox"
          className={css.checkbox}
          aria-label={key}
          disabled={props.readOnly}
          checked={/^true$/i.test(value)}
          onChange={(event) => set(String(event.target.checked), 'checkbox')}
        />
      )
    case 'number':
      return (
        <FieldInPlace
          {...rest}
          type="number"
          label={key}
          said={`${key}: ${value || 'empty'}`}
          className={css.value}
          value={value}
          onChange={(next) => set(next, 'number')}
        >
          {value || <span className={css.none}>Empty</span>}
        </FieldInPlace>
      )
    case 'date':
      return (
        <DayField
          {...rest}
          label={key}
          className={css.value}
          date={value || undefined}
          onChange={(next) => set(next, 'date')}
        >
          {value === '' ? <span className={css.none}>Empty</span> : <When date={value} />}
        </DayField>
      )
    case 'datetime':
      return (
        <FieldInPlace
          {...rest}
          type="datetime-local"
          label={key}
          said={`${key}: ${value || 'empty'}`}
          className={css.value}
          value={fieldValue(value)}
          onChange={(next) => set(next === '' ? '' : writtenAs(value, next), 'datetime')}
        >
          {value === '' ? <span className={css.none}>Empty</span> : value.replace('T', ' ')}
        </FieldInPlace>
      )
    default:
      return (
        <TextValue {...rest} property={key} value={value} wantsNote={type === 'link'} onChange={(next) => set(next)} />
      )
  }
}

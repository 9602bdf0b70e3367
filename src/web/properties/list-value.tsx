import { Plus, X } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { FieldEdit } from '../../core/properties/fields.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { holdsLink, LinkedText } from './linked-text.tsx'
import css from './properties.module.css'
import { SuggestField } from './suggest-field.tsx'
import type { ValueProps } from './value.tsx'

interface ListValueProps extends Omit<ValueProps, 'field' | 'type' | 'change'> {
  readonly property: string
  readonly items: readonly string[]
  change(edit: FieldEdit): void
}

/** Several values, each to be changed or taken away; one more behind them. */
export function ListValue(props: ListValueProps): ReactElement {
  const { property, items, path, readOnly, starts = false, change, onCreate, onLeave } = props
  /** Which item is a field; as many as there are for one more. */
  const [editing, setEditing] = useState(starts ? items.length : undefined)
  const back = useFocusBack<HTMLButtonElement>(editing !== undefined)
  const field = (at: number, item: string) => (
    <SuggestField
      label={item === '' ? `Add to ${property}` : `${property}, item ${at + 1}`}
      value={item}
      property={property}
      from={path}
      except={items.filter((_, other) => other !== at)}
      onKeep={(next) => next !== item && keep(at, item, next)}
      onLeave={(byKey) => {
        if (byKey) back.ask()
        setEditing(undefined)
        onLeave?.()
      }}
    />
  )
  const keep = (at: number, old: string, item: string) => {
    if (old === '') change({ kind: 'add-item', key: property, item })
    else
      change(item === '' ? { kind: 'remove-item', key: property, at } : { kind: 'set-item', key: property, at, item })
  }
  return (
    <ul className={css.items} aria-label={property}>
      {items.map((item, at) => (
        <li key={`${at} ${item}`}>
          {editing === at ? (
            field(at, item)
          ) : (
            <span className={css.chip}>
              {holdsLink(item) || readOnly ? (
                <span className={css.chipName}>
                  <LinkedText path={path} text={item} onCreate={onCreate} />
                </span>
              ) : (
                <button type="button" className={css.chipName} onClick={() => setEditing(at)}>
                  {item || <span className={css.none}>Empty</span>}
                </button>
              )}
              {!readOnly && (
                <button
                  type="button"
                  className={css.remove}
                  aria-label={`Remove ${item} from ${property}`}
                  onClick={() => change({ kind: 'remove-item', key: property, at })}
                >
                  <X size={12} aria-hidden />
                </button>
              )}
            </span>
          )}
        </li>
      ))}
      {!readOnly && (
        <li>
          {editing === items.length ? (
            field(items.length, '')
          ) : (
            <button
              ref={back.place}
              type="button"
              className={css.add}
              aria-label={`Add to ${property}`}
              onClick={() => setEditing(items.length)}
            >
              <Plus size={14} aria-hidden />
              {items.length === 0 && <span className={css.none}>Empty</span>}
            </button>
          )}
        </li>
      )}
    </ul>
  )
}

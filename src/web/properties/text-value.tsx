import { PencilLine } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { holdsLink, LinkedText } from './linked-text.tsx'
import css from './properties.module.css'
import { SuggestField } from './suggest-field.tsx'
import type { ValueProps } from './value.tsx'

interface TextValueProps extends Omit<ValueProps, 'field' | 'type' | 'change'> {
  readonly property: string
  readonly value: string
  readonly wantsNote?: boolean
  /** What stands there without a value. */
  readonly empty?: string
  onChange(value: string): void
}

/** Words, with links in them as links; a press makes them a field. */
export function TextValue(props: TextValueProps): ReactElement {
  const {
    property,
    value,
    path,
    kind,
    readOnly,
    starts = false,
    wantsNote = false,
    empty = 'Empty',
    onChange,
    onCreate,
    onLeave,
  } = props
  const [editing, setEditing] = useState(starts)
  const back = useFocusBack<HTMLButtonElement>(editing)
  if (editing)
    return (
      <SuggestField
        label={property}
        value={value}
        property={property}
        kind={property.toLowerCase() === 'status' ? kind : undefined}
        from={path}
        wantsNote={wantsNote}
        onKeep={(next) => next !== value && onChange(next)}
        onLeave={(byKey) => {
          if (byKey) back.ask()
          setEditing(false)
          onLeave?.()
        }}
      />
    )
  if (holdsLink(value))
    return (
      <span className={css.linked}>
        <LinkedText path={path} text={value} onCreate={onCreate} />
        {!readOnly && (
          <IconButton
            ref={back.place}
            icon={PencilLine}
            size={14}
            label={`Change ${property}`}
            className={css.pencil}
            onClick={() => setEditing(true)}
          />
        )}
      </span>
    )
  return (
    <button
      ref={back.place}
      type="button"
      className={css.value}
      disabled={readOnly}
      aria-label={`${property}: ${value || 'empty'}`}
      onClick={() => setEditing(true)}
    >
      {value === '' ? <span className={css.none}>{empty}</span> : value}
    </button>
  )
}

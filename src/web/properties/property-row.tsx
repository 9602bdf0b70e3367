import { type ReactElement, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { say } from '../notice.ts'
import { laterMenu } from '../ui/later.tsx'
import { KeyField } from './key-field.tsx'
import css from './properties.module.css'
import { RowMenuButton } from './row-menu-button.tsx'
import { Value, type ValueProps } from './value.tsx'

const RowMenu = laterMenu(async () => (await import('./row-menu.tsx')).RowMenu)

export interface PropertyRowProps extends ValueProps {
  /** Keys that the note has. */
  readonly taken: readonly string[]
}

/** A property: its name, which opens what can be done with it, and its value. */
export function PropertyRow({ taken, ...props }: PropertyRowProps): ReactElement {
  const { field, type, readOnly, change } = props
  const [renaming, setRenaming] = useState(false)
  const button = <RowMenuButton property={field.key} type={type} disabled={readOnly} />
  const rename = (to: string) => {
    if (to === '' || to === field.key) return
    if (taken.some((key) => key !== field.key && foldName(key) === foldName(to)))
      say(`This note has ${to} already. Choose another name.`)
    else change({ kind: 'rename', key: field.key, to })
  }
  return (
    <li className={css.row}>
      {renaming ? (
        <KeyField
          label={`New name of ${field.key}`}
          value={field.key}
          taken={taken}
          onKeep={rename}
          onLeave={() => setRenaming(false)}
        />
      ) : readOnly || props.starts ? (
        button
      ) : (
        <RowMenu field={field} type={type} change={change} onRename={() => setRenaming(true)} fallback={button} />
      )}
      <Value {...props} />
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import { queries } from '../queries.ts'
import { ChoiceField } from '../refactor/choice-field.tsx'
import dialog from '../refactor/dialog.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import css from './decisions.module.css'

interface TargetFieldProps {
  readonly label: string
  /** Path of the note that will have the link. */
  readonly from: string
  /** @param target what to write between the brackets */
  onChoose(target: string): void
  onLeave(): void
}

/** Another note by any of its names, as a link's target. Escape leaves. */
export function TargetField({ label, from, onChoose, onLeave }: TargetFieldProps): ReactElement {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(queries.targets(typed.trim(), from))
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onLeave()
  }
  return (
    <div ref={place} className={css.targetField} onKeyDown={leave} role="none">
      <ChoiceField
        label={label}
        list="Notes"
        placeholder={label}
        value={typed}
        choices={(data ?? [])
          .filter(({ path }) => path !== from)
          .map(({ path, title, name, kind, target }) => ({
            id: `${path} ${name}`,
            label: (
              <>
                <KindIcon kind={kind} />
                <span className={dialog.choiceName}>{title}</span>
                <span className={dialog.choiceSide}>{folderOf(path)}</span>
              </>
            ),
            choose: () => onChoose(target),
          }))}
        onChange={setTyped}
        onEnter={() => {}}
      />
    </div>
  )
}

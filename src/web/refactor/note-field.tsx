import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { ChoiceField } from './choice-field.tsx'
import css from './dialog.module.css'

interface NoteFieldProps {
  readonly label?: string
  /** Whether notes are offered before anything is typed. */
  readonly isOpenAtFirst?: boolean
  /** Path of the note that may not be chosen. */
  readonly except: string
  /** @param path empty while none is chosen */
  onChange(path: string): void
  onEnter(): void
}

/** Another note, found by any of its names. */
export function NoteField({
  label = 'Into which note',
  isOpenAtFirst = true,
  except,
  onChange,
  onEnter,
}: NoteFieldProps): ReactElement {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(false)
  const { data } = useQuery(queries.names(typed.trim()))
  const others = chosen || (typed === '' && !isOpenAtFirst) ? [] : (data ?? []).filter(({ path }) => path !== except)
  return (
    <ChoiceField
      label={label}
      list="Notes"
      placeholder="Type a name of the note"
      value={typed}
      choices={others.map(({ path, title, name, kind }) => ({
        id: `${path} ${name}`,
        label: (
          <>
            <KindIcon kind={kind} />
            <span className={css.choiceName}>{title}</span>
            <span className={css.choiceSide}>{folderOf(path)}</span>
          </>
        ),
        choose: () => {
          setTyped(title)
          setChosen(true)
          onChange(path)
        },
      }))}
      onChange={(value) => {
        setTyped(value)
        setChosen(false)
        onChange('')
      }}
      onEnter={onEnter}
    />
  )
}

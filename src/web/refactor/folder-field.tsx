import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FolderClosed, FolderInput } from 'lucide-react'
import type { ReactElement } from 'react'
import { folderOf, isNotePath, joinPath } from '../../core/path.ts'
import { queries } from '../queries.ts'
import { plural } from '../ui/plural.ts'
import { type Choice, ChoiceField } from './choice-field.tsx'
import css from './dialog.module.css'

interface FolderFieldProps {
  /** A folder as it is written: `clients/old`; with a slash at its end its own folders are offered. */
  readonly value: string
  onChange(value: string): void
  onEnter(): void
}

/** A folder, chosen level by level or written; one that is not there yet is made. */
export function FolderField({ value, onChange, onEnter }: FolderFieldProps): ReactElement {
  const above = folderOf(value)
  const begun = value.slice(above === '' ? value.lastIndexOf('/') + 1 : above.length + 1).toLowerCase()
  const { data } = useQuery({ ...queries.folder(above), placeholderData: keepPreviousData })
  const folders = data?.folders.filter(({ name }) => name.toLowerCase().startsWith(begun)) ?? []
  const isNew =
    value.trim() !== '' &&
    !isNotePath(value) &&
    begun !== '' &&
    data !== undefined &&
    folders.every(({ path }) => path !== value)
  const up: Choice[] = above === '' ? [] : [choice(folderOf(above), above, `Back to ${folderOf(above) || 'the top'}`)]
  return (
    <>
      <ChoiceField
        label="Folder"
        list="Folders"
        placeholder="The top folder"
        value={value}
        choices={[...up, ...folders.map(({ path, name, notes }) => choice(path, name, name, plural(notes, 'note')))]}
        onChange={onChange}
        onEnter={onEnter}
      />
      {isNew && <p className={css.hint}>The folder {value.replace(/\/+$/, '')} will be made.</p>}
    </>
  )

  function choice(path: string, id: string, words: string, side?: string): Choice {
    const Icon = side === undefined ? FolderInput : FolderClosed
    return {
      id: side === undefined ? `up-${id}` : joinPath(above, id),
      label: (
        <>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          <span className={css.choiceName}>{words}</span>
          {side !== undefined && <span className={css.choiceSide}>{side}</span>}
        </>
      ),
      choose: () => onChange(path === '' ? '' : `${path}/`),
    }
  }
}

import { useQuery } from '@tanstack/react-query'
import { FolderClosed } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { fileNameOf } from '../../core/path.ts'
import { queries } from '../queries.ts'
import { FolderMenu } from '../refactor/folder-menu.tsx'
import { walkRows } from '../ui/arrow-keys.ts'
import { Empty } from '../ui/empty.tsx'
import { plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { NoteList, plainItems } from './note-list.tsx'
import { View } from './view.tsx'
import css from './views.module.css'

export function FolderView({ path }: { path: string }): ReactElement {
  const { data, error } = useQuery(queries.folder(path))
  const empty = data && data.folders.length + data.notes.length === 0
  return (
    <View
      title={path === '' ? 'Folders' : fileNameOf(path)}
      error={data ? null : error}
      tools={path !== '' && data && !empty && <FolderMenu path={path} />}
      place={path === '' ? undefined : <Crumbs folder={path} last={false} />}
    >
      {empty && (
        <Empty icon={FolderClosed} action={<NewNoteButton>Write a note here</NewNoteButton>}>
          The notes of this folder will stand here.
        </Empty>
      )}
      {data && data.folders.length > 0 && (
        <ul aria-label="Folders" className={css.list} onKeyDown={walkRows}>
          {data.folders.map((folder) => (
            <li key={folder.path}>
              <RouteLink to={{ kind: 'folder', path: folder.path }} className={css.row} data-row="">
                <FolderClosed size={16} strokeWidth={1.75} aria-hidden />
                <span className={css.name}>{folder.name}</span>
                <span className={css.date}>{plural(folder.notes, 'note')}</span>
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
      {data && data.notes.length > 0 && <NoteList label="Notes" items={plainItems(data.notes)} folders={false} />}
    </View>
  )
}

/** The way down to a folder; `last` shows the folder itself too. */
export function Crumbs({ folder, last = true }: { folder: string; last?: boolean }): ReactElement {
  const names = folder === '' ? [] : folder.split('/')
  const shown = last ? names : names.slice(0, -1)
  return (
    <span className={css.crumbs}>
      <RouteLink to={{ kind: 'folder', path: '' }}>Folders</RouteLink>
      {shown.map((name, index) => {
        const path = names.slice(0, index + 1).join('/')
        return (
          <Fragment key={path}>
            <span aria-hidden>/</span>
            <RouteLink to={{ kind: 'folder', path }}>{name}</RouteLink>
          </Fragment>
        )
      })}
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import { FolderMenu } from '../refactor/folder-menu.tsx'
import { useStore } from '../store.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import tree from './folder-tree.module.css'
import css from './left-column.module.css'
import { unfoldedFolders } from './unfolded.ts'

/** So many notes of a folder are listed here; its own view has all of them. */
const SHOWN = 100

export function FolderTree(): ReactElement {
  return <Folder path="" />
}

/** A folder's content, asked for when it is first opened. */
function Folder({ path }: { path: string }): ReactElement | null {
  const here = useRoute()
  const { data } = useQuery(queries.folder(path))
  if (!data) return null
  if (data.folders.length + data.notes.length === 0) return <p className={css.empty}>No notes here yet.</p>
  return (
    <ul className={path === '' ? undefined : tree.inner}>
      {data.folders.map((folder) => (
        <Branch key={folder.path} {...folder} />
      ))}
      {data.notes.slice(0, SHOWN).map((note) => (
        <li key={note.path}>
          <NoteLink
            path={note.path}
            className={css.row}
            aria-current={here.kind === 'note' && here.path === note.path ? 'page' : undefined}
          >
            <KindIcon kind={note.kind} />
            <span>{note.title}</span>
          </NoteLink>
        </li>
      ))}
      {data.notes.length > SHOWN && (
        <li>
          <RouteLink to={{ kind: 'folder', path }} className={css.row}>
            <span>All {grouped(data.notes.length)} notes</span>
          </RouteLink>
        </li>
      )}
    </ul>
  )
}

function Branch({ path, name, notes }: { path: string; name: string; notes: number }): ReactElement {
  const open = useStore(unfoldedFolders).includes(path)
  const [opened, setOpened] = useState(open)
  const toggle = () => {
    setOpened(true)
    const others = unfoldedFolders.get().filter((other) => other !== path)
    unfoldedFolders.set(open ? others : [...others, path])
  }
  return (
    <li>
      <div className={tree.branch}>
        <button type="button" className={css.row} aria-expanded={open} onClick={toggle}>
          <ChevronRight size={16} strokeWidth={1.75} className={tree.chevron} aria-hidden />
          <span>{name}</span>
          <span className={css.count}>{grouped(notes)}</span>
        </button>
        <FolderMenu path={path} className={tree.menu} />
      </div>
      {(open || opened) && (
        <div hidden={!open}>
          <Folder path={path} />
        </div>
      )}
    </li>
  )
}

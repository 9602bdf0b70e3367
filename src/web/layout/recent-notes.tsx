import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './left-column.module.css'

const SHOWN = 7

export function RecentNotes(): ReactElement {
  const here = useRoute()
  const { data } = useQuery(queries.recent())
  if (data?.length === 0) return <p className={css.empty}>The notes you change will stand here.</p>
  return (
    <ul>
      {data?.slice(0, SHOWN).map((note) => (
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
    </ul>
  )
}

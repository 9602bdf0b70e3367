import type { ReactElement } from 'react'
import type { LiveNote } from '../../http/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './live.module.css'

export function NoteName({ note: { path, title, kind } }: { note: LiveNote }): ReactElement {
  return (
    <NoteLink path={path} className={css.name} data-row="">
      <KindIcon kind={kind} size={15} />
      <span>{title}</span>
    </NoteLink>
  )
}

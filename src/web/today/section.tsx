import type { ReactElement, ReactNode } from 'react'
import { folderOf } from '../../core/path.ts'
import type { NoteSummary } from '../../http/types.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './today.module.css'

export function Section(props: { title: string; about?: string; children: ReactNode }): ReactElement {
  const { title, about, children } = props
  return (
    <section aria-label={title} className={css.section}>
      <h2 className={css.heading}>
        {title}
        {about !== undefined && <span className={css.about}>{about}</span>}
      </h2>
      <ul>{children}</ul>
    </section>
  )
}

interface RowProps {
  readonly note: NoteSummary
  /** Offset in the note to open it at. */
  readonly at?: number | undefined
  readonly date?: string
  /** Why it stands here. */
  readonly why?: string
}

/** A note, opened at the place where it was left. */
export function Row({ note, at, date, why }: RowProps): ReactElement {
  const folder = folderOf(note.path)
  return (
    <li>
      <NoteLink path={note.path} at={at} className={css.row} data-row="">
        <KindIcon kind={note.kind} size={16} />
        <span className={css.name}>
          {note.title}
          {why !== undefined && <span className={css.why}>{why}</span>}
        </span>
        <span className={css.facts}>
          {folder !== '' && <span>{folder}</span>}
          {date !== undefined && <When date={date} />}
        </span>
      </NoteLink>
    </li>
  )
}

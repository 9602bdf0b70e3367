import type { ReactElement, ReactNode } from 'react'
import { folderOf } from '../../core/path.ts'
import type { NoteSummary } from '../../http/types.ts'
import { NoteRow } from '../ui/note-row.tsx'
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
  return (
    <li>
      <NoteRow path={note.path} at={at} kind={note.kind} facts={folderOf(note.path)} date={date}>
        {note.title}
        {why !== undefined && <span className={css.why}>{why}</span>}
      </NoteRow>
    </li>
  )
}

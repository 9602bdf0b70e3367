import type { ReactElement, ReactNode } from 'react'
import { When } from './dates.tsx'
import { KindIcon } from './kind-icon.tsx'
import { NoteLink } from './note-link.tsx'
import css from './note-row.module.css'

interface NoteRowProps {
  readonly path: string
  /** Offset in the note to open it at. */
  readonly at?: number | undefined
  readonly kind: string | null
  /** At the end of the line, before the date. */
  readonly facts: string
  readonly date?: string | undefined
  /** What the note is called, and what belongs right under it. */
  readonly children: ReactNode
}

/** A note in a list that is read from top to bottom. */
export function NoteRow({ path, at, kind, facts, date, children }: NoteRowProps): ReactElement {
  return (
    <NoteLink path={path} at={at} className={css.row} data-row="">
      <KindIcon kind={kind} size={16} />
      <span className={css.name}>{children}</span>
      <span className={css.facts}>
        {facts !== '' && <span>{facts}</span>}
        {date !== undefined && <When date={date} />}
      </span>
    </NoteLink>
  )
}

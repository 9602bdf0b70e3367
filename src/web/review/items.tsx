import type { ReactElement } from 'react'
import { NoteRow } from '../ui/note-row.tsx'
import css from './review.module.css'

export interface Item {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly date?: string
  readonly facts: string
}

/** Notes under a heading; nothing where there are none. */
export function Items({ label, items }: { label: string; items: readonly Item[] }): ReactElement | null {
  if (items.length === 0) return null
  return (
    <section aria-label={label} className={css.section}>
      <h3 className={css.label}>{label}</h3>
      <ul>
        {items.map(({ path, title, kind, date, facts }, at) => (
          <li key={`${path} ${title} ${at}`}>
            <NoteRow path={path} kind={kind} facts={facts} date={date}>
              {title}
            </NoteRow>
          </li>
        ))}
      </ul>
    </section>
  )
}

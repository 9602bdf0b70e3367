import type { ReactElement } from 'react'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
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
            <NoteLink path={path} className={css.row} data-row="">
              <KindIcon kind={kind} size={16} />
              <span className={css.name}>{title}</span>
              <span className={css.facts}>
                {facts !== '' && <span>{facts}</span>}
                {date !== undefined && <When date={date} />}
              </span>
            </NoteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import hub from './hubs.module.css'
import css from './views.module.css'

/** So many groups are named one by one. */
const NAMED = 3

/** The notes without which groups of others would no longer hang together. */
export function Cuts(): ReactElement | null {
  const { data } = useQuery(queries.cuts())
  if (data === undefined || data.length === 0) return null
  return (
    <section aria-labelledby="cuts">
      <h2 id="cuts" className={hub.title}>
        What holds groups together
      </h2>
      <p className={css.about}>Without one of these notes, groups of notes would fall apart.</p>
      <ul aria-label="What holds groups together" className={css.list} onKeyDown={walkRows}>
        {data.map(({ path, title, kind, groups }) => (
          <li key={path}>
            <NoteLink path={path} className={css.row} data-row="">
              <KindIcon kind={kind} />
              <span className={css.name}>{title}</span>
              <span className={css.date}>{said(groups)}</span>
            </NoteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `40 and 6 notes`, `40, 6, 3 and 5 more groups`. */
function said(groups: readonly number[]): string {
  const more = groups.length - NAMED
  const named = groups.slice(0, NAMED)
  if (more > 0) return `${named.join(', ')} and ${more} more ${more === 1 ? 'group' : 'groups'}`
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)} notes`
}

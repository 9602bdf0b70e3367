import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import type { ReactElement } from 'react'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { Fold } from './fold.tsx'
import css from './left-column.module.css'

/** Searches that are kept at hand; nothing stands here before there is one. */
export function SavedSearches(): ReactElement | null {
  const here = useRoute()
  const { data = [] } = useQuery(queries.searches())
  if (data.length === 0) return null
  return (
    <Fold id="searches" title="Saved searches">
      <ul>
        {data.map(({ q }) => (
          <li key={q}>
            <RouteLink
              to={{ kind: 'search', q }}
              className={css.row}
              title={q}
              aria-current={here.kind === 'search' && here.q.trim() === q ? 'page' : undefined}
            >
              <Bookmark size={15} strokeWidth={1.75} aria-hidden />
              <span>{q}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

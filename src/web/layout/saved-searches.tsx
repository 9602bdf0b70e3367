import { useQuery } from '@tanstack/react-query'
import { Bookmark, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import { forget } from '../search/saved.ts'
import { IconButton } from '../ui/icon-button.tsx'
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
        {data.map((search) => (
          <li key={search.q} className={css.saved}>
            <RouteLink
              to={{ kind: 'search', q: search.q }}
              className={css.row}
              title={search.q}
              aria-current={here.kind === 'search' && here.q.trim() === search.q ? 'page' : undefined}
            >
              <Bookmark size={15} strokeWidth={1.75} aria-hidden />
              <span>{search.name ?? search.q}</span>
            </RouteLink>
            <IconButton
              icon={X}
              size={15}
              label={`Keep “${search.name ?? search.q}” no longer`}
              className={css.forget}
              onClick={() => void forget(search)}
            />
          </li>
        ))}
      </ul>
    </Fold>
  )
}

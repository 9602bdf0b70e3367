import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { titleOfKind } from '../kinds/title.ts'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { Fold } from './fold.tsx'
import css from './left-column.module.css'

/** More kinds than these are found by search; the most used stand here. */
const SHOWN = 12

/** The kinds that notes have, each with how many; nothing stands here before there is one. */
export function KindLinks(): ReactElement | null {
  const here = useRoute()
  const { data = [] } = useQuery(queries.kinds())
  const kinds = data.filter(({ kind }) => kind !== '').slice(0, SHOWN)
  const without = data.find(({ kind }) => kind === '')
  if (kinds.length === 0) return null
  return (
    <Fold id="kinds" title="Kinds">
      <ul>
        {[...kinds, ...(without ? [without] : [])].map(({ kind, notes }) => (
          <li key={kind}>
            <RouteLink
              to={{ kind: 'kind', name: kind }}
              className={css.row}
              aria-current={here.kind === 'kind' && here.name === kind ? 'page' : undefined}
            >
              <KindIcon kind={kind} />
              <span>{titleOfKind(kind)}</span>
              <span className={css.count}>{grouped(notes)}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

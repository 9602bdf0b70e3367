import { useQuery } from '@tanstack/react-query'
import {
  CalendarDays,
  CircleDashed,
  Clock,
  Compass,
  FolderClosed,
  Hash,
  History,
  ListChecks,
  type LucideIcon,
  Network,
  Search,
  Share2,
  Signpost,
  TreePalm,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { useProgress } from '../events.ts'
import { useRoute } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { Route } from '../routes.ts'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import css from './left-column.module.css'
import { openSearch } from './use-shortcuts.ts'

export interface View {
  readonly route: Route
  readonly title: string
  readonly icon: LucideIcon
}

export const VIEWS: readonly View[] = [
  { route: { kind: 'today' }, title: 'Today', icon: CalendarDays },
  { route: { kind: 'search', q: '' }, title: 'Search', icon: Search },
  { route: { kind: 'recent' }, title: 'Recent', icon: Clock },
  { route: { kind: 'topic', words: '' }, title: 'Topic', icon: Compass },
  { route: { kind: 'tasks' }, title: 'Tasks', icon: ListChecks },
  { route: { kind: 'tags' }, title: 'Tags', icon: Hash },
  { route: { kind: 'decisions' }, title: 'Decisions', icon: Signpost },
  { route: { kind: 'hubs' }, title: 'Hubs', icon: Share2 },
  { route: { kind: 'review' }, title: 'Review', icon: History },
  { route: { kind: 'graph' }, title: 'Graph', icon: Network },
  { route: { kind: 'unresolved' }, title: 'Unresolved', icon: CircleDashed },
  { route: { kind: 'islands' }, title: 'Islands', icon: TreePalm },
  { route: { kind: 'folder', path: '' }, title: 'Folders', icon: FolderClosed },
]

/** Above so many notes, lists are not asked for only to be counted. */
const SMALL_VAULT = 2000

export function ViewLinks(): ReactElement {
  const here = useRoute()
  const counts = useCounts()
  return (
    <ul aria-label="Views">
      {VIEWS.map(({ route, title, icon: Icon }) => (
        <li key={title}>
          <RouteLink
            to={route}
            className={css.row}
            aria-current={isAt(here, route) ? 'page' : undefined}
            {...(route.kind === 'search' ? { onClick: openSearch } : {})}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span>{title}</span>
            <span className={css.count}>{counts[route.kind]}</span>
          </RouteLink>
        </li>
      ))}
    </ul>
  )
}

function isAt(here: Route, view: Route): boolean {
  return (
    here.kind === view.kind ||
    (here.kind === 'tag' && view.kind === 'tags') ||
    (here.kind === 'day' && view.kind === 'today')
  )
}

function useCounts(): Partial<Record<Route['kind'], string>> {
  const { data: vault } = useQuery(queries.vault())
  const isReading = useProgress()?.reading !== undefined
  const enabled = vault !== undefined && vault.notes <= SMALL_VAULT && !isReading
  const { data: tags } = useQuery({ ...queries.tags(), enabled })
  const { data: unresolved } = useQuery({ ...queries.unresolved(), enabled })
  const { data: islands } = useQuery({ ...queries.islands(), enabled })
  return {
    ...(tags ? { tags: grouped(tags.length) } : {}),
    ...(unresolved ? { unresolved: grouped(unresolved.length) } : {}),
    ...(islands ? { islands: grouped(islands.filter(({ fine }) => !fine).length) } : {}),
    ...(vault ? { folder: grouped(vault.notes) } : {}),
  }
}

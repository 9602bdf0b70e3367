import { useQuery } from '@tanstack/react-query'
import { Share2 } from 'lucide-react'
import type { ReactElement } from 'react'
import type { HubTrendAnswer } from '../../http/types.ts'
import type { HubQuery } from '../api.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { HubsRoute } from '../routes.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { classes } from '../ui/class-names.ts'
import { Empty } from '../ui/empty.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { Cuts } from './cuts.tsx'
import { HubFilters, periodsOf } from './hub-filters.tsx'
import hub from './hubs.module.css'
import { View } from './view.tsx'
import css from './views.module.css'

const MONTH = 30

/** The notes that most notes link to, ever or lately, and those that hold others together. */
export function HubsView({ route }: { route: HubsRoute }): ReactElement {
  const { days = MONTH, lately, of, tag } = route
  const query: HubQuery = { days, now: lately ? 'true' : 'false', kind: of, tag }
  const { data, error } = useQuery(queries.hubTrends(query))
  const most = data?.[0]?.sources ?? 1
  const isFiltered = lately === true || of !== undefined || tag !== undefined
  return (
    <View
      title="Hubs"
      error={data ? null : error}
      isAwaited={data === undefined}
      about={data && (data.length > 0 || isFiltered) && aboutHubs(days)}
    >
      {data?.length === 0 && !isFiltered && (
        <Empty icon={Share2}>
          The notes that others link to most will stand here. Type @ and a name in a note to link it.
        </Empty>
      )}
      {data && (data.length > 0 || isFiltered) && <HubFilters route={route} days={days} onChange={go} />}
      {data?.length === 0 && isFiltered && <p className={hub.none}>The filters leave no note.</p>}
      <ol aria-label="Hubs" className={css.list} onKeyDown={walkRows}>
        {data?.map((each) => (
          <Hub key={each.path} hub={each} most={most} days={query.days} />
        ))}
      </ol>
      <Cuts />
    </View>
  )
}

function aboutHubs(days: number): string {
  return `The notes that most other notes link to. The small bars say how many of those were written in each of the last twelve ${periodsOf(days)}.`
}

function Hub({ hub: each, most, days }: { hub: HubTrendAnswer; most: number; days: number }): ReactElement {
  const { path, title, kind, backlinks, sources, trend } = each
  return (
    <li>
      <NoteLink
        path={path}
        className={css.row}
        data-row=""
        title={`${plural(backlinks, 'link')} from ${plural(sources, 'note')}`}
      >
        <KindIcon kind={kind} />
        <span className={classes(css.name, hub.hub)}>{title}</span>
        <Trend trend={trend} days={days} />
        <span className={css.bar} aria-hidden>
          <span style={{ width: `${(100 * sources) / most}%` }} />
        </span>
        <span className={classes(css.date, hub.sources)}>{plural(sources, 'note')}</span>
        <span className={classes(css.date, css.spare)}>{plural(backlinks, 'link')}</span>
      </NoteLink>
    </li>
  )
}

/** Twelve periods as bars, the current one last. */
function Trend({ trend, days }: { trend: readonly number[]; days: number }): ReactElement {
  const most = Math.max(...trend, 1)
  const now = trend.at(-1) ?? 0
  const before = trend.at(-2) ?? 0
  return (
    <span
      className={hub.trend}
      role="img"
      aria-label={`${now} in the last ${days} days, ${before} in the ${days} days before`}
    >
      {trend.map((count, at) => (
        <span key={at} style={{ height: `${(100 * count) / most}%` }} data-now={at === trend.length - 1} />
      ))}
    </span>
  )
}

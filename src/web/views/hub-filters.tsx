import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import type { HubsRoute } from '../routes.ts'
import controls from '../ui/controls.module.css'
import { plural } from '../ui/plural.ts'
import css from './hubs.module.css'

const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project']
const PERIODS = [
  { days: 7, said: 'a week', many: 'weeks' },
  { days: 30, said: 'a month', many: 'months' },
  { days: 91, said: 'a quarter', many: 'quarters' },
  { days: 365, said: 'a year', many: 'years' },
] as const

/** `months`; for a length that cannot be chosen here `periods of 12 days`. */
export function periodsOf(days: number): string {
  return PERIODS.find((period) => period.days === days)?.many ?? `periods of ${plural(days, 'day')}`
}

interface FiltersProps {
  readonly route: HubsRoute
  /** Of a period, also when the address does not say it. */
  readonly days: number
  onChange(route: HubsRoute): void
}

/** Since when, of which kind, with which tag. */
export function HubFilters({ route, days, onChange }: FiltersProps): ReactElement {
  const { data: tags } = useQuery(queries.tags())
  const { data: hubs } = useQuery(queries.hubTrends({ days, now: 'false', kind: undefined, tag: undefined }))
  const own = hubs?.flatMap(({ kind }) => kind ?? []) ?? []
  const kinds = [...new Set([...KINDS, ...own, ...(route.of === undefined ? [] : [route.of])])]
  return (
    <div className={css.filters}>
      <label>
        <span className={controls.hidden}>Which links count</span>
        <select
          className={controls.field}
          value={String(route.lately ?? false)}
          onChange={(event) => onChange({ ...route, lately: event.target.value === 'true' ? true : undefined })}
        >
          <option value="false">Linked ever</option>
          <option value="true">Linked in the last period</option>
        </select>
      </label>
      <label>
        <span className={controls.hidden}>Length of a period</span>
        <select
          className={controls.field}
          value={days}
          onChange={(event) => onChange({ ...route, days: Number(event.target.value) })}
        >
          {PERIODS.map((period) => (
            <option key={period.days} value={period.days}>
              Period: {period.said}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={controls.hidden}>Kind</span>
        <select
          className={controls.field}
          value={route.of ?? ''}
          onChange={(event) => onChange({ ...route, of: event.target.value || undefined })}
        >
          <option value="">Any kind</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={controls.hidden}>Tag</span>
        <select
          className={controls.field}
          value={route.tag ?? ''}
          onChange={(event) => onChange({ ...route, tag: event.target.value || undefined })}
        >
          <option value="">Any tag</option>
          {tags?.map(({ tag }) => (
            <option key={tag} value={tag}>
              #{tag}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

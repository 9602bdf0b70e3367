import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { HubQuery } from '../api.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import css from './hubs.module.css'

const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project']
const PERIODS = [
  { days: 7, said: 'a week' },
  { days: 30, said: 'a month' },
  { days: 91, said: 'a quarter' },
  { days: 365, said: 'a year' },
] as const

/** Since when, of which kind, with which tag. */
export function HubFilters({ query, onChange }: { query: HubQuery; onChange(query: HubQuery): void }): ReactElement {
  const { data: tags } = useQuery(queries.tags())
  return (
    <div className={css.filters}>
      <label>
        <span className={controls.hidden}>Which links count</span>
        <select
          className={controls.field}
          value={query.now}
          onChange={(event) => onChange({ ...query, now: event.target.value as HubQuery['now'] })}
        >
          <option value="false">Linked ever</option>
          <option value="true">Linked in the last period</option>
        </select>
      </label>
      <label>
        <span className={controls.hidden}>Length of a period</span>
        <select
          className={controls.field}
          value={query.days}
          onChange={(event) => onChange({ ...query, days: Number(event.target.value) })}
        >
          {PERIODS.map(({ days, said }) => (
            <option key={days} value={days}>
              Period: {said}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={controls.hidden}>Kind</span>
        <select
          className={controls.field}
          value={query.kind ?? ''}
          onChange={(event) => onChange({ ...query, kind: event.target.value || undefined })}
        >
          <option value="">Any kind</option>
          {KINDS.map((kind) => (
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
          value={query.tag ?? ''}
          onChange={(event) => onChange({ ...query, tag: event.target.value || undefined })}
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

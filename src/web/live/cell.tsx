import { Fragment, type ReactElement } from 'react'
import type { LiveGroup } from '../../http/types.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { When } from '../ui/dates.tsx'
import { sayDay } from '../ui/days.ts'
import { RouteLink } from '../ui/route-link.tsx'
import css from './live.module.css'

const DATE = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/
const NO_MARK = [0, 0] as const

interface CellProps {
  readonly column: string
  readonly values: readonly string[]
}

/** What a note says of a field. */
export function Cell({ column, values }: CellProps): ReactElement {
  return (
    <span>
      {values.map((value, at) => (
        <Fragment key={value}>
          {at > 0 && ', '}
          <Value column={column} value={value} />
        </Fragment>
      ))}
    </span>
  )
}

function Value({ column, value }: { column: string; value: string }): ReactElement {
  if (column === 'tags')
    return (
      <RouteLink to={{ kind: 'tag', tag: value.slice(1) }} className={css.value}>
        {value}
      </RouteLink>
    )
  return DATE.test(value) ? <When date={value} /> : <Sentence text={value} mark={NO_MARK} />
}

/** What a group is headed with. */
export function saidGroup(field: string, { title }: LiveGroup): string {
  return title === null ? 'Others' : saidValue(field, title)
}

function saidValue(field: string, value: string): string {
  if (DATE.test(value) && !/^(?:title|note|folder)$/.test(field)) return sayDay(value)
  return field === 'kind' || field === 'status' ? value.charAt(0).toUpperCase() + value.slice(1) : value
}

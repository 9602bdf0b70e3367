import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactElement } from 'react'
import type { KindNotesAnswer, KindRow } from '../../http/types.ts'
import { StatusMark } from '../decisions/status-mark.tsx'
import { go } from '../navigate.ts'
import type { KindRoute } from '../routes.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { classes } from '../ui/class-names.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { grouped } from '../ui/plural.ts'
import css from './kinds.module.css'
import { sortedBy, sortingOf } from './sorting.ts'

interface KindTableProps {
  readonly route: KindRoute
  readonly answer: KindNotesAnswer
}

interface Column {
  readonly key: string
  readonly title: string
  /** A press sorts from the largest down. */
  readonly isTurned: boolean
  readonly className: string | undefined
  cell(row: KindRow): ReactElement | string | null
}

export function KindTable({ route, answer }: KindTableProps): ReactElement {
  const columns = columnsOf(answer)
  const { by, turned } = sortingOf(route.sort)
  const sort = ({ key, isTurned }: Column) => {
    const { sort: _, ...rest } = route
    const next = sortedBy(route.sort, key, isTurned)
    go(next === undefined ? rest : { ...rest, sort: next }, { replace: true })
  }
  return (
    <table className={css.table} onKeyDown={walkRows}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.className}
              {...(by === column.key ? { 'aria-sort': turned ? 'descending' : 'ascending' } : {})}
            >
              <button type="button" onClick={() => sort(column)}>
                {column.title}
                {by === column.key && <Turn turned={turned} />}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <tr key={row.path}>
            {columns.map((column) => (
              <td key={column.key} className={column.className}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Turn({ turned }: { turned: boolean }): ReactElement {
  const Icon = turned ? ArrowDown : ArrowUp
  return <Icon size={13} strokeWidth={2} aria-hidden />
}

function columnsOf({ columns, statuses }: KindNotesAnswer): Column[] {
  const hasStatus = statuses.some(({ status }) => status !== null)
  return [
    {
      key: 'title',
      title: 'Title',
      isTurned: false,
      className: css.title,
      cell: ({ path, title, kind }) => (
        <NoteLink path={path} className={classes(css.link, parts.quietLink)} data-row="">
          <KindIcon kind={kind} />
          <span>{title}</span>
        </NoteLink>
      ),
    },
    ...(hasStatus ? [STATUS] : []),
    ...columns.map(
      ({ key, type }, at): Column => ({
        key,
        title: key,
        isTurned: type === 'number' || type === 'date' || type === 'datetime',
        className: css.spare,
        cell: ({ values }) => <Values values={values[at] ?? []} type={type} />,
      }),
    ),
    {
      key: 'date',
      title: 'Date',
      isTurned: true,
      className: css.date,
      cell: ({ date }) => <When date={date} />,
    },
    {
      key: 'backlinks',
      title: 'Backlinks',
      isTurned: true,
      className: css.number,
      cell: ({ backlinks }) => (backlinks === 0 ? '' : grouped(backlinks)),
    },
  ]
}

const STATUS: Column = {
  key: 'status',
  title: 'Status',
  isTurned: false,
  className: undefined,
  cell: ({ status }) =>
    status === null ? null : (
      <span className={css.statusWord}>
        <StatusMark status={status} size={14} />
        {status}
      </span>
    ),
}

function Values({ values, type }: { values: readonly string[]; type: string }): ReactElement {
  const [first] = values
  if (type === 'date' && first !== undefined && values.length === 1) return <When date={first} />
  if (type === 'checkbox' && first !== undefined) return <span>{/^true$/i.test(first) ? 'yes' : 'no'}</span>
  if (type === 'datetime') return <span>{values.join(', ').replaceAll('T', ' ')}</span>
  // What is seen of a link is its words.
  return <span>{values.map((value) => value.replace(/@?\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1')).join(', ')}</span>
}

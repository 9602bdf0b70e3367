import { useQuery } from '@tanstack/react-query'
import { Activity } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import type { OperationAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { undo } from '../refactor/carry-out.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { periodOf } from '../ui/dates.tsx'
import { Empty } from '../ui/empty.tsx'
import { plural } from '../ui/plural.ts'
import { View } from '../views/view.tsx'
import css from './history.module.css'
import { sayClock } from './said.ts'

/** What was done to notes, newest first; most of it can be taken back. */
export function ActivityView(): ReactElement {
  const { data, error } = useQuery(queries.operations())
  return (
    <View
      title="Activity"
      error={data ? null : error}
      isAwaited={data === undefined}
      {...(data && data.length > 0
        ? { about: 'What was done to notes. Undo leaves alone what was changed in a note since.' }
        : {})}
    >
      {data?.length === 0 && (
        <Empty icon={Activity}>What you write, rename and delete will stand here, to be taken back.</Empty>
      )}
      {data &&
        periods(data).map(([period, operations]) => (
          <Fragment key={period}>
            <h2 className={css.period}>{period}</h2>
            <ul aria-label={period} className={css.trash}>
              {operations.map((operation) => (
                <Operation key={operation.id} operation={operation} />
              ))}
            </ul>
          </Fragment>
        ))}
    </View>
  )
}

function Operation({ operation }: { operation: OperationAnswer }): ReactElement {
  const { id, at, label, notes, undone, kind } = operation
  return (
    <li className={css.operation}>
      <time dateTime={at} className={css.size}>
        {sayClock(at)}
      </time>
      <span className={css.label} data-undone={undone || undefined}>
        {label}
      </span>
      <span className={classes(css.size, css.spare)}>{plural(notes, 'note')}</span>
      {undone ? (
        <span className={css.taken}>Taken back</span>
      ) : (
        kind !== 'outside' && (
          <button type="button" className={controls.button} aria-label={`Undo: ${label}`} onClick={() => void undo(id)}>
            Undo
          </button>
        )
      )}
    </li>
  )
}

function periods(operations: readonly OperationAnswer[]): [string, OperationAnswer[]][] {
  return [...Map.groupBy(operations, ({ at }) => periodOf(at))]
}

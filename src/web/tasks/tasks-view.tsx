import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import type { ReactElement } from 'react'
import type { TaskGrouping } from '../../http/types.ts'
import { useSteady } from '../margin/use-steady.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/empty.tsx'
import { View } from '../views/view.tsx'
import { Group } from './task-group.tsx'
import css from './tasks.module.css'
import { useTicks } from './ticks.ts'

const GROUPINGS: readonly (readonly [TaskGrouping, string])[] = [
  ['due', 'Due date'],
  ['project', 'Project'],
  ['tag', 'Tag'],
  ['note', 'Note'],
]

const NOTHING: Readonly<Record<TaskGrouping, string>> = {
  due: '',
  project: 'No open task stands in a note of the kind project, or in one that is part of a project.',
  tag: 'No open task has a tag, nor has its note.',
  note: 'Nothing is left to do.',
}

/** Everything that is to be done, in all notes. */
export function TasksView({ by = 'due' }: { by: TaskGrouping | undefined }): ReactElement {
  const { data, error } = useQuery(queries.tasks(by, today()))
  const { shown, watch } = useSteady(by, data)
  const ticks = useTicks(shown)
  const isEmpty = shown !== undefined && shown.open + shown.done === 0
  const groups = shown?.groups.filter(({ count }) => count > 0) ?? []
  return (
    <View title="Tasks" count={shown?.open} error={data ? null : error} tools={!isEmpty && <Groupings by={by} />}>
      {isEmpty && (
        <Empty icon={ListChecks}>
          What is to be done will stand here, from all notes. Write - [ ] before a line, or give a note the kind task.
        </Empty>
      )}
      <div onKeyDown={walkRows} role="none" {...watch}>
        {groups.map((group) => (
          <Group key={`${by} ${group.key}`} by={by} group={group} ticks={ticks} />
        ))}
      </div>
      {shown !== undefined && !isEmpty && groups.length === 0 && <p className={css.none}>{NOTHING[by]}</p>}
      {shown !== undefined && shown.more > 0 && (
        <p className={css.none}>Only the groups with the most tasks are shown; search with has:task for the others.</p>
      )}
    </View>
  )
}

function Groupings({ by }: { by: TaskGrouping }): ReactElement {
  return (
    <fieldset className={css.groupings}>
      <legend className={controls.hidden}>Group by</legend>
      {GROUPINGS.map(([each, said]) => (
        <label key={each} className={css.grouping}>
          <input
            type="radio"
            name="grouping"
            className={controls.hidden}
            checked={by === each}
            onChange={() => go({ kind: 'tasks', ...(each === 'due' ? {} : { by: each }) }, { replace: true })}
          />
          {said}
        </label>
      ))}
    </fieldset>
  )
}

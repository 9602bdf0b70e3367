import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import type { ReactElement } from 'react'
import type { TaskGrouping } from '../../http/types.ts'
import { useSteady } from '../margin/use-steady.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { type ChipChoice, ChoiceChips } from '../ui/choice-chips.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/empty.tsx'
import { View } from '../views/view.tsx'
import { Group } from './task-group.tsx'
import css from './tasks.module.css'
import { useTicks } from './ticks.ts'

const GROUPINGS: readonly ChipChoice<TaskGrouping>[] = [
  { value: 'due', label: 'Due date' },
  { value: 'project', label: 'Project' },
  { value: 'tag', label: 'Tag' },
  { value: 'note', label: 'Note' },
]

function group(by: TaskGrouping): void {
  go({ kind: 'tasks', ...(by === 'due' ? {} : { by }) }, { replace: true })
}

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
    <View
      title="Tasks"
      count={shown?.open}
      error={data ? null : error}
      isAwaited={shown === undefined}
      tools={!isEmpty && <ChoiceChips label="Group by" choices={GROUPINGS} chosen={by} onChoose={group} />}
    >
      {isEmpty && (
        <Empty icon={ListChecks}>
          What is to be done will stand here, from all notes. Write - [ ] before a line, or give a note the kind task.
        </Empty>
      )}
      <div onKeyDown={walkRows} role="none" {...watch}>
        {groups.map((each) => (
          <Group key={`${by} ${each.key}`} by={by} group={each} ticks={ticks} />
        ))}
      </div>
      {shown !== undefined && !isEmpty && groups.length === 0 && <p className={css.none}>{NOTHING[by]}</p>}
      {shown !== undefined && shown.more > 0 && (
        <p className={css.none}>Only the groups with the most tasks are shown; search with has:task for the others.</p>
      )}
    </View>
  )
}

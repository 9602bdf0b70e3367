import type { ReactElement } from 'react'
import type { TasksAnswer } from '../../http/types.ts'
import { useSteady } from '../margin/use-steady.ts'
import { TaskLine } from '../tasks/task-line.tsx'
import { keyOfTask, useTicks } from '../tasks/ticks.ts'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { Section } from './section.tsx'
import css from './today.module.css'

/** Tasks of each of the two groups; the others stand in the Tasks view. */
const SHOWN = 6

/** What is due today, and what should have been done before. */
export function TasksDue({ answer }: { answer: TasksAnswer }): ReactElement {
  const { shown = answer, watch } = useSteady('due', answer)
  const ticks = useTicks(shown)
  const due = ['today', 'overdue'].flatMap((key) => shown.groups.filter((group) => group.key === key))
  const tasks = due.flatMap((group) => group.tasks.slice(0, SHOWN))
  const more = due.reduce((sum, { count }) => sum + count, 0) - tasks.length
  return (
    <div role="none" {...watch}>
      <Section title="Tasks due">
        {tasks.length === 0 && <li className={css.more}>Nothing is due today.</li>}
        {tasks.map((task) => (
          <TaskLine key={keyOfTask(task)} task={task} ticks={ticks} />
        ))}
        {more > 0 && (
          <li className={css.more}>
            <RouteLink to={{ kind: 'tasks' }} className={css.link}>
              {grouped(more)} more in Tasks
            </RouteLink>
          </li>
        )}
      </Section>
    </div>
  )
}

import type { ReactElement, ReactNode } from 'react'
import { sayMonth } from '../../core/topic/keep.ts'
import type { Timeline } from '../../core/topic/timeline.ts'
import type { TaskItem, TopicAnswer } from '../../http/types.ts'
import { TaskLine } from '../tasks/task-line.tsx'
import { keyOfTask, type Ticks, useTicks } from '../tasks/ticks.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import css from './topic.module.css'

/** When it was thought about, what is to be done, who and what goes with it. */
export function TopicSide({ answer }: { answer: TopicAnswer }): ReactElement {
  const { timeline, tasks, people, tags } = answer
  const ticks = useTicks(answer)
  return (
    <div className={css.side}>
      {timeline.months.length > 0 && (
        <Section title="When">
          <Months timeline={timeline} />
        </Section>
      )}
      {tasks.open.length > 0 && (
        <Section title="To do" count={tasks.open.length}>
          <Tasks tasks={tasks.open} ticks={ticks} />
        </Section>
      )}
      {tasks.done.length > 0 && (
        <Section title="Done" count={tasks.done.length}>
          <Tasks tasks={tasks.done} ticks={ticks} />
        </Section>
      )}
      {people.length > 0 && (
        <Section title="People">
          <ul className={css.people}>
            {people.map(({ path, title, why }) => (
              <li key={path}>
                <NoteLink path={path} title={why} className={classes(css.sideLink, parts.quietLink)} data-row="">
                  {title}
                </NoteLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tags.length > 0 && (
        <Section title="Tags">
          <ul className={css.tags}>
            {tags.map(({ tag, notes }) => (
              <li key={tag}>
                <RouteLink to={{ kind: 'tag', tag }} className={classes(css.sideLink, parts.quietLink)} data-row="">
                  #{tag} <span className={controls.count}>{notes}</span>
                </RouteLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }): ReactElement {
  return (
    <section aria-label={title} className={css.section}>
      <h2 className={css.heading}>
        {title}
        {count !== undefined && <span className={controls.count}>{count}</span>}
      </h2>
      {children}
    </section>
  )
}

function Tasks({ tasks, ticks }: { tasks: readonly TaskItem[]; ticks: Ticks }): ReactElement {
  return (
    <ul>
      {tasks.map((task) => (
        <TaskLine key={keyOfTask(task)} task={task} ticks={ticks} />
      ))}
    </ul>
  )
}

/** A bar for each month, and the pauses in words. */
function Months({ timeline: { months, quiet } }: { timeline: Timeline }): ReactElement {
  const most = Math.max(...months.map(({ notes }) => notes), 1)
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? '']
  return (
    <>
      <div
        className={css.months}
        role="img"
        aria-label={months.map(({ month, notes }) => `${sayMonth(month)}: ${plural(notes, 'note')}`).join(', ')}
      >
        {months.map(({ month, notes }) => (
          <span key={month} className={css.month} title={`${sayMonth(month)}: ${plural(notes, 'note')}`}>
            <span className={css.bar} style={{ height: `${(100 * notes) / most}%` }} />
          </span>
        ))}
      </div>
      <p className={css.ends}>
        <span>{sayMonth(first)}</span>
        {last !== first && <span>{sayMonth(last)}</span>}
      </p>
      {quiet.map(({ from, to }) => (
        <p key={from} className={css.quiet}>
          Quiet from {sayMonth(from)} to {sayMonth(to)}
        </p>
      ))}
    </>
  )
}

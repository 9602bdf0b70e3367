import { useQuery } from '@tanstack/react-query'
import { Hash } from 'lucide-react'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { TaskGroup, TaskGrouping } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { today } from '../ui/days.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { TaskLine } from './task-line.tsx'
import css from './tasks.module.css'
import { keyOfTask, type Ticks } from './ticks.ts'

const DUE: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  upcoming: 'Upcoming',
  none: 'No date',
  done: 'Done',
}

interface GroupProps {
  readonly by: TaskGrouping
  readonly group: TaskGroup
  readonly ticks: Ticks
}

/** One group of tasks: the first of them, and the others when they are asked for. */
export function Group({ by, group, ticks }: GroupProps): ReactElement {
  const [isWhole, setWhole] = useState(false)
  const isFolding = by === 'due' && group.key === 'done'
  const [isOpen, setOpen] = useState(!isFolding)
  const { data } = useQuery({ ...queries.taskGroup(by, group.key, today()), enabled: isWhole })
  const list = useRef<HTMLUListElement>(null)
  const first = group.tasks.length
  const isThere = isWhole && data !== undefined
  // The button that was pressed is gone: reading goes on where it stood.
  useEffect(() => {
    if (isThere) list.current?.querySelectorAll<HTMLElement>('[data-row]')[first]?.focus()
  }, [isThere, first])
  const tasks = (isWhole && data?.groups[0]?.tasks) || group.tasks
  const said = by === 'due' ? (DUE[group.key] ?? group.key) : group.title
  return (
    <section aria-label={said} className={css.group}>
      <h2 className={classes(css.heading, group.key === 'overdue' && css.overdue)}>
        {isFolding ? (
          <button type="button" className={css.folding} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {said}
          </button>
        ) : (
          <Name by={by} group={group} said={said} />
        )}
        <span className={controls.count}>{grouped(group.count)}</span>
      </h2>
      {isOpen && (
        <ul ref={list} className={css.tasks}>
          {tasks.map((task) => (
            <TaskLine key={keyOfTask(task)} task={task} ticks={ticks} isOfNote={by === 'note'} />
          ))}
        </ul>
      )}
      {isOpen && tasks.length < group.count && !isThere && (
        <button type="button" className={controls.quiet} onClick={() => setWhole(true)}>
          {grouped(group.count - tasks.length)} more
        </button>
      )}
    </section>
  )
}

function Name({ by, group, said }: { by: TaskGrouping; group: TaskGroup; said: string }): ReactElement {
  if (by === 'due') return <span>{said}</span>
  if (by === 'tag')
    return (
      <RouteLink to={{ kind: 'tag', tag: group.title }} className={classes(css.name, parts.quietLink)}>
        <Hash size={15} strokeWidth={1.75} aria-hidden />
        {group.title}
      </RouteLink>
    )
  return (
    <NoteLink path={group.path ?? ''} className={classes(css.name, parts.quietLink)}>
      <KindIcon kind={group.kind} size={15} />
      {said}
    </NoteLink>
  )
}

import { type KeyboardEvent, type ReactElement, useId } from 'react'
import type { SignKind } from '../../core/tasks/signs.ts'
import type { TaskItem } from '../../http/types.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { SignIcon } from '../markdown/sign-icon.tsx'
import { openNote } from '../navigate.ts'
import { classes } from '../ui/class-names.ts'
import { sayDayWithin, sayDue, urgencyOf } from '../ui/days.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import css from './tasks.module.css'
import type { Ticks } from './ticks.ts'

const NO_MARK = [0, 0] as const
const PRIORITIES = ['highest', 'high', 'medium', 'low', 'lowest']

interface TaskLineProps {
  readonly task: TaskItem
  readonly ticks: Ticks
  /** Its note stands above it already. */
  readonly isOfNote?: boolean
}

/** A task with its box: Space ticks it, Enter opens its note at its line. */
export function TaskLine({ task, ticks, isOfNote = false }: TaskLineProps): ReactElement {
  const id = useId()
  const done = ticks.isDone(task)
  const isNote = task.box === null
  const place = isNote ? {} : { at: task.box ?? 0 }
  const open = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') openNote(task.path, place)
  }
  return (
    <li className={css.task} data-done={done}>
      <label className={css.box}>
        <input
          type="checkbox"
          data-row=""
          aria-labelledby={id}
          checked={done}
          onChange={(event) => ticks.tick(task, event.target.checked)}
          onKeyDown={open}
        />
      </label>
      <div className={css.words}>
        <span id={id} className={classes(css.text, isNote && css.isNote)}>
          {isNote ? task.text : <Sentence text={task.text} mark={NO_MARK} />}
        </span>
        <span className={classes(parts.facts, css.facts)}>
          {task.priority !== null && PRIORITIES.includes(task.priority) && (
            <SignIcon kind={task.priority as SignKind} size={14} />
          )}
          <Day task={task} done={done} />
          {(!isOfNote || isNote) && (
            <NoteLink path={task.path} {...place} className={classes(css.note, parts.quietLink)}>
              <KindIcon kind={task.kind} size={14} />
              <span>{isNote ? 'The whole note' : task.title}</span>
            </NoteLink>
          )}
          {isOfNote && !isNote && (
            <NoteLink path={task.path} {...place} className={classes(css.note, parts.quietLink)}>
              Line {task.line}
            </NoteLink>
          )}
        </span>
      </div>
    </li>
  )
}

function Day({ task: { due, completed }, done }: { task: TaskItem; done: boolean }): ReactElement | null {
  if (done) return completed === null ? null : <span>Done {sayDayWithin(completed)}</span>
  return due === null ? null : <span className={css[urgencyOf(due)]}>{sayDue(due)}</span>
}

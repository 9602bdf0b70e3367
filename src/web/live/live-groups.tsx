import type { ReactElement } from 'react'
import type { LiveAnswer, LiveGroup, LiveNote } from '../../http/types.ts'
import { TaskLine } from '../tasks/task-line.tsx'
import { keyOfTask, type Ticks } from '../tasks/ticks.ts'
import controls from '../ui/controls.module.css'
import { Cell, saidGroup } from './cell.tsx'
import css from './live.module.css'
import { LiveTable } from './live-table.tsx'
import { NoteName } from './note-name.tsx'

interface GroupsProps {
  readonly answer: LiveAnswer
  readonly ticks: Ticks
}

/** The result of a live query, a heading before each group; a table goes on through all of them. */
export function LiveGroups({ answer, ticks }: GroupsProps): ReactElement {
  if (answer.as === 'table') return <LiveTable answer={answer} />
  if (answer.groupBy === null) return <Rows answer={answer} group={answer.groups[0] as LiveGroup} ticks={ticks} />
  const { groupBy } = answer
  return (
    <>
      {answer.groups.map((group) => {
        const said = saidGroup(groupBy, group)
        return (
          <section key={group.title} aria-label={said}>
            <h3 className={css.heading}>
              {said}
              <span className={controls.count}>{group.notes.length + group.tasks.length}</span>
            </h3>
            <Rows answer={answer} group={group} ticks={ticks} />
          </section>
        )
      })}
    </>
  )
}

function Rows({ answer, group, ticks }: GroupsProps & { group: LiveGroup }): ReactElement {
  if (answer.as === 'list') return <List answer={answer} notes={group.notes} />
  return (
    <ul className={css.rows}>
      {group.tasks.map((task) => (
        <TaskLine key={keyOfTask(task)} task={task} ticks={ticks} />
      ))}
    </ul>
  )
}

interface NotesProps {
  readonly answer: LiveAnswer
  readonly notes: readonly LiveNote[]
}

function List({ answer: { columns }, notes }: NotesProps): ReactElement {
  return (
    <ul className={css.rows}>
      {notes.map((note) => (
        <li key={note.path} className={css.row}>
          <NoteName note={note} />
          <span className={css.facts}>
            {columns.map(({ key }, at) => (
              <Cell key={key} column={key} values={note.cells[at] ?? []} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

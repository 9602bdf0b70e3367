import type { ReactElement } from 'react'
import type { LiveAnswer, LiveGroup, LiveNote } from '../../http/types.ts'
import { TaskLine } from '../tasks/task-line.tsx'
import { keyOfTask, type Ticks } from '../tasks/ticks.ts'
import controls from '../ui/controls.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { Cell, saidValue } from './cell.tsx'
import css from './live.module.css'

interface GroupsProps {
  readonly answer: LiveAnswer
  readonly ticks: Ticks
}

/** The result of a live query, a heading before each group. */
export function LiveGroups({ answer, ticks }: GroupsProps): ReactElement {
  if (answer.groupBy === null) return <Rows answer={answer} group={answer.groups[0] as LiveGroup} ticks={ticks} />
  const { groupBy } = answer
  return (
    <>
      {answer.groups.map((group) => {
        const said = group.title === null ? 'Others' : saidValue(groupBy, group.title)
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
  if (answer.as === 'table') return <Table answer={answer} notes={group.notes} />
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
          <Name note={note} />
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

function Table({ answer: { columns }, notes }: NotesProps): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.scroller} aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Note</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name.charAt(0).toUpperCase() + name.slice(1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notes.map((note) => (
            <tr key={note.path}>
              <th scope="row">
                <Name note={note} />
              </th>
              {columns.map(({ key }, at) => (
                <td key={key}>
                  <Cell column={key} values={note.cells[at] ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Name({ note: { path, title, kind } }: { note: LiveNote }): ReactElement {
  return (
    <NoteLink path={path} className={css.name} data-row="">
      <KindIcon kind={kind} size={15} />
      <span>{title}</span>
    </NoteLink>
  )
}

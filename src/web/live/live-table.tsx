import type { ReactElement } from 'react'
import type { LiveAnswer, LiveGroup, LiveNote } from '../../http/types.ts'
import controls from '../ui/controls.module.css'
import { Cell, saidGroup } from './cell.tsx'
import css from './live.module.css'
import { NoteName } from './note-name.tsx'

type Columns = LiveAnswer['columns']

/** One table for all groups, so that their columns stand below each other; each begins with a row that says what it is. */
export function LiveTable({ answer: { columns, groups, groupBy } }: { answer: LiveAnswer }): ReactElement {
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
        {groups.map((group) => (
          <tbody key={group.title}>
            {groupBy !== null && <GroupRow said={saidGroup(groupBy, group)} group={group} width={columns.length + 1} />}
            {group.notes.map((note) => (
              <NoteRow key={note.path} note={note} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function GroupRow({ said, group, width }: { said: string; group: LiveGroup; width: number }): ReactElement {
  return (
    <tr className={css.groupRow}>
      <th scope="rowgroup" colSpan={width}>
        <span className={css.heading}>
          {said}
          <span className={controls.count}>{group.notes.length}</span>
        </span>
      </th>
    </tr>
  )
}

function NoteRow({ note, columns }: { note: LiveNote; columns: Columns }): ReactElement {
  return (
    <tr>
      <th scope="row">
        <NoteName note={note} />
      </th>
      {columns.map(({ key }, at) => (
        <td key={key}>
          <Cell column={key} values={note.cells[at] ?? []} />
        </td>
      ))}
    </tr>
  )
}

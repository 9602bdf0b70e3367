import { type ReactElement, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import type { NoteSummary } from '../../http/types.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import css from './views.module.css'

const STEP = 100

interface ListProps {
  readonly notes: readonly NoteSummary[]
  isFine(note: NoteSummary): boolean
  onToggle(note: NoteSummary): void
}

/** Islands, each with a button that says it is fine as it is. */
export function IslandList({ notes, isFine, onToggle }: ListProps): ReactElement {
  const [drawn, setDrawn] = useState(STEP)
  return (
    <>
      <ul aria-label="Islands" className={css.list} onKeyDown={walkRows}>
        {notes.slice(0, drawn).map((note) => (
          <li key={note.path} className={css.island}>
            <NoteLink path={note.path} className={css.row} data-row="">
              <KindIcon kind={note.kind} />
              <span className={css.name}>{note.title}</span>
              <span className={css.folder}>{folderOf(note.path)}</span>
              <span className={css.date}>
                <When date={note.date} />
              </span>
            </NoteLink>
            <button
              type="button"
              className={controls.quiet}
              aria-pressed={isFine(note)}
              aria-label={`${note.title} is fine as it is`}
              onClick={() => onToggle(note)}
            >
              {isFine(note) ? 'Fine as it is ✓' : 'Fine as it is'}
            </button>
          </li>
        ))}
      </ul>
      {notes.length > drawn && (
        <button type="button" className={controls.quiet} onClick={() => setDrawn(drawn + STEP * 2)}>
          Show more of {plural(notes.length, 'note')}
        </button>
      )}
    </>
  )
}

import { type ReactElement, useState } from 'react'
import type { IslandSummary } from '../../http/types.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { plural } from '../ui/plural.ts'
import { IslandRow } from './island-row.tsx'

const STEP = 100

interface ListProps {
  readonly notes: readonly IslandSummary[]
  onToggle(note: IslandSummary): void
}

/** Islands, as many as one looks at. */
export function IslandList({ notes, onToggle }: ListProps): ReactElement {
  const [drawn, setDrawn] = useState(STEP)
  return (
    <>
      <ul aria-label="Islands" onKeyDown={walkRows}>
        {notes.slice(0, drawn).map((note) => (
          <IslandRow key={note.path} note={note} onToggle={() => onToggle(note)} />
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

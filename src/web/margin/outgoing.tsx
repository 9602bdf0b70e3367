import { useQuery } from '@tanstack/react-query'
import { CircleDashed } from 'lucide-react'
import { memo, type ReactElement, useMemo, useState } from 'react'
import { createNote } from '../create.ts'
import { Fold } from '../layout/fold.tsx'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import css from './margin.module.css'
import { type Outgoing, outgoing, sameOutgoing } from './outgoing-list.ts'
import { useSteady } from './use-steady.ts'

/** So many are drawn at first; more on demand. */
const DRAWN = 60

/** What the note links to. */
export function OutgoingLinks({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.links(path))
  const { shown, watch } = useSteady(path, data)
  const rows = useMemo(() => shown && outgoing(shown, path), [shown, path])
  const [drawn, setDrawn] = useState(DRAWN)
  return (
    <div {...watch}>
      <Fold id="outgoing" title="Outgoing links" count={rows?.length}>
        {rows?.length === 0 && (
          <p className={css.empty}>
            The notes that this one links to will stand here. Type <code>@</code> in the text to link one.
          </p>
        )}
        <ul className={css.outgoing}>
          {rows?.slice(0, drawn).map((row) => (
            <OutgoingRow key={row.key} row={row} />
          ))}
        </ul>
        {rows && rows.length > drawn && (
          <button type="button" className={controls.quiet} onClick={() => setDrawn(drawn + DRAWN * 2)}>
            Show more of {plural(rows.length, 'link')}
          </button>
        )}
      </Fold>
    </div>
  )
}

const OutgoingRow = memo(
  function OutgoingRow({ row }: { row: Outgoing }): ReactElement {
    const relations = row.relations.length > 0 && <span className={css.outRelation}>{row.relations.join(', ')}</span>
    if (row.path === undefined)
      return (
        <li className={css.outRow}>
          <span className={css.unresolved}>
            <CircleDashed size={15} strokeWidth={1.75} aria-hidden />
            {/* As a dotted link in a text does; the button says the same to who does not see the dots. */}
            <button
              type="button"
              tabIndex={-1}
              aria-hidden
              className={css.dotted}
              title={`Write “${row.title}”`}
              onClick={() => void createNote(row.title)}
            >
              {row.title}
            </button>
          </span>
          {relations}
          <button
            type="button"
            className={controls.quiet}
            aria-label={`Create “${row.title}”`}
            onClick={() => void createNote(row.title)}
          >
            Create
          </button>
        </li>
      )
    return (
      <li className={css.outRow}>
        <NoteLink path={row.path} className={css.outTitle}>
          <KindIcon kind={row.kind} size={15} />
          <span className={css.name}>{row.title}</span>
        </NoteLink>
        {relations}
        {row.ambiguous && (
          <span
            className={css.outRelation}
            title="Several notes answer to this name; the link goes to the first. Write its folder to say which one."
          >
            ambiguous
          </span>
        )}
      </li>
    )
  },
  (before, after) => sameOutgoing(before.row, after.row),
)

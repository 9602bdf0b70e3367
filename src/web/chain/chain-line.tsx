import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './chain.module.css'
import { showChain } from './wanted.ts'

/** Under the title: what the note rests on, in one quiet line. */
export function ChainLine({ path }: { path: string }): ReactElement | null {
  const { data } = useQuery(queries.line(path))
  if (data === undefined || data.length === 0) return null
  return (
    <nav className={css.line} aria-label="Rests on, in short">
      <button type="button" className={css.lineName} title="Show why, with reasons" onClick={showChain}>
        {data[0]?.why.relation === null ? 'mentions' : 'rests on'}
      </button>
      {data.map(({ note, why }, at) => (
        <span key={note.path} className={css.lineStep}>
          {at > 0 && (
            <ArrowLeft size={13} strokeWidth={1.75} className={css.arrow} aria-label="which rests on" role="img" />
          )}
          <NoteLink path={note.path} className={css.lineNote} title={why.reason ?? undefined}>
            <KindIcon kind={note.kind} size={14} />
            {note.title}
          </NoteLink>
        </span>
      ))}
    </nav>
  )
}

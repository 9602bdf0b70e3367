import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { ChainNote } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import css from './decisions.module.css'
import { TargetField } from './target-field.tsx'

type Written = 'supersedes' | 'supersededBy' | 'status'

interface SupersedingProps {
  readonly path: string
  readonly readOnly: boolean
  /** Properties that the note has: what one of them says is not said twice. */
  readonly written: readonly string[]
  /** Writes a property of the note. */
  set(key: Written, value: string): void
}

/** Which decision this one put an end to, and which one put an end to it; wherever that is written. */
export function Superseding({ path, readOnly, written, set }: SupersedingProps): ReactElement | null {
  const { data } = useQuery(queries.outcome(path))
  const [asking, setAsking] = useState<'supersedes' | 'supersededBy'>()
  if (data === undefined) return null
  const choose = (target: string) => {
    if (asking === undefined) return
    set(asking, `[[${target}]]`)
    if (asking === 'supersededBy') set('status', 'superseded')
    setAsking(undefined)
  }
  return (
    <div className={css.superseding}>
      {!written.includes('supersedes') && <Ends said="supersedes" notes={data.supersedes} />}
      {!written.includes('superseded by') && <Ends said="superseded by" notes={data.supersededBy} />}
      {!readOnly && asking === undefined && (
        <>
          {data.supersedes.length === 0 && <Ask onAsk={() => setAsking('supersedes')}>Supersedes…</Ask>}
          {data.supersededBy.length === 0 && <Ask onAsk={() => setAsking('supersededBy')}>Superseded by…</Ask>}
        </>
      )}
      {asking !== undefined && (
        <TargetField
          label={
            asking === 'supersedes' ? 'Which decision does this one supersede?' : 'Which decision supersedes this one?'
          }
          from={path}
          onChoose={choose}
          onLeave={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

function Ends({ said, notes }: { said: string; notes: readonly ChainNote[] }): ReactElement | null {
  if (notes.length === 0) return null
  return (
    <span className={css.ends}>
      <span className={css.said}>{said}</span>
      {notes.map(({ path, title }) => (
        <NoteLink key={path} path={path} className={parts.link}>
          {title}
        </NoteLink>
      ))}
    </span>
  )
}

function Ask({ children, onAsk }: { children: string; onAsk(): void }): ReactElement {
  return (
    <button type="button" className={css.ask} onClick={onAsk}>
      <Plus size={14} aria-hidden />
      {children}
    </button>
  )
}

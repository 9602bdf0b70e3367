import { ChevronRight } from 'lucide-react'
import { memo, type ReactElement, useMemo, useState } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { eachLink, type GraphPart } from './filter.ts'
import css from './graph.module.css'

const STEP = 100

interface ListProps {
  readonly answer: GraphAnswer
  readonly part: GraphPart
  readonly words: string
  /** By the note's place in the answer, what its colour says of it; undefined when that is its kind. */
  readonly groups: readonly (string | undefined)[] | undefined
}

interface End {
  readonly note: number
  readonly relation: string | null
}

/** The same notes and links in words, those first that most notes link to. */
export const GraphList = memo(function GraphList({ answer, part, words, groups }: ListProps): ReactElement {
  const { notes } = answer
  const [drawn, setDrawn] = useState(STEP)
  const rows = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    const found = part.notes.filter((note) => (notes.title[note] ?? '').toLowerCase().includes(wanted))
    return found.sort((a, b) => (notes.sources[b] ?? 0) - (notes.sources[a] ?? 0) || a - b)
  }, [part, notes, words])
  const ends = useMemo(() => endsOf(answer, part), [answer, part])
  return (
    <section aria-label="The same as a list">
      <h2 className={css.listTitle}>
        The same as a list <span className={controls.count}>{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className={css.empty}>No note is left.</p>}
      <ul onKeyDown={walkRows} className={css.list}>
        {rows.slice(0, drawn).map((note) => (
          <li key={notes.path[note]} className={css.listRow}>
            <NoteLink path={notes.path[note] ?? ''} className={css.listNote} data-row="">
              <KindIcon kind={notes.kind[note] ?? null} />
              <span className={css.name}>{notes.title[note]}</span>
            </NoteLink>
            <span className={css.side}>
              {groups?.[note] !== undefined && <span>around {groups[note]}</span>}
              <span>{plural(notes.sources[note] ?? 0, 'note')}</span>
              <When date={notes.day[note] ?? ''} />
            </span>
            <Ends answer={answer} ends={ends.get(note) ?? []} />
          </li>
        ))}
      </ul>
      {rows.length > drawn && (
        <button type="button" className={controls.quiet} onClick={() => setDrawn(drawn + STEP * 2)}>
          Show more of {plural(rows.length, 'note')}
        </button>
      )}
    </section>
  )
})

function endsOf({ relations }: GraphAnswer, { links }: GraphPart): ReadonlyMap<number, readonly End[]> {
  const ends = new Map<number, End[]>()
  eachLink(links, (from, note, relation) => {
    const own = ends.get(from)
    const end = { note, relation: relations[relation] ?? null }
    if (own === undefined) ends.set(from, [end])
    else own.push(end)
  })
  return ends
}

function Ends({ answer: { notes }, ends }: { answer: GraphAnswer; ends: readonly End[] }): ReactElement | null {
  if (ends.length === 0) return null
  return (
    <details className={css.ends}>
      <summary>
        <ChevronRight size={15} strokeWidth={1.75} aria-hidden />
        {plural(ends.length, 'link')}
      </summary>
      <ul>
        {ends.map(({ note, relation }) => (
          <li key={note}>
            <span className={css.relation}>{relation ?? 'mentions'}</span>{' '}
            <NoteLink path={notes.path[note] ?? ''} className={css.endLink}>
              {notes.title[note]}
            </NoteLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

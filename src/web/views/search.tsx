import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { folderOf, stemOf } from '../../core/path.ts'
import type { SearchAnswer } from '../../http/types.ts'
import { searchWanted } from '../layout/panels.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Marked, wordRanges } from '../ui/marked.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { View } from './view.tsx'
import css from './views.module.css'

export function SearchView({ q }: { q: string }): ReactElement {
  const { data, error } = useQuery(queries.search(q))
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const wanted = useStore(searchWanted)
  // Each wish for the search gives it the cursor.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [wanted])
  const asked = q.trim() !== ''
  const hits = asked ? data : undefined
  const found = hits?.filter(({ via }) => via !== 'link') ?? []
  const leading = hits?.filter(({ via }) => via === 'link') ?? []

  const onFieldKey = (event: KeyboardEvent) => {
    const first = results.current?.querySelector<HTMLElement>('[data-row]')
    if (!first || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') first.focus()
    else if (event.key === 'Enter') first.click()
    else return
    event.preventDefault()
  }
  const onResultsKey = (event: KeyboardEvent<HTMLElement>) => {
    const first = results.current?.querySelector('[data-row]')
    if (event.key === 'ArrowUp' && document.activeElement === first) {
      event.preventDefault()
      field.current?.focus()
    } else walkRows(event)
  }

  return (
    <View title="Search" error={data ? null : error}>
      <search className={css.searchField}>
        <input
          ref={field}
          type="search"
          className={controls.field}
          placeholder="Words, a title, a tag"
          aria-label="Search notes"
          value={q}
          onChange={(event) => go({ kind: 'search', q: event.target.value }, { replace: true })}
          onKeyDown={onFieldKey}
        />
      </search>
      <span role="status" className={controls.hidden}>
        {hits && plural(hits.length, 'result')}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only moves between the links inside */}
      <div ref={results} onKeyDown={onResultsKey}>
        <Hits title={leading.length > 0 ? 'Found in' : undefined} hits={found} q={q} />
        <Hits title="Notes that lead to them" hits={leading} q={q} />
      </div>
      {!asked && (
        <Empty icon={Search}>
          What you find in titles, texts and tags will stand here, with the notes that lead to it.
        </Empty>
      )}
      {hits?.length === 0 && (
        <Empty icon={Search}>Nothing has these words. Try fewer words, or only the start of one.</Empty>
      )}
    </View>
  )
}

interface HitsProps {
  readonly title: string | undefined
  readonly hits: readonly SearchAnswer[]
  readonly q: string
}

function Hits({ title, hits, q }: HitsProps): ReactElement | null {
  if (hits.length === 0) return null
  return (
    <section aria-label={title ?? 'Results'}>
      {title && <h2 className={css.section}>{title}</h2>}
      <ul className={css.list}>
        {hits.map((hit) => (
          <li key={`${hit.path} ${hit.from ?? ''}`}>
            <NoteLink path={hit.path} className={css.hit} data-row="">
              <KindIcon kind={hit.kind} />
              <span className={css.name}>
                <Marked text={hit.title} ranges={hit.via === 'title' ? wordRanges(hit.title, q) : []} />
              </span>
              <span className={css.folder}>{sideOf(hit, q)}</span>
              {hit.snippet !== '' && (
                <span className={css.snippet}>
                  <Marked text={hit.snippet} ranges={hit.marks} />
                </span>
              )}
            </NoteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the note is, and how it was found when neither its title nor its text shows that. */
function sideOf({ path, from, via }: SearchAnswer, q: string): string {
  if (from !== null) return `to ${stemOf(from)}`
  const tag = via === 'tag' && /^\s*#?\S+\s*$/.test(q) ? `#${q.trim().replace(/^#/, '')}` : ''
  return [tag, folderOf(path)].filter(Boolean).join(' · ')
}

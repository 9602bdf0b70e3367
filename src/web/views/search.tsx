import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { parseQuery } from '../../core/query/parse.ts'
import { ApiError } from '../api.ts'
import { ChooseButton } from '../bulk/choose-button.tsx'
import { ChooseList } from '../bulk/later.ts'
import { searchWanted } from '../layout/panels.ts'
import { go } from '../navigate.ts'
import { HITS, queries } from '../queries.ts'
import { Chips } from '../search/chips.tsx'
import { Hits } from '../search/hits.tsx'
import { Nothing } from '../search/nothing.tsx'
import { Problem } from '../search/problem.tsx'
import { useStore } from '../store.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { plural } from '../ui/plural.ts'
import { View } from './view.tsx'
import css from './views.module.css'

/** Of so many hits some may be chosen: the server gives one more at most, by which it is known that there are more. */
const CHOSEN = 999

export function SearchView({ q }: { q: string }): ReactElement {
  const asked = q.trim() !== ''
  const parsed = parseQuery(q)
  const problem = 'problem' in parsed ? parsed.problem : undefined
  const [choosing, setChoosing] = useState(false)
  const { data, error } = useQuery({
    ...queries.search(q, choosing ? CHOSEN + 1 : undefined),
    enabled: asked && problem === undefined,
  })
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const wanted = useStore(searchWanted)
  // Each wish for the search gives it the cursor.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [wanted])
  const refusal = problem ?? (error instanceof ApiError ? error : undefined)
  const hits = asked && refusal === undefined ? data : undefined
  const all = hits?.filter(({ via }) => via !== 'link') ?? []
  const found = all.slice(0, choosing ? CHOSEN : HITS)
  const leading = hits?.filter(({ via }) => via === 'link') ?? []
  const change = (text: string) => {
    go({ kind: 'search', q: text }, { replace: true })
    field.current?.focus()
  }

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
    <View
      title="Search"
      error={data || refusal ? null : error}
      isAwaited={asked && refusal === undefined && data === undefined}
      tools={found.length > 0 && !choosing && <ChooseButton onChoose={() => setChoosing(true)} />}
    >
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
        <Chips q={q} hits={hits ?? []} onChange={change} />
      </search>
      <p role="status" className={found.length === 0 ? controls.hidden : css.found}>
        {hits && sayFound(found.length, all.length > found.length)}
      </p>
      {refusal && <Problem message={refusal.message} proposal={refusal.proposal} onChange={change} />}
      {choosing && found.length > 0 ? (
        <ChooseList label="Results" notes={found} onDone={() => setChoosing(false)} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: only moves between the links inside
        <div ref={results} onKeyDown={onResultsKey}>
          <Hits title={leading.length > 0 ? 'Found in' : undefined} hits={found} q={q} />
          <Hits title="Notes that lead to them" hits={leading} q={q} />
        </div>
      )}
      {!asked && (
        <Empty icon={Search}>
          What you find in titles, texts and tags will stand here, with the notes that lead to it.
        </Empty>
      )}
      {hits?.length === 0 && 'query' in parsed && <Nothing query={parsed.query} />}
    </View>
  )
}

/** The engine stops at as many as are shown: then it is only known that there are more. */
function sayFound(notes: number, more: boolean): string {
  if (notes === 0) return 'No notes'
  return more ? `More than ${plural(notes, 'note')}` : plural(notes, 'note')
}

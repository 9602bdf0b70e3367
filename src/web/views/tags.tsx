import { useQuery } from '@tanstack/react-query'
import { Hash, PencilLine } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { queries } from '../queries.ts'
import { startRenameTag } from '../refactor/start.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { grouped, plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { NoteList, plainItems } from './note-list.tsx'
import { View } from './view.tsx'
import css from './views.module.css'

/** From so many on, a filter is worth its place. */
const MANY = 40

export function TagsView(): ReactElement {
  const { data, error } = useQuery(queries.tags())
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase().replace(/^#/, '')
  const shown = data?.filter(({ tag }) => tag.toLowerCase().includes(wanted))
  return (
    <View title="Tags" count={data?.length} error={data ? null : error}>
      {data?.length === 0 && (
        <Empty icon={Hash} action={<NewNoteButton>Write a note</NewNoteButton>}>
          Words with a # before them, such as #pricing, will stand here with the notes that have them.
        </Empty>
      )}
      {data && data.length > MANY && (
        <div className={css.searchField}>
          <input
            type="search"
            className={controls.field}
            placeholder="Filter"
            aria-label="Filter tags"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      <ul aria-label="Tags" className={css.tags} onKeyDown={walkRows}>
        {shown?.map(({ tag, notes }) => (
          <li key={tag}>
            <RouteLink
              to={{ kind: 'tag', tag }}
              className={css.tag}
              data-row=""
              aria-label={`#${tag}, ${plural(notes, 'note')}`}
            >
              <span>
                <span className={css.hash}>#</span>
                {tag}
              </span>
              <span className={css.number}>{grouped(notes)}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </View>
  )
}

export function TagView({ tag }: { tag: string }): ReactElement {
  const { data, error } = useQuery(queries.tagged(tag))
  return (
    <View
      title={`#${tag}`}
      count={data?.length}
      error={data ? null : error}
      place={
        <span className={css.crumbs}>
          <RouteLink to={{ kind: 'tags' }}>Tags</RouteLink>
        </span>
      }
      tools={
        data &&
        data.length > 0 && (
          <button type="button" className={controls.button} onClick={() => startRenameTag(tag)}>
            <PencilLine size={15} strokeWidth={1.75} aria-hidden />
            Rename this tag…
          </button>
        )
      }
    >
      {data?.length === 0 && (
        <Empty icon={Hash}>No note has this tag now. Write #{tag} in a note, and it will stand here.</Empty>
      )}
      {data && data.length > 0 && <NoteList label={`Notes with #${tag}`} items={plainItems(data)} />}
    </View>
  )
}

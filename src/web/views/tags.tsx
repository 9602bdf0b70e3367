import { useQuery } from '@tanstack/react-query'
import { Hash, PencilLine } from 'lucide-react'
import { Fragment, type ReactElement, useState } from 'react'
import { ChooseButton } from '../bulk/choose-button.tsx'
import { ChooseList } from '../bulk/later.ts'
import { queries } from '../queries.ts'
import { startRenameTag } from '../refactor/start.ts'
import { TagMenu } from '../refactor/tag-menu.tsx'
import { rememberedStore } from '../store.ts'
import { PlaceTree } from '../tree/place-tree.tsx'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { NoteList, plainItems } from './note-list.tsx'
import { View } from './view.tsx'
import css from './views.module.css'

/** From so many on, a filter is worth its place. */
const MANY = 12

/** The tags whose tags below are shown; null before the reader has chosen. */
const unfoldedTags = rememberedStore<readonly string[] | null>('tags', null)

export function TagsView(): ReactElement {
  const { data, error } = useQuery(queries.tagTree())
  const [words, setWords] = useState('')
  const places = data?.map(({ tag, ...counts }) => ({ path: tag, ...counts })) ?? []
  const filter = words.replace(/^\s*#/, '')
  return (
    <View
      title="Tags"
      count={data?.filter(({ notes }) => notes > 0).length}
      error={data ? null : error}
      isAwaited={data === undefined}
    >
      {data?.length === 0 && (
        <Empty icon={Hash} action={<NewNoteButton>Write a note</NewNoteButton>}>
          Words with a # before them, such as #pricing, will stand here with the notes that have them.
        </Empty>
      )}
      {places.length > MANY && (
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
      {places.length > 0 && (
        <PlaceTree
          label="Tags"
          places={places}
          open={unfoldedTags}
          words={filter}
          icon={Hash}
          routeOf={(tag) => ({ kind: 'tag', tag })}
          menu={(tag, className) => <TagMenu tag={tag} className={className} />}
          onRename={startRenameTag}
        />
      )}
      {filter.trim() !== '' && !places.some(({ path }) => path.toLowerCase().includes(filter.trim().toLowerCase())) && (
        <p className={css.none}>No tag has these letters.</p>
      )}
    </View>
  )
}

export function TagView({ tag }: { tag: string }): ReactElement {
  const { data, error } = useQuery(queries.tagged(tag))
  const [choosing, setChoosing] = useState(false)
  return (
    <View
      title={`#${tag}`}
      count={data?.length}
      error={data ? null : error}
      isAwaited={data === undefined}
      place={<TagCrumbs tag={tag} />}
      tools={
        data &&
        data.length > 0 && (
          <span className={css.tools}>
            {!choosing && <ChooseButton onChoose={() => setChoosing(true)} />}
            <button type="button" className={controls.button} onClick={() => startRenameTag(tag)}>
              <PencilLine size={15} strokeWidth={1.75} aria-hidden />
              Rename or merge…
            </button>
          </span>
        )
      }
    >
      <Below tag={tag} />
      {data?.length === 0 && (
        <Empty icon={Hash}>No note has this tag now. Write #{tag} in a note, and it will stand here.</Empty>
      )}
      {data &&
        data.length > 0 &&
        (choosing ? (
          <ChooseList label={`Notes with #${tag}`} notes={data} onDone={() => setChoosing(false)} />
        ) : (
          <NoteList label={`Notes with #${tag}`} items={plainItems(data)} />
        ))}
    </View>
  )
}

function TagCrumbs({ tag }: { tag: string }): ReactElement {
  const names = tag.split('/')
  return (
    <span className={css.crumbs}>
      <RouteLink to={{ kind: 'tags' }}>Tags</RouteLink>
      {names.slice(0, -1).map((name, index) => {
        const above = names.slice(0, index + 1).join('/')
        return (
          <Fragment key={above}>
            <span aria-hidden>/</span>
            <RouteLink to={{ kind: 'tag', tag: above }}>{name}</RouteLink>
          </Fragment>
        )
      })}
    </span>
  )
}

/** The tags right below one. */
function Below({ tag }: { tag: string }): ReactElement | null {
  const { data = [] } = useQuery(queries.tagTree())
  const above = `${tag.toLowerCase()}/`
  const below = data.filter(
    (each) => each.tag.toLowerCase().startsWith(above) && !each.tag.slice(above.length).includes('/'),
  )
  if (below.length === 0) return null
  return (
    <ul aria-label="Tags below it" className={css.below}>
      {below.map((each) => (
        <li key={each.tag}>
          <RouteLink to={{ kind: 'tag', tag: each.tag }} className={css.belowTag}>
            <span className={css.hash}>#</span>
            {each.tag.slice(above.length)}
            <span className={css.number}>{grouped(each.all)}</span>
          </RouteLink>
        </li>
      ))}
    </ul>
  )
}

import type { ReactElement } from 'react'
import { folderOf } from '../../core/path.ts'
import type { NoteSummary } from '../../http/types.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { later } from '../ui/later.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './views.module.css'

export type ListItem =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly note: NoteSummary; readonly date: string }

interface NoteListProps {
  readonly items: readonly ListItem[]
  readonly label: string
  /** Whether the folder is shown: not where all notes are of one. */
  readonly folders?: boolean
}

/** Lists longer than this are drawn only where they are seen. */
const LONG = 120

const LongList = later(async () => (await import('../ui/long-list.tsx')).LongList)

export function NoteList({ items, label, folders = true }: NoteListProps): ReactElement {
  if (items.length > LONG)
    return (
      <LongList
        label={label}
        className={css.list}
        count={items.length}
        keyOf={(index) => keyOf(items[index])}
        render={(index) => <Item item={items[index]} folders={folders} />}
      />
    )
  return (
    <ul aria-label={label} className={css.list} onKeyDown={walkRows}>
      {items.map((item) => (
        <li key={keyOf(item)}>
          <Item item={item} folders={folders} />
        </li>
      ))}
    </ul>
  )
}

function keyOf(item: ListItem | undefined): string {
  return item?.kind === 'note' ? item.note.path : `# ${item?.text}`
}

function Item({ item, folders }: { item: ListItem | undefined; folders: boolean }): ReactElement | null {
  if (!item) return null
  if (item.kind === 'heading') return <h2 className={css.period}>{item.text}</h2>
  const { note, date } = item
  return (
    <NoteLink path={note.path} className={css.row} data-row="">
      <KindIcon kind={note.kind} />
      <span className={css.name}>{note.title}</span>
      {folders && <span className={css.folder}>{folderOf(note.path)}</span>}
      <span className={css.date}>
        <When date={date} />
      </span>
    </NoteLink>
  )
}

export function plainItems(notes: readonly NoteSummary[]): ListItem[] {
  return notes.map((note) => ({ kind: 'note', note, date: note.date }))
}

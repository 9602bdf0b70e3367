import { FolderInput, Hash, type LucideIcon, Shapes, SlidersHorizontal, Trash2, TrendingUp } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import { startChange } from '../refactor/start.ts'
import type { ChangeWhat } from '../refactor/task.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import { later } from '../ui/later.tsx'
import { grouped } from '../ui/plural.ts'
import css from './bulk.module.css'
import { choose, chooseAll, NONE_CHOSEN } from './chosen.ts'

/** A note as it can be chosen. */
export interface Choosable {
  readonly path: string
  readonly title: string
  readonly kind: string | null
}

interface ChooseListProps {
  readonly label: string
  readonly notes: readonly Choosable[]
  onDone(): void
}

/** Lists longer than this are drawn only where they are seen. */
const LONG = 120

const LongList = later(async () => (await import('../ui/long-list.tsx')).LongList)

const CHANGES: readonly (readonly [ChangeWhat, string, LucideIcon])[] = [
  ['tag', 'Tag…', Hash],
  ['kind', 'Kind…', Shapes],
  ['status', 'Status…', TrendingUp],
  ['property', 'Property…', SlidersHorizontal],
  ['move', 'Move…', FolderInput],
  ['delete', 'Delete…', Trash2],
]

/**
 * Notes with boxes, and what can be done with those that are ticked: Space ticks, Shift takes all between, Ctrl+A all of them,
 * Escape ends.
 */
export function ChooseList({ label, notes, onDone }: ChooseListProps): ReactElement {
  const all = notes.map(({ path }) => path)
  const [chosen, setChosen] = useState(NONE_CHOSEN)
  const place = useRef<HTMLDivElement>(null)
  // What was moved or deleted is not chosen any more.
  const paths = all.filter((path) => chosen.paths.has(path))
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') onDone()
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') setChosen(chooseAll(all))
    else return
    event.preventDefault()
  }
  const row = ({ path, title, kind }: Choosable) => (
    <label className={css.row}>
      <input
        type="checkbox"
        data-row=""
        className={css.box}
        checked={chosen.paths.has(path)}
        // A change event does not say whether Shift is held; a press of the box by mouse or by key does.
        onChange={() => {}}
        onClick={({ shiftKey }) => setChosen(choose(chosen, all, path, shiftKey))}
      />
      <KindIcon kind={kind} />
      <span className={css.name}>{title}</span>
      <span className={css.folder}>{folderOf(path)}</span>
    </label>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys that are pressed in the controls inside
    <div ref={place} className={css.place} onKeyDown={onKeyDown}>
      {notes.length > LONG ? (
        <LongList
          label={label}
          className={css.list}
          count={notes.length}
          keyOf={(index) => all[index] ?? ''}
          render={(index) => row(notes[index] as Choosable)}
        />
      ) : (
        <ul aria-label={label} className={css.list} onKeyDown={walkRows}>
          {notes.map((note) => (
            <li key={note.path}>{row(note)}</li>
          ))}
        </ul>
      )}
      <div className={css.bar} role="toolbar" aria-label="What to do with the chosen notes">
        <span role="status" className={css.count}>
          {grouped(paths.length)} of {grouped(all.length)} chosen
        </span>
        <button
          type="button"
          className={controls.quiet}
          onClick={() => setChosen(paths.length === all.length ? NONE_CHOSEN : chooseAll(all))}
        >
          {paths.length === all.length ? 'None' : 'All'}
        </button>
        {CHANGES.map(([what, words, Icon]) => (
          <button
            key={what}
            type="button"
            className={css.act}
            aria-disabled={paths.length === 0}
            onClick={() => paths.length > 0 && startChange(paths, what)}
          >
            <Icon size={15} strokeWidth={1.75} aria-hidden />
            {words}
          </button>
        ))}
        <button type="button" className={controls.quiet} onClick={onDone}>
          Done
        </button>
      </div>
    </div>
  )
}

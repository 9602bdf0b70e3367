import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, useRef } from 'react'
import { walkRows } from '../ui/arrow-keys.ts'
import { Item, keyOf, type NoteListProps } from './note-list.tsx'
import css from './views.module.css'

/** In pixels, until a row was measured. */
const ROW_HEIGHT = 38

/** A list that is drawn only where it is seen. */
export function LongList({ items, label, folders }: Required<NoteListProps>): ReactElement {
  const list = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => keyOf(items[index]),
  })
  return (
    <ul
      ref={list}
      aria-label={label}
      className={css.list}
      style={{ height: virtual.getTotalSize(), position: 'relative' }}
      onKeyDown={walkRows}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{
            position: 'absolute',
            insetInline: 0,
            top: 0,
            transform: `translateY(${start - virtual.options.scrollMargin}px)`,
          }}
        >
          <Item item={items[index]} folders={folders} />
        </li>
      ))}
    </ul>
  )
}

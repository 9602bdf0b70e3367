import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { walkRows } from './arrow-keys.ts'

/** In pixels, until a row was measured. */
const ROW_HEIGHT = 38

interface LongListProps {
  readonly label: string
  readonly className: string | undefined
  readonly count: number
  keyOf(index: number): string
  render(index: number): ReactNode
}

/** A list that is drawn only where it is seen. */
export function LongList({ label, className, count, keyOf, render }: LongListProps): ReactElement {
  const list = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: keyOf,
  })
  return (
    <ul
      ref={list}
      aria-label={label}
      className={className}
      style={{ height: virtual.getTotalSize(), position: 'relative' }}
      onKeyDown={walkRows}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{
            position: 'absolute',
            insetInline: 0,
            top: 0,
            transform: `translateY(${start - virtual.options.scrollMargin}px)`,
          }}
        >
          {render(index)}
        </li>
      ))}
    </ul>
  )
}

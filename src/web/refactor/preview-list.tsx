import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, useMemo, useRef } from 'react'
import { folderOf, stemOf } from '../../core/path.ts'
import type { PlanAnswer } from '../../http/types.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { markChanges, type Part } from './changed-parts.ts'
import type { LineChange } from './patch-lines.ts'
import css from './preview-list.module.css'
import { type PreviewRow, previewRows } from './preview-rows.ts'

/** In pixels, until a row was measured. */
const NOTE_HEIGHT = 36
const LINE_HEIGHT = 60
const BORDERS = 2

/** Every change of a plan as it was and as it will be, by note; drawn only where it is seen. */
export function PreviewList({ plan, first }: { plan: PlanAnswer; first?: string | undefined }): ReactElement {
  const rows = useMemo(() => previewRows(plan, first), [plan, first])
  const place = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => (rows[index]?.kind === 'note' ? NOTE_HEIGHT : LINE_HEIGHT),
    overscan: 8,
  })
  return (
    <section
      ref={place}
      className={css.place}
      aria-label="Changes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
      tabIndex={0}
      style={{ maxHeight: virtual.getTotalSize() + BORDERS }}
    >
      <ul className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={css.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Row row={rows[index]} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ row }: { row: PreviewRow | undefined }): ReactElement | null {
  if (row === undefined) return null
  if (row.kind === 'line') return <Line change={row.change} />
  return (
    <p className={css.note}>
      <span className={css.name}>{stemOf(row.path)}</span>
      <span className={css.folder}>{folderOf(row.path)}</span>
      {(row.isNew || row.fate) && <span className={css.fate}>{row.isNew ? 'new' : row.fate}</span>}
    </p>
  )
}

function Line({ change }: { change: LineChange }): ReactElement {
  const { old, young } = useMemo(() => markChanges(change), [change])
  return (
    <div className={css.change}>
      {old && <Side sign="−" word="Old" parts={old} className={css.old} />}
      {young && <Side sign="+" word="New" parts={young} className={css.young} />}
    </div>
  )
}

interface SideProps {
  readonly sign: string
  readonly word: string
  readonly parts: readonly Part[]
  readonly className: string | undefined
}

function Side({ sign, word, parts, className }: SideProps): ReactElement {
  return (
    <p className={classes(css.side, className)}>
      <span className={css.sign} aria-hidden>
        {sign}
      </span>
      <span className={controls.hidden}>{word}: </span>
      <span>
        {parts.map(({ text, changed }, at) => {
          return changed ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
        })}
      </span>
    </p>
  )
}

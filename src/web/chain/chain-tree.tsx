import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import type { ChainAnswer, ChainBranch } from '../../http/types.ts'
import type { Way } from '../api.ts'
import { queryClient } from '../client.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { rowAfterKey } from '../ui/tree-keys.ts'
import css from './chain.module.css'
import { ChainRow, MoreRow } from './chain-row.tsx'
import { bestLine, type Row, rowsOf } from './rows.ts'
import { chainWanted } from './wanted.ts'

interface ChainTreeProps {
  readonly answer: ChainAnswer
  readonly label: string
  /** Whether the key that asks for the chain leads here. */
  readonly takesFocus: boolean
}

/** A chain as a tree that reads without a mouse: arrows walk and unfold, Enter opens, Control previews. */
export function ChainTree({ answer, label, takesFocus }: ChainTreeProps): ReactElement {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => bestLine(answer))
  const [fetched, setFetched] = useState<ReadonlyMap<string, readonly ChainBranch[]>>(new Map())
  const [current, setCurrent] = useState<string>()
  const rows = useMemo(() => rowsOf(answer, { open, fetched }), [answer, open, fetched])
  const tree = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === current),
  )
  useFocusWhenWanted(takesFocus, () => {
    // All of it is to be read, not only the row that has the focus.
    tree.current?.closest('section')?.scrollIntoView({ block: 'start' })
    focusRow(tree.current, at, { preventScroll: true })
  })

  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const unfold = async ({ path, parent }: Extract<Row, { kind: 'more' }>) => {
    const { next } = await queryClient.fetchQuery(queries.chainNext(path, answer.way as Way))
    setFetched((before) => new Map(before).set(parent, next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    if (row === undefined) return
    if (isToggle(row, event.key)) toggle(row.id)
    else if (row.kind === 'more' && /^(Enter| |ArrowRight)$/.test(event.key)) void unfold(row)
    else {
      const to = rowAfterKey(rows, at, event.key)
      if (to === undefined) return
      setCurrent(rows[to]?.id)
      focusRow(tree.current, to)
    }
    event.preventDefault()
  }

  return (
    <div ref={tree} role="tree" aria-label={label} className={css.tree} onKeyDown={onKeyDown}>
      {rows.map((row, index) =>
        row.kind === 'note' ? (
          <ChainRow
            key={row.id}
            row={row}
            isCurrent={index === at}
            onToggle={() => toggle(row.id)}
            onFocus={() => setCurrent(row.id)}
          />
        ) : (
          <MoreRow
            key={row.id}
            row={row}
            isCurrent={index === at}
            onUnfold={() => void unfold(row)}
            onFocus={() => setCurrent(row.id)}
          />
        ),
      )}
    </div>
  )
}

function isToggle(row: Row, key: string): boolean {
  if (row.kind !== 'note' || !row.hasNext) return false
  return key === ' ' || key === (row.isOpen ? 'ArrowLeft' : 'ArrowRight')
}

function focusRow(tree: HTMLElement | null, at: number, options?: FocusOptions): void {
  tree?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at]?.focus(options)
}

/** Also when it was wanted before the tree was there. */
let answered = 0

function useFocusWhenWanted(takesFocus: boolean, focus: () => void): void {
  const wanted = useStore(chainWanted)
  const latest = useRef(focus)
  useEffect(() => {
    latest.current = focus
  })
  useEffect(() => {
    if (!takesFocus || wanted === answered) return
    answered = wanted
    latest.current()
  }, [wanted, takesFocus])
}

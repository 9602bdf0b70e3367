import { ChevronRight, type LucideIcon } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { go } from '../navigate.ts'
import type { Route } from '../routes.ts'
import { type Store, useStore } from '../store.ts'
import { grouped, plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { rowAfterKey } from '../ui/tree-keys.ts'
import { type Place, type TreeRow, toggled, treeRows } from './rows.ts'
import css from './tree.module.css'

interface PlaceTreeProps {
  readonly label: string
  readonly places: readonly Place[]
  /** The open ones, as the reader left them. */
  readonly open: Store<readonly string[] | null>
  readonly words?: string
  /** How many parts all paths begin with. */
  readonly depth?: number
  readonly icon: LucideIcon
  routeOf(path: string): Route
  /** What can be done with one, as a button that opens it. */
  menu(path: string, className: string | undefined): ReactElement
  onRename(path: string): void
}

/**
 * Tags or folders as a tree: arrows walk, open and close, letters go to the next one that begins so, Enter opens its notes, F2 renames it,
 * and the key for menus opens what else can be done.
 */
export function PlaceTree(props: PlaceTreeProps): ReactElement {
  const { label, places, words, depth, icon, routeOf, menu, onRename } = props
  const open = useStore(props.open) ?? undefined
  const rows = treeRows(places, open, words, depth)
  const tree = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const at = Math.max(
    0,
    rows.findIndex(({ path }) => path === current),
  )
  const toggle = (path: string) => props.open.set(toggled(places, open, path))
  const focus = (to: number | undefined) => {
    if (to === undefined || to < 0) return
    setCurrent(rows[to]?.path)
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[to]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target as Element).matches('[role="treeitem"]')) return
    if (row.hasMore && (event.key === ' ' || event.key === (row.isOpen ? 'ArrowLeft' : 'ArrowRight'))) toggle(row.path)
    else if (event.key === 'Enter') go(routeOf(row.path))
    else if (event.key === 'F2') onRename(row.path)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
      (event.target as Element).querySelector<HTMLElement>('[data-menu] button')?.click()
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) focus(beginning(rows, at, event.key))
    else {
      const to = rowAfterKey(rows, at, event.key)
      if (to === undefined) return
      focus(to)
    }
    event.preventDefault()
  }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      className={css.tree}
      data-flat={!rows.some(({ hasMore }) => hasMore)}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <Row
          key={row.path}
          row={row}
          icon={icon}
          route={routeOf(row.path)}
          isCurrent={index === at}
          menu={menu(row.path, css.menuButton)}
          onToggle={() => toggle(row.path)}
          onFocus={() => setCurrent(row.path)}
        />
      ))}
    </div>
  )
}

function beginning(rows: readonly TreeRow[], at: number, letter: string): number {
  const order = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  const found = order.find(({ name }) => name.toLowerCase().startsWith(letter.toLowerCase()))
  return found === undefined ? at : rows.indexOf(found)
}

interface RowProps {
  readonly row: TreeRow
  readonly icon: LucideIcon
  readonly route: Route
  /** The one row that Tab comes to. */
  readonly isCurrent: boolean
  readonly menu: ReactElement
  onToggle(): void
  onFocus(): void
}

function Row({ row, icon: Icon, route, isCurrent, menu, onToggle, onFocus }: RowProps): ReactElement {
  const { path, name, level, notes, all, hasMore, isOpen, at, of } = row
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-setsize={of}
      aria-posinset={at}
      {...(hasMore ? { 'aria-expanded': isOpen } : {})}
      aria-label={`${path}, ${said(notes, all)}`}
      tabIndex={isCurrent ? 0 : -1}
      className={css.row}
      style={{ '--level': level - 1 } as CSSProperties}
      onFocus={onFocus}
    >
      {hasMore ? (
        <button type="button" tabIndex={-1} aria-hidden className={css.twisty} data-open={isOpen} onClick={onToggle}>
          <ChevronRight size={15} strokeWidth={2} aria-hidden />
        </button>
      ) : (
        <span className={css.twisty} />
      )}
      <RouteLink to={route} tabIndex={-1} className={css.item}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        <span className={css.name}>{name}</span>
        <span className={css.own}>{all > notes && notes > 0 ? `${grouped(notes)} of its own` : ''}</span>
        <span className={css.count}>{grouped(all)}</span>
      </RouteLink>
      <span data-menu className={css.menu}>
        {menu}
      </span>
    </div>
  )
}

function said(notes: number, all: number): string {
  return all === notes ? plural(notes, 'note') : `${plural(notes, 'note')}, ${grouped(all)} with those below`
}

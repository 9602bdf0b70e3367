import { ChevronRight, Ellipsis } from 'lucide-react'
import type { CSSProperties, ReactElement } from 'react'
import type { WhyAnswer } from '../../http/types.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { classes } from '../ui/class-names.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import css from './chain.module.css'
import type { Row } from './rows.ts'

interface RowProps<R extends Row> {
  readonly row: R
  /** The one row that Tab comes to. */
  readonly isCurrent: boolean
  onFocus(): void
}

export function ChainRow({
  row,
  isCurrent,
  onToggle,
  onFocus,
}: RowProps<Extract<Row, { kind: 'note' }>> & { onToggle(): void }): ReactElement {
  const { branch, level, hasNext, isOpen, at, of, within } = row
  const { note, why, met } = branch
  return (
    <div role="none" className={css.row} style={indent(level)}>
      {hasNext ? (
        <button type="button" tabIndex={-1} aria-hidden className={css.twisty} data-open={isOpen} onClick={onToggle}>
          <ChevronRight size={14} strokeWidth={2} aria-hidden />
        </button>
      ) : (
        <span className={css.twisty} />
      )}
      <NoteLink
        path={note.path}
        role="treeitem"
        aria-level={level}
        aria-setsize={of}
        aria-posinset={at}
        {...(hasNext ? { 'aria-expanded': isOpen } : {})}
        tabIndex={isCurrent ? 0 : -1}
        className={css.item}
        onFocus={onFocus}
      >
        <span className={css.said}>{why.said}</span>
        <span className={css.head}>
          <KindIcon kind={note.kind} size={15} />
          <span className={css.title}>{note.title}</span>
        </span>
        <span className={css.facts}>
          {met === 'first' ? (
            <>
              {note.status !== null && <span className={css.status}>{note.status}</span>}
              <When date={note.date} />
              {note.tasks.open > 0 && <span>{plural(note.tasks.open, 'open task')}</span>}
            </>
          ) : (
            <span>{sayMet(met, within)}</span>
          )}
        </span>
        {met === 'first' && <Reason why={why} />}
      </NoteLink>
    </div>
  )
}

function sayMet(met: 'above' | 'below' | 'cycle', within: string | undefined): string {
  if (met === 'cycle') return 'leads here again'
  return within === undefined ? `see ${met}` : `see ${met}, under ${within}`
}

/** Why, in the writer's words: the reason, or for a plain link its sentence. */
export function Reason({ why }: { why: WhyAnswer }): ReactElement | null {
  if (why.reason !== null) return <span className={css.reason}>{why.reason}</span>
  if (why.relation !== null) return null
  return (
    <span className={classes(css.reason, css.sentence)}>
      <Sentence text={why.context} mark={[why.contextFrom, why.contextTo]} />
    </span>
  )
}

export function MoreRow({
  row,
  isCurrent,
  onUnfold,
  onFocus,
}: RowProps<Extract<Row, { kind: 'more' }>> & { onUnfold(): void }): ReactElement {
  const { level, more, at, of } = row
  return (
    <div role="none" className={css.row} style={indent(level)}>
      <span className={css.twisty}>
        <Ellipsis size={14} aria-hidden />
      </span>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys */}
      <div
        role="treeitem"
        aria-level={level}
        aria-setsize={of}
        aria-posinset={at}
        tabIndex={isCurrent ? 0 : -1}
        className={classes(css.item, css.more)}
        onClick={onUnfold}
        onFocus={onFocus}
      >
        {more} more
      </div>
    </div>
  )
}

function indent(level: number): CSSProperties {
  return { '--level': level - 1 } as CSSProperties
}

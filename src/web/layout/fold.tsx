import { ChevronRight } from 'lucide-react'
import { type ReactElement, type ReactNode, useId } from 'react'
import css from './fold.module.css'
import { setFolded, useFolded } from './folded.ts'

interface FoldProps {
  /** Under which it is remembered whether it is folded. */
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
  /** Right in the heading's line. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A section with a heading that folds it. */
export function Fold({ id, title, count, tools, children }: FoldProps): ReactElement {
  const folded = useFolded(id)
  const panel = useId()
  return (
    <section aria-label={title} className={css.fold}>
      <div className={css.head}>
        <h2 className={css.title}>
          <button
            type="button"
            className={css.trigger}
            aria-expanded={!folded}
            aria-controls={folded ? undefined : panel}
            onClick={() => setFolded(id, !folded)}
          >
            <ChevronRight size={14} strokeWidth={2} aria-hidden />
            {title}
            {count !== undefined && <span className={css.count}>{count}</span>}
          </button>
        </h2>
        {!folded && tools}
      </div>
      {!folded && (
        <div id={panel} className={css.panel}>
          {children}
        </div>
      )}
    </section>
  )
}

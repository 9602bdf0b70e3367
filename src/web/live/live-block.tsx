import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import type { ReactElement } from 'react'
import type { LiveAnswer } from '../../http/types.ts'
import { ApiError } from '../api.ts'
import { useSteady } from '../margin/use-steady.ts'
import { queries } from '../queries.ts'
import { useTicks } from '../tasks/ticks.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { today } from '../ui/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { plural } from '../ui/plural.ts'
import css from './live.module.css'
import { LiveGroups } from './live-groups.tsx'

export interface LiveBlockProps {
  /** What stands between the fences. */
  readonly source: string
  /** The note that it stands in. */
  readonly path: string
  /** Puts the cursor into the block. */
  edit(): void
  /** Puts another query in the place of this one. */
  replace(source: string): void
}

/** What a query in a note finds now; it does not move while the pointer or the focus is in it. */
export function LiveBlock({ source, path, edit, replace }: LiveBlockProps): ReactElement {
  const { data, error } = useQuery(queries.live(source, path, today()))
  const { shown, watch } = useSteady(source, data)
  const ticks = useTicks(shown)
  const search = source.trim().split('\n')[0] ?? ''
  return (
    <section aria-label={`Live query: ${search}`} className={css.block} onKeyDown={walkRows} {...watch}>
      <div className={css.head}>
        <span className={css.count} aria-live="polite">
          {error === null && shown !== undefined && saidCount(shown)}
        </span>
        <IconButton icon={Pencil} size={15} label="Edit the query" className={css.edit} onClick={edit} />
      </div>
      {error !== null && <Problem error={error} replace={replace} />}
      {error === null && shown?.count === 0 && (
        <p className={css.none}>Nothing is found now; what is will stand here.</p>
      )}
      {error === null && shown !== undefined && shown.count > 0 && (
        <>
          <LiveGroups answer={shown} ticks={ticks} />
          {shown.shown < shown.count && (
            <p className={css.none}>
              The first {shown.shown} are shown; write limit {Math.min(shown.count, 200)} in the query for more.
            </p>
          )}
        </>
      )}
    </section>
  )
}

function saidCount({ as, count }: LiveAnswer): string {
  return plural(count, as === 'tasks' ? 'task' : 'note')
}

/** Why there is no result, and the way on. */
function Problem({ error, replace }: { error: Error; replace(source: string): void }): ReactElement {
  const proposal = error instanceof ApiError ? error.proposal : undefined
  return (
    <p className={css.problem}>
      {error.message}{' '}
      {proposal !== undefined && (
        <button type="button" className={controls.quiet} onClick={() => replace(proposal)}>
          Change it so
        </button>
      )}
    </p>
  )
}

import type { ReactElement } from 'react'
import { api } from '../api.ts'
import { useProgress } from '../events.ts'
import { say } from '../notice.ts'
import controls from '../ui/controls.module.css'
import { grouped } from '../ui/plural.ts'
import css from './reading-state.module.css'

/** How far the reading of many notes is, while everything else can be done; it can be stopped, and gone on with. */
export function ReadingState(): ReactElement | null {
  const progress = useProgress()
  if (progress?.reading === undefined) return null
  const { done, total, reading } = progress
  const { stopped, rate } = reading
  return (
    <div className={css.reading}>
      <progress className={controls.bar} aria-label="Notes that are read" value={done} max={total} />
      <p>
        {stopped ? 'Read' : 'Reading notes'} {grouped(done)} of {grouped(total)}
        {!stopped && rate > 0 && <span className={css.rate}>{grouped(rate)} a second</span>}
      </p>
      <button type="button" className={controls.quiet} onClick={() => void ask(!stopped)}>
        {stopped ? 'Read on' : 'Stop'}
      </button>
    </div>
  )
}

async function ask(stop: boolean): Promise<void> {
  try {
    await api.reading(stop)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

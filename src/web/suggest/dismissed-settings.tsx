import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { stemOf } from '../../core/path.ts'
import type { DismissalAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { undismiss } from './acts.ts'
import css from './suggest.module.css'

/** What was dismissed, each with the way back. */
export function DismissedSettings(): ReactElement | null {
  const { data } = useQuery(queries.dismissals())
  if (data === undefined) return null
  if (data.length === 0) return <p>Nothing was dismissed.</p>
  return (
    <ul>
      {data.map((dismissal) => (
        <li key={JSON.stringify(dismissal)} className={css.dismissed}>
          <span>{sayDismissal(dismissal)}</span>
          <button
            type="button"
            className={controls.quiet}
            aria-label={`Suggest again: ${sayDismissal(dismissal)}`}
            onClick={() => void undismiss(dismissal)}
          >
            Suggest again
          </button>
        </li>
      ))}
    </ul>
  )
}

function sayDismissal({ scope, key, path, around }: DismissalAnswer): string {
  if (scope === 'island') return `“${key}” is fine without links`
  if (scope === 'everywhere' || path === null) return `“${key}”, anywhere`
  return scope === 'note'
    ? `“${key}” in ${stemOf(path)}`
    : `“${key}” in ${stemOf(path)}, where it says “${around ?? ''}”`
}

import type { ReactElement } from 'react'
import css from './search.module.css'

interface ProblemProps {
  readonly message: string
  /** The search put right. */
  readonly proposal: string | undefined
  readonly onChange: (q: string) => void
}

/** Why a search cannot be carried out, with the way on. */
export function Problem({ message, proposal, onChange }: ProblemProps): ReactElement {
  return (
    <p role="alert" className={css.problem}>
      {message}
      {proposal !== undefined && (
        <button type="button" onClick={() => onChange(proposal)}>
          Search for {proposal}
        </button>
      )}
    </p>
  )
}

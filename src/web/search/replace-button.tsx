import { Replace } from 'lucide-react'
import type { ReactElement } from 'react'
import { chipsIn } from '../../core/query/chips.ts'
import { parseQuery } from '../../core/query/parse.ts'
import { wantedIn } from '../../core/query/tree.ts'
import { startReplace } from '../refactor/start.ts'
import css from './search.module.css'

/** Other words for those that are looked for, in the notes that the filters let through; nothing without words. */
export function ReplaceButton({ q }: { q: string }): ReactElement | null {
  const words = wordsIn(q)
  if (words === '') return null
  const within = chipsIn(q)
    .map(({ text }) => text)
    .join(' ')
  return (
    <button type="button" className={css.add} onClick={() => startReplace(words, within)}>
      <Replace size={14} strokeWidth={1.75} aria-hidden />
      Replace…
    </button>
  )
}

/** The words side by side, as they were typed. */
function wordsIn(q: string): string {
  const parsed = parseQuery(q)
  const wanted = 'query' in parsed ? wantedIn(parsed.query.root) : []
  return wanted.map(({ text }) => text).join(' ')
}

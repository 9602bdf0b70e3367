import { Search } from 'lucide-react'
import type { ReactElement } from 'react'
import { type Query, wantedIn } from '../../core/query/tree.ts'
import { Empty } from '../ui/empty.tsx'

/** What to change where a search finds no note. */
export function Nothing({ query: { root } }: { query: Query }): ReactElement {
  return (
    <Empty icon={Search}>
      {wantedIn(root).length > 0
        ? 'Nothing has these words. Try fewer words, or only the start of one.'
        : 'No note is like that. Take a filter away.'}
    </Empty>
  )
}

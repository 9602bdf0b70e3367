import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, BookmarkCheck } from 'lucide-react'
import type { ReactElement } from 'react'
import { api } from '../api.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import css from './search.module.css'

/** Keeps a search in the left column, or takes it away again. */
export function SaveButton({ q }: { q: string }): ReactElement {
  const client = useQueryClient()
  const { queryKey } = queries.searches()
  const { data = [] } = useQuery(queries.searches())
  const isSaved = data.some((search) => search.q === q.trim())
  const Icon = isSaved ? BookmarkCheck : Bookmark
  const toggle = async () => {
    try {
      client.setQueryData(queryKey, await (isSaved ? api.forgetSearch : api.saveSearch)({ q }))
      say(isSaved ? 'The search is no longer kept.' : 'The search stands in the left column now.')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <button type="button" className={css.add} aria-pressed={isSaved} onClick={() => void toggle()}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {isSaved ? 'Saved' : 'Save'}
    </button>
  )
}

import type { SavedSearchAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'

/** Keeps a search in the left column, under a name if it has one. */
export async function keep(search: SavedSearchAnswer): Promise<void> {
  await tell(async () => show(await api.saveSearch(search)))
}

/** Takes a search away, and offers to keep it again. */
export async function forget(search: SavedSearchAnswer): Promise<void> {
  await tell(async () => {
    show(await api.forgetSearch(search))
    say('The search is no longer kept.', { label: 'Undo', run: () => void keep(search) })
  })
}

function show(searches: readonly SavedSearchAnswer[]): void {
  queryClient.setQueryData(queries.searches().queryKey, [...searches])
}

async function tell(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

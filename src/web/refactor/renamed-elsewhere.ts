import type { RenamedEvent } from '../../http/types.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { followRename } from './carry-out.ts'

const { queryKey } = queries.renames()

/** Open notes follow their file at once; whether links do is asked. */
export function noticeRenamed(event: RenamedEvent): void {
  void queryClient.invalidateQueries({ queryKey })
  void followRename(event)
}

/** Links stay as they are, and nobody is asked again. */
export async function dismissRenamed({ from, to }: RenamedEvent): Promise<void> {
  try {
    queryClient.setQueryData(queryKey, await api.dismissRename({ from, to }))
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

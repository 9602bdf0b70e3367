import type { MentionAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { openNote } from '../navigate.ts'
import { say } from '../notice.ts'
import { dismiss } from '../suggest/acts.ts'

/** The place is not suggested any more. */
export async function leave({ source, key, context, contextFrom, contextTo }: MentionAnswer): Promise<void> {
  await dismiss({ scope: 'place', key, path: source, around: context }, context.slice(contextFrom, contextTo))
  await queryClient.invalidateQueries({ queryKey: ['review'] })
}

export async function keepReview(since: string, until: string): Promise<void> {
  await tell(async () => {
    const answer = await api.keepReview({ since, until })
    if (answer.saved) openNote(answer.path)
    else if (answer.reason === 'exists') openNote(answer.existing)
    else say(answer.reason === 'refused' ? answer.message : 'The note is being changed somewhere else. Try again.')
  })
}

async function tell(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

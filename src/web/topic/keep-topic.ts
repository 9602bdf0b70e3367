import { api } from '../api.ts'
import { openNote } from '../navigate.ts'
import { say } from '../notice.ts'
import { today } from '../ui/days.ts'

/** Keeps a dossier as a note, or adds what is new to the one that has it, and opens it. @param path the note that has it, when it is known */
export async function keepTopic(topic: string, path?: string): Promise<void> {
  try {
    const answer = await api.keepTopic({ topic, today: today(), path })
    if (answer.saved) openNote(answer.path)
    else say(answer.reason === 'refused' ? answer.message : 'The note is being changed somewhere else. Try again.')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

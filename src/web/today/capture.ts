import { api } from '../api.ts'
import { openToday } from '../create.ts'
import { openNote } from '../navigate.ts'
import { say } from '../notice.ts'
import { noteOf } from './note-of.ts'

/** Puts a thought into today's note. @returns whether it is there */
export function addToToday(thought: string): Promise<boolean> {
  return tell(async () => {
    const answer = await api.capture({ text: thought })
    if (answer.saved) {
      say("Added to today's note.", { label: 'Open', run: () => void openToday() })
      return true
    }
    say(answer.reason === 'refused' ? answer.message : "Today's note is being changed somewhere else. Try again.")
    return false
  })
}

/** Makes a thought a note of its own and opens it. @returns whether it is there */
export function makeNote(thought: string): Promise<boolean> {
  return tell(async () => {
    const { title, text } = noteOf(thought)
    const answer = await api.create({ title: title.replaceAll('/', ' '), text })
    if (answer.saved) openNote(answer.path, { at: text.length })
    else if (answer.reason === 'refused') say(answer.message)
    else say(`There is a note “${title}” already; begin with other words, or write in that one.`)
    return answer.saved
  })
}

async function tell(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return false
  }
}

import type { Range } from '../note.ts'
import { findFields } from '../parse/fields.ts'
import type { Leaf } from '../parse/leaf.ts'
import { dateSigns, taskSigns } from './signs.ts'

/** What `[created:: 2026-03-01]` and its like say is a day of the task, for Notly or for another program. */
const DAY_KEYS = /^(?:due|deadline|scheduled|start|completion|completed|done|created|cancelled)$/i
/** Within its line: a name in the next one may be linked. */
const REPETITION = /🔁\ufe0f?[^📅📆🗓⏳⌛🛫✅❌➕🔺⏫🔼🔽⏬#\n]*/gu
const STARTS_WITH_DAY = /^\s*\d{4}-\d{2}-\d{2}/

/**
 * The words of a passage that only say when a task is due, done or repeated: a link in them would be read as no date any more.
 * @param text the note's text
 */
export function ownWordsOfTasks(text: string, leaf: Leaf, isTask: boolean): Range[] {
  const said = text.slice(leaf.from, leaf.to)
  const repetitions = isTask ? [...said.matchAll(REPETITION)] : []
  const inSaid = [
    ...(isTask ? taskSigns(said) : dateSigns(said)),
    ...repetitions.map(({ 0: whole, index }) => ({ from: index, to: index + whole.length })),
  ]
  const fields = findFields(leaf).filter(
    ({ key, value }) => DAY_KEYS.test(key) && STARTS_WITH_DAY.test(text.slice(value.from, value.to)),
  )
  return [...inSaid.map(({ from, to }) => ({ from: leaf.from + from, to: leaf.from + to })), ...fields]
}

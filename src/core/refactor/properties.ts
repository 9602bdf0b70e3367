import type { TextChange } from '../changes.ts'
import { applyToRaw, normalise } from '../lineends.ts'
import type { Note, NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'

/**
 * A note's text with its properties changed, its line ends kept.
 * @param make changes of the text with `\n` line ends; undefined when they cannot be made
 */
export function withProperties(
  text: string,
  path: NotePath,
  make: (plain: string, note: Note) => readonly TextChange[] | undefined,
): string | undefined {
  const plain = normalise(text)
  const changes = make(plain, parseNote(path, plain))
  return (
    changes &&
    applyToRaw(
      text,
      changes.toSorted((a, b) => a.from - b.from),
    )
  )
}

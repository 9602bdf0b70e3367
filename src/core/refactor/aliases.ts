import { applyToRaw, normalise } from '../lineends.ts'
import type { NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'
import { addToList } from '../properties.ts'

/** A note's text with more aliases in its properties. */
export function withAliases(text: string, path: NotePath, aliases: readonly string[]): string {
  let result = text
  for (const alias of aliases) {
    const plain = normalise(result)
    result = applyToRaw(result, addToList(plain, parseNote(path, plain).frontmatter, 'aliases', alias))
  }
  return result
}

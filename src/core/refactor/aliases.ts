import type { NotePath } from '../note.ts'
import { addToList } from '../properties.ts'
import { withProperties } from './properties.ts'

/** A note's text with more aliases in its properties. */
export function withAliases(text: string, path: NotePath, aliases: readonly string[]): string {
  return aliases.reduce(
    (result, alias) =>
      withProperties(result, path, (plain, { frontmatter }) => addToList(plain, frontmatter, 'aliases', alias)) ??
      result,
    text,
  )
}

import type { LinkForm } from '../note.ts'
import { stemOf } from '../path.ts'

/** The words that a link shows to a reader: what people call its note. @returns undefined for a picture, a property or an address */
export function shownWords(link: {
  readonly form: LinkForm
  readonly target: string
  readonly text: string | undefined | null
}): string | undefined {
  if (link.form === 'embed' || link.form === 'frontmatter') return undefined
  const words = (link.text ?? stemOf(link.target)).replace(/\s+/g, ' ').trim()
  return words === '' || words.length > LONGEST || words.includes('://') ? undefined : words
}

/** Longer words in a link are a sentence. UTF-16 units. */
const LONGEST = 80

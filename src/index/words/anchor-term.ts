/**
 * What a word in the words of a link is kept as: by itself, so that it does not count as a word of the note that has the link. Its places
 * are the numbers of the links.
 */
export function anchorTerm(term: string): string {
  return `${ANCHOR}${term}`
}

const ANCHOR = '\u0001'

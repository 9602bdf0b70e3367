import type { MentionAnswer, PlaceToLink } from './answers.ts'

/** The words of a mention, to become a link to the note that they name. */
export function placeToLink(mention: MentionAnswer): PlaceToLink {
  const { source, target, position, end, context, contextFrom, contextTo } = mention
  return { path: source, from: position.offset, to: end, said: context.slice(contextFrom, contextTo), target }
}

import { UserError } from './errors.ts'

/** Whether a tag can be called so, without its `#`. */
export function isTag(tag: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}_\-/\p{Extended_Pictographic}]+$/u.test(tag) &&
    /[^\d/]/.test(tag) &&
    !tag.includes('//') &&
    !tag.startsWith('/')
  )
}

/** The tag that somebody meant who typed some words: `Big plan!` → `Big-plan`; undefined where there is none in them. */
export function tagFrom(words: string): string | undefined {
  const tag = words
    .replace(/[^\p{L}\p{M}\p{N}_\-/\p{Extended_Pictographic}]+/gu, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/(^|\/)-+|-+(?=\/|$)/g, '$1')
    .replace(/^\/+|\/+$/g, '')
  return isTag(tag) ? tag : undefined
}

/** Why something cannot be a tag, with one that would do. @param tag without its `#` */
export function noTag(tag: string): UserError {
  const proposal = tagFrom(tag)
  const way =
    proposal === undefined
      ? 'use letters, digits, - and _, and at least one that is no digit.'
      : `did you mean #${proposal}?`
  return new UserError('invalid', `#${tag} cannot be a tag; ${way}`, [], proposal)
}

import type { LinkForm, LinkKey, Range } from '../note.ts'
import { readDestination } from '../parse/destination.ts'
import type { LinkCore } from '../parse/links.ts'

/** A link as the index has it of a text. */
export interface KnownLink {
  readonly form: LinkForm
  /** Of the whole link; for a bare mention as far as it could go. */
  readonly range: Range
  readonly targetStart: number
  readonly target: string
  readonly fragment: string | undefined
  readonly text: string | undefined
  readonly keys: readonly LinkKey[]
}

/**
 * A known link with the range of its target, found in its text again.
 * @returns undefined when something else stands there
 */
export function locate(text: string, known: KnownLink): LinkCore | undefined {
  const { targetStart: from, target, ...link } = known
  const to = targetEnd(text, known)
  return to === undefined ? undefined : { ...link, target, targetRange: { from, to } }
}

function targetEnd(text: string, known: KnownLink): number | undefined {
  const { form, range, targetStart: from, target, keys } = known
  if (form === 'bare') return text.slice(from, range.to) === target ? (keys[0]?.to ?? range.to) : undefined
  if (form === 'markdown') return addressEnd(text, known)
  const inside = text.slice(from, range.to - 2)
  const end = inside.search(form === 'frontmatter' ? /[#|]/ : /#|\\?\|/)
  const written = end < 0 ? inside : inside.slice(0, end)
  return written.trim() === target && text.startsWith(']]', range.to - 2) ? from + written.length : undefined
}

function addressEnd(text: string, { targetStart: from, target, fragment, range }: KnownLink): number | undefined {
  const isAngled = text[from - 1] === '<'
  const whole = isAngled ? /^[^>\n]*>/.exec(text.slice(from, range.to))?.[0] : bareAddress(text, from, range.to)
  if (whole === undefined) return undefined
  const url = { from: isAngled ? from - 1 : from, to: from + whole.length }
  const read = readDestination(text, url)
  return read?.path === target && read.fragment === fragment ? read.range.to : undefined
}

/** Up to white space, or the bracket that closes the link. */
function bareAddress(text: string, from: number, limit: number): string | undefined {
  let depth = 0
  for (let at = from; at < limit; at++) {
    const char = text[at] as string
    if (char === '\\') at++
    else if (char === '(') depth++
    else if (/\s/.test(char) || (char === ')' && depth-- === 0)) return text.slice(from, at)
  }
  return undefined
}

/** Those links of a note that are known of its very text; undefined when one of them is not where it should be. */
export function locateAll(text: string, known: readonly KnownLink[]): readonly LinkCore[] | undefined {
  const links = known.map((link) => locate(text, link))
  return links.includes(undefined) ? undefined : (links as LinkCore[])
}

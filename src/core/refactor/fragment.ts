import { foldName } from '../fold.ts'
import { findHeading, type HeadingPlace } from '../fragments.ts'
import type { Range } from '../note.ts'
import type { LinkCore } from '../parse/links.ts'
import { encodeAddress, isAngled } from './encode.ts'

/** The headings of one note before and after one of them got other words. */
export interface Reheaded {
  readonly before: readonly HeadingPlace[]
  readonly after: readonly HeadingPlace[]
  /** Which one. */
  readonly at: number
}

/**
 * A link's fragment for the note with the changed heading, as it has to be written in the link.
 * @returns undefined when it still names the heading that it named, or never named one
 */
export function newFragment(text: string, link: LinkCore, headings: Reheaded): string | undefined {
  const fragment = link.fragment ?? ''
  const meant = findHeading(headings.before, fragment)
  if (meant === undefined) return undefined
  const isSlug = link.form === 'markdown' && !/[\s\p{Lu}]/u.test(fragment)
  const still = findHeading(headings.after, fragment) === meant
  if (still && !isRespelled(fragment, meant, headings, isSlug)) return undefined
  const wanted = isSlug ? slugsOf(meant, headings.after) : wordsFor(fragment, meant, headings)
  const chosen = wanted.find((candidate) => findHeading(headings.after, candidate) === meant) ?? (wanted[0] as string)
  if (link.form !== 'markdown') return chosen
  const { from, to } = fragmentRange(text, link)
  return encodeAddress(chosen, text.slice(from, to), isAngled(text, link)).replaceAll('#', '%23')
}

/** Spelled exactly as the changed heading was: it follows even where we would still find it, because other programs would not. */
function isRespelled(fragment: string, meant: number, { before, after, at }: Reheaded, isSlug: boolean): boolean {
  if (meant !== at) return false
  const spell = (places: readonly HeadingPlace[]): string => {
    const words = places[at]?.text ?? ''
    return isSlug ? slugOf(words) : linkable(words)
  }
  const last = fragment.split('#').at(-1)
  return last === spell(before) && last !== spell(after)
}

/** What to write for a heading, best first: the chain that was written with the new words in it, then ever more exact ones. */
function wordsFor(fragment: string, meant: number, { after, at }: Reheaded): string[] {
  const parts = fragment.split('#')
  const place = (index: number): string => linkable(after[index]?.text ?? '')
  const replaced = parts.map((_, part) => parts.with(part, place(at)).join('#')).reverse()
  const own = parts.with(-1, place(meant)).join('#')
  return [...(meant === at ? [] : [own]), ...replaced, own, exactChain(after, meant), ...slugsOf(meant, after)]
}

/** What brackets cannot hold left out. */
function linkable(words: string): string {
  return words
    .replace(/[#|[\]^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The heading under all those that it stands below, for where its own words stand more than once. */
function exactChain(headings: readonly HeadingPlace[], at: number): string {
  const chain: string[] = []
  let level = Number.POSITIVE_INFINITY
  for (let index = at; index >= 0; index--) {
    const heading = headings[index] as HeadingPlace
    if (heading.level >= level) continue
    level = heading.level
    chain.unshift(linkable(heading.text))
  }
  return chain.join('#')
}

/** A heading's address as most programs make it, with a number where others before it have the same; and the number alone. */
function slugsOf(at: number, headings: readonly HeadingPlace[]): string[] {
  const slug = slugOf(headings[at]?.text ?? '')
  const folded = foldName(slug)
  const before = headings.slice(0, at).filter(({ text }) => foldName(slugOf(text)) === folded).length
  return before === 0 ? [slug] : [`${slug}-${before}`, slug]
}

/** `What’s new in 2.0?` → `whats-new-in-20` */
function slugOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** Where a link's fragment stands, without its `#` and the space around it. */
export function fragmentRange(text: string, link: LinkCore): Range {
  const start = text.indexOf('#', link.targetRange.to) + 1
  const isMarkdown = link.form === 'markdown'
  const end = !isMarkdown ? /\s*(?:\\?\||\]\])/g : isAngled(text, link) ? />/g : /[\s)]|$/g
  end.lastIndex = start
  const to = end.exec(text)?.index ?? start
  const from = isMarkdown ? start : start + (/^\s*/.exec(text.slice(start, to))?.[0].length ?? 0)
  return { from, to }
}

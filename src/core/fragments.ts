import { foldHeading } from './fold.ts'

/** A place that a fragment can name; `start` is its offset in the note. */
export interface HeadingPlace {
  readonly level: number
  readonly text: string
  readonly start: number
}

/**
 * The index of the heading that a fragment names: `Churn`, `Results#Churn` (the last one, under the one before), or as an address
 * writes it, `whats-new` and `whats-new-1`.
 * @returns undefined when there is none
 */
export function findHeading(headings: readonly HeadingPlace[], fragment: string): number | undefined {
  return findChain(headings, fragment.split('#'), 0, headings.length) ?? findSlug(headings, fragment)
}

/** For `[a](#)` and `[[Note#]]`, which name no place, and `^id`, which names a block. */
export function blockOf(fragment: string): string | undefined {
  const at = fragment.lastIndexOf('^')
  return at >= 0 && (at === 0 || fragment[at - 1] === '#')
    ? fragment
        .slice(at + 1)
        .trim()
        .toLowerCase()
    : undefined
}

/** Looks for the names one below the other; a heading whose section lacks the rest is passed over for the next of its name. */
function findChain(
  headings: readonly HeadingPlace[],
  names: readonly string[],
  from: number,
  to: number,
): number | undefined {
  const [name, ...rest] = names
  if (name === undefined) return undefined
  const key = foldHeading(name)
  for (let at = from; at < to; at++) {
    const heading = headings[at]
    if (heading === undefined || foldHeading(heading.text) !== key) continue
    const found = rest.length === 0 ? at : findChain(headings, rest, at + 1, sectionEnd(headings, at))
    if (found !== undefined) return found
  }
  return undefined
}

/** The index behind a heading's section: of the next heading that is not below it. */
export function sectionEnd(headings: readonly HeadingPlace[], at: number): number {
  const { level = 0 } = headings[at] ?? {}
  let end = at + 1
  while (end < headings.length && (headings[end]?.level ?? 0) > level) end++
  return end
}

function findSlug(headings: readonly HeadingPlace[], fragment: string): number | undefined {
  const exact = findNth(headings, slugOf(fragment), 0)
  if (exact !== undefined) return exact
  const [, slug, count] = /^(.*)-(\d+)$/.exec(fragment) ?? []
  return slug === undefined ? undefined : findNth(headings, slugOf(slug), Number(count))
}

function findNth(headings: readonly HeadingPlace[], slug: string, nth: number): number | undefined {
  if (slug === '') return undefined
  const named = headings.flatMap(({ text }, at) => (slugOf(text) === slug ? [at] : []))
  return named[nth]
}

/** What of a heading stays in an address, without what stands for spaces: programs differ in that. */
function slugOf(text: string): string {
  return foldHeading(text).replace(/\s+/g, '')
}

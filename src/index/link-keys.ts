/** What a link asks for: the same keys that reading its text gave, made again from what the index keeps of it. */
import type { LinkForm, LinkKey, NotePath } from '../core/note.ts'
import { nameCandidates } from '../core/parse/bare.ts'
import { keysOfTarget } from '../core/resolve.ts'

/** By their numbers in the index and in the graph; the two that are written most take no room there. */
export const FORMS: readonly LinkForm[] = ['mention', 'wikilink', 'bare', 'embed', 'markdown', 'frontmatter']

export interface Asking {
  readonly form: LinkForm
  readonly target: string
  readonly targetStart: number
  readonly fragment: string | null
  readonly end: number
  /** The first key, empty where there is none. */
  readonly asked: string
}

/** In their order, which is that of preference. Most links mean something by the first, so the others are made only when somebody goes on. */
export function* keysOfLink(link: Asking, source: NotePath): Iterable<LinkKey> {
  if (link.form === 'bare') yield* nameCandidates(link.target, link.targetStart)
  else if (link.asked !== '') {
    yield { key: link.asked as LinkKey['key'], to: link.end }
    for (const key of moreKeys(link, source)) yield { key, to: link.end }
  }
}

function moreKeys({ form, target, fragment }: Asking, source: NotePath): readonly LinkKey['key'][] {
  if (form !== 'markdown' && fragment === null) return []
  return keysOfTarget(form, source, target, fragment ?? undefined).slice(1)
}

/**
 * Those of a link's keys by which it cannot be found through its first one: who asks for a beginning of the first key of a bare mention looks
 * there.
 */
export function keysApart(form: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return form === 'bare' ? others.filter((key) => !first.startsWith(key)) : others
}

/** The first key where the target does not say it, which SQLite tells by lower-casing ASCII alone. */
export function keyApart(target: string, first: string | undefined): string | null {
  if (first === undefined) return ''
  return first === target.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) && !target.includes('\0') ? null : first
}

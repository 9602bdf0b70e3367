/**
 * Which note a link means: the section of that name in the link language, in one place.
 *
 * A note answers to a set of keys; a link is a list of keys in order of preference. The first of a link's keys that any note
 * answers to decides; within it the best group (path, title, alias), then the nearest note. Both sides depend on one text alone,
 * so resolving is a join and nothing resolved is ever stored.
 */
import { foldName } from './fold.ts'
import type { LinkForm, NameKey, NotePath } from './note.ts'
import { folderOf, isNotePath, resolveRelative, withoutExtension } from './path.ts'

/** In order of precedence. */
export const NameGroup = { path: 0, title: 1, alias: 2 } as const
export type NameGroup = (typeof NameGroup)[keyof typeof NameGroup]

export interface Name {
  readonly key: NameKey
  readonly group: NameGroup
  /** As written, for display: `Q3 market research`. */
  readonly written: string
}

/**
 * Keys of a path: each suffix (`acme`, `clients/acme`) and, with a leading slash, the whole (`/clients/acme`), which only exact
 * links ask for.
 */
function pathNames(path: string): Name[] {
  const bare = withoutExtension(path)
  const names: Name[] = []
  for (let at = bare.length; at >= 0; ) {
    at = bare.lastIndexOf('/', at - 1)
    names.push({ key: foldName(bare.slice(at + 1)) as NameKey, group: NameGroup.path, written: bare.slice(at + 1) })
    if (at < 0) break
  }
  names.push({ key: exactKey(bare), group: NameGroup.path, written: `/${bare}` })
  return names
}

function exactKey(path: string): NameKey {
  return `/${foldName(path)}` as NameKey
}

/** Everything a file answers to. An attachment has only its path, with its extension. */
export function namesOf(path: NotePath, title?: string, aliases: readonly string[] = []): Name[] {
  const names = pathNames(path)
  if (!isNotePath(path)) return names
  const known = new Set<string>()
  const add = (written: string, group: NameGroup): void => {
    const key = foldName(written) as NameKey
    if (key === '' || known.has(`${group} ${key}`)) return
    known.add(`${group} ${key}`)
    names.push({ key, group, written })
  }
  if (title !== undefined) add(title, NameGroup.title)
  for (const alias of aliases) add(alias, NameGroup.alias)
  return names
}

/** Splits `Note#Heading` at the first `#`. */
export function splitFragment(target: string): { readonly name: string; readonly fragment: string | undefined } {
  const hash = target.indexOf('#')
  if (hash < 0) return { name: target, fragment: undefined }
  return { name: target.slice(0, hash), fragment: target.slice(hash + 1) }
}

/**
 * Keys of a target as written between brackets, in quotes or (decoded) in parentheses, without its fragment.
 * @param from path of the note that holds the link
 * @param fragment tried as part of the name in the second place, so that a note called `C#` can be linked (first where nothing follows the `#`)
 * @returns empty when the target is empty or leads out of the vault
 */
export function keysOfTarget(form: LinkForm, from: NotePath, target: string, fragment?: string): NameKey[] {
  const keys = fragment === undefined || form === 'markdown' ? [] : plainKeys(form, from, `${target}#${fragment}`)
  const own = plainKeys(form, from, target)
  if (own.length === 0) return []
  return fragment === '' ? [...keys, ...own] : [...own, ...keys]
}

function plainKeys(form: LinkForm, from: NotePath, written: string): NameKey[] {
  const target = withoutExtension(written.trim().normalize('NFC'))
  if (target === '') return []
  const folder = folderOf(from)
  if (target.startsWith('/')) return [exactKey(target.replace(/^\/+/, ''))]
  if (/^\.\.?(\/|$)/.test(target)) {
    const path = resolveRelative(folder, target)
    return path === undefined || path === '' ? [] : [exactKey(path)]
  }
  const loose = foldName(target) as NameKey
  if (form !== 'markdown') return [loose]
  const path = resolveRelative(folder, target)
  return path === undefined ? [loose] : [exactKey(path), loose]
}

/** A file that answers to a key. */
export interface Candidate {
  readonly path: NotePath
  readonly group: NameGroup
}

export interface Choice<C extends Candidate> {
  readonly chosen: C
  /** More than one file of the deciding group, the best first. */
  readonly candidates: readonly C[]
}

/**
 * Rules 3 and 4: the best group decides; in it notes at or below the linking note's folder come first, then the shortest path
 * (in UTF-16 units), then alphabetical order. Notes come before attachments.
 * @param candidates all files that answer to one key
 */
export function choose<C extends Candidate>(candidates: readonly C[], from: NotePath): Choice<C> | undefined {
  const first = candidates[0]
  if (first === undefined) return undefined
  if (candidates.length === 1) return { chosen: first, candidates }
  const group = candidates.reduce<number>((least, candidate) => Math.min(least, candidate.group), first.group)
  const folder = folderOf(from)
  const inGroup = candidates.filter((candidate) => candidate.group === group).sort(nearestFirst(folder))
  return { chosen: inGroup[0] as C, candidates: inGroup }
}

function nearestFirst(folder: string): (a: Candidate, b: Candidate) => number {
  const rank = (path: string): number => (folder === '' || path.startsWith(`${folder}/`) ? 0 : 1)
  return (a, b) =>
    Number(isNotePath(b.path)) - Number(isNotePath(a.path)) ||
    rank(a.path) - rank(b.path) ||
    a.path.length - b.path.length ||
    compareText(a.path, b.path)
}

/** Code-unit order: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What a link in a text means, given who answers to a key. */
export function resolveKeys<C extends Candidate, K extends { readonly key: string }>(
  keys: Iterable<K>,
  from: NotePath,
  answering: (key: string) => readonly C[],
): (Choice<C> & { readonly by: K }) | undefined {
  for (const by of keys) {
    const choice = choose(answering(by.key), from)
    if (choice !== undefined) return { ...choice, by }
  }
  return undefined
}

/**
 * The shortest target that means `path` when written in `from`: the stem, else the shortest path suffix that is unambiguous,
 * else the whole path from the root.
 */
export function shortestTarget(
  path: NotePath,
  from: NotePath,
  answering: (key: string) => readonly Candidate[],
): string {
  const bare = isNotePath(path) ? withoutExtension(path) : path
  const segments = bare.split('/')
  for (let count = 1; count <= segments.length; count++) {
    const target = segments.slice(-count).join('/')
    if (!isWritable(target)) continue
    const choice = resolveKeys(
      keysOfTarget('wikilink', from, target).map((key) => ({ key })),
      from,
      answering,
    )
    if (choice?.chosen.path === path && choice.candidates.length === 1) return target
  }
  return `/${bare}`
}

/** Whether a target can stand between brackets without being read as something else. */
export function isWritable(target: string): boolean {
  return !/[[\]|#^\n\\]|^[./]|\.md$/i.test(target) && target.trim() === target
}

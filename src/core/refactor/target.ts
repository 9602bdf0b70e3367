import { foldName } from '../fold.ts'
import type { NotePath } from '../note.ts'
import type { LinkCore } from '../parse/links.ts'
import { fileNameOf, folderOf, isNotePath, joinPath, resolveRelative, stemOf, withoutExtension } from '../path.ts'
import { type Candidate, isWritable, keysOfTarget, resolveKeys } from '../resolve.ts'

/** A note as a link's new target. */
export interface Goal {
  readonly path: NotePath
  readonly title: string
}

/** Where a link is written and who answers there. */
export interface Place {
  readonly from: NotePath
  readonly answering: (key: string) => readonly Candidate[]
}

/**
 * The target to write so that a link means `goal`, in the manner in which it was written: a stem stays a stem while that is safe,
 * a title a title, a path a path, with or without `.md`, relative or from the root.
 * @param old the note as the link's writer knew it
 * @returns plain text; a Markdown link still has to encode it
 */
export function targetFor(link: LinkCore, old: Goal, goal: Goal, place: Place): string {
  const extension = isNotePath(link.target) ? link.target.slice(-3) : ''
  const candidates = [
    ...(link.form === 'markdown' ? markdownTargets(link, goal, place) : bracketTargets(link, old, goal, place)),
  ]
  // Of a note in the root no suffix may be unambiguous; one that goes to the right note is still what people write.
  const safe =
    candidates.find((target) => goesTo(link, target, goal, place) === 'only') ??
    candidates.find((target) => goesTo(link, target, goal, place) === 'first') ??
    `/${bare(goal.path)}`
  return isNotePath(goal.path) && !isNotePath(safe) ? safe + extension : safe
}

function bare(path: string): string {
  return isNotePath(path) ? withoutExtension(path) : path
}

/** Whether a target goes to the goal, alone or as the first of several that could be meant. */
function goesTo(link: LinkCore, target: string, goal: Goal, place: Place): 'only' | 'first' | 'other' {
  const keys = keysOfTarget(link.form, place.from, target).map((key) => ({ key }))
  const choice = resolveKeys(keys, place.from, place.answering)
  if (choice?.chosen.path !== goal.path) return 'other'
  return choice.candidates.length === 1 ? 'only' : 'first'
}

function* bracketTargets(link: LinkCore, old: Goal, goal: Goal, place: Place): Iterable<string> {
  const written = withoutExtension(link.target)
  if (isDotted(written)) yield* relativeTargets(link, goal, place)
  else if (written.startsWith('/')) yield `/${bare(goal.path)}`
  else if (foldName(written) === foldName(bare(old.path)) && written.includes('/')) yield bare(goal.path)
  else if (!written.includes('/') && isTitleOnly(written, old) && isWritable(goal.title)) yield goal.title
  const segments = bare(goal.path).split('/')
  const depth = written.split('/').filter((segment) => segment !== '' && !segment.startsWith('.')).length
  for (let count = Math.min(Math.max(1, depth), segments.length); count <= segments.length; count++) {
    const target = segments.slice(-count).join('/')
    if (isWritable(target)) yield target
  }
}

/** Written by a title that is not the file's name too. */
function isTitleOnly(written: string, old: Goal): boolean {
  return foldName(written) === foldName(old.title) && foldName(written) !== foldName(stemOf(old.path))
}

function* markdownTargets(link: LinkCore, goal: Goal, place: Place): Iterable<string> {
  const path = bare(goal.path)
  if (link.target.startsWith('/')) yield `/${path}`
  yield* relativeTargets(link, goal, place)
  yield `/${path}`
}

/** The walk that was written with another name at its end, where it still leads there; else the shortest walk. */
function* relativeTargets(link: LinkCore, goal: Goal, place: Place): Iterable<string> {
  const written = withoutExtension(link.target)
  const kept = joinPath(folderOf(written), fileNameOf(bare(goal.path)))
  if (resolveRelative(folderOf(place.from), kept) === bare(goal.path)) yield kept
  yield relativePath(place.from, bare(goal.path), isDotted(written))
}

/** Written as a walk: `./x`, `../x`. */
function isDotted(written: string): boolean {
  return /^\.\.?\//.test(written)
}

/** `goal` as walked from the folder of `from`. */
export function relativePath(from: NotePath, goal: string, dotted: boolean): string {
  const here = folderOf(from) === '' ? [] : folderOf(from).split('/')
  const there = goal.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  const up = here.length - shared
  const walk = [...Array<string>(up).fill('..'), ...there.slice(shared)].join('/')
  return up === 0 && dotted ? `./${walk}` : walk
}

import type { TextChange } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { LinkKey, NotePath } from '../note.ts'
import type { LinkCore } from '../parse/links.ts'
import { parseNote } from '../parse.ts'
import { type Candidate, type Choice, keysOfTarget, NameGroup, resolveKeys } from '../resolve.ts'
import { type Definition, followLabels, unusedDefinitions } from './definitions.ts'
import { encodeTarget } from './encode.ts'
import { reword } from './reword.ts'
import { isRespelled } from './spelling.ts'
import { type Goal, type Place, targetFor } from './target.ts'

/** The notes before and after an operation, as far as a link needs to know. */
export interface Passage {
  readonly before: (key: string) => readonly Candidate[]
  readonly after: (key: string) => readonly Candidate[]
  /** Where a file is afterwards, with its title then; the same path where nothing happened to it. */
  goalOf(path: NotePath): Goal | undefined
  /** A file as it was, when the operation touches it. */
  oldOf(path: NotePath): Goal | undefined
}

export interface Relinked {
  readonly link: LinkCore
  readonly changes: readonly TextChange[]
}

/**
 * The changes that keep every link of a note meaning what it meant: links to what moved or was renamed are rewritten,
 * links that would now mean something else are made exact, all others are left as they are.
 * @param text of the note before
 * @param from where the note was, `to` where it will be
 */
export function relinkNote(text: string, from: NotePath, to: NotePath, passage: Passage): Relinked[] {
  const note = parseNote(from, text)
  return relink(text, note.links, unusedDefinitions(text, note), { from, to }, passage)
}

/** The same for a note that stays, of which those links are known that the operation may concern. */
export function relinkKnown(text: string, path: NotePath, links: readonly LinkCore[], passage: Passage): Relinked[] {
  return relink(text, links, [], { from: path, to: path }, passage)
}

function relink(
  text: string,
  links: readonly LinkCore[],
  definitions: readonly Definition[],
  holder: HolderPlace,
  passage: Passage,
): Relinked[] {
  const relinked = [...links, ...definitions.map(({ link }) => link)].flatMap(
    (link) => relinkLink(text, link, holder, passage) ?? [],
  )
  const labels = new Map(followLabels(text, relinked, definitions).map((change) => [change.from, change]))
  return relinked.map(({ link, changes }) => {
    const label = labels.get(link.range.from + 1)
    return { link, changes: label === undefined ? changes : [...changes, label] }
  })
}

type Meant = Choice<Candidate> & { readonly by: LinkKey }

function isExact(key: string): boolean {
  return key.startsWith('/')
}

interface HolderPlace {
  readonly from: NotePath
  readonly to: NotePath
}

function relinkLink(text: string, link: LinkCore, holder: HolderPlace, passage: Passage): Relinked | undefined {
  const meant = resolveKeys(link.keys, holder.from, passage.before)
  if (meant === undefined) return undefined
  const goal = passage.goalOf(meant.chosen.path)
  if (goal === undefined) return undefined
  const place: Place = { from: holder.to, answering: passage.after }
  if (link.form === 'bare') return relinkBare(text, link, meant, goal, place, passage)
  const old = passage.oldOf(meant.chosen.path) ?? goal
  if (!mustChange(link, meant, old, goal, place, passage)) return undefined
  const target = targetFor(link, old, goal, place)
  return { link, changes: [...encodeTarget(text, link, target), ...reword(text, link, old, goal)] }
}

/** A link that reached its note by a name which the note keeps in the same standing, and still means it, is left alone. */
function mustChange(link: LinkCore, meant: Meant, old: Goal, goal: Goal, place: Place, passage: Passage): boolean {
  const keys = keysOfTarget(link.form, place.from, link.target, link.fragment).map((key) => ({ key }))
  const means = resolveKeys(keys, place.from, passage.after)
  if (means?.chosen.path !== goal.path) return true
  if (meant.chosen.group === NameGroup.alias) return false
  // Other programs read a Markdown link as a path only.
  if (isExact(meant.by.key) && !isExact(means.by.key)) return true
  return means.chosen.group !== meant.chosen.group || isRespelled(link.target, old, goal)
}

function relinkBare(
  text: string,
  link: LinkCore,
  meant: Meant,
  goal: Goal,
  place: Place,
  passage: Passage,
): Relinked | undefined {
  const end = meant.by.to
  const written = text.slice(link.range.from + 1, end)
  const renamed = passage.oldOf(meant.chosen.path)
  const byAlias = meant.chosen.group === NameGroup.alias
  const keeps = stillMeans(text, link, written, end, goal, place)
  const outlived =
    renamed !== undefined &&
    !byAlias &&
    (!keepsName(written, goal, place, meant.chosen.group) || isRespelled(written, renamed, goal))
  if (keeps && !outlived) return undefined
  const name = outlived ? targetFor({ ...link, form: 'mention', target: written }, renamed, goal, place) : written
  const insert = stillMeans(text, link, name, end, goal, place)
    ? name
    : `[[${bracketed(name, link, renamed ?? goal, goal, place)}]]`
  return { link, changes: [{ from: link.range.from + 1, to: end, insert }] }
}

function keepsName(written: string, goal: Goal, place: Place, group: NameGroup): boolean {
  return place
    .answering(foldName(written))
    .some((candidate) => candidate.path === goal.path && candidate.group === group)
}

function bracketed(name: string, link: LinkCore, old: Goal, goal: Goal, place: Place): string {
  const keys = keysOfTarget('mention', place.from, name).map((key) => ({ key }))
  const choice = resolveKeys(keys, place.from, place.answering)
  return choice?.chosen.path === goal.path
    ? name
    : targetFor({ ...link, form: 'mention', target: name }, old, goal, place)
}

/** Whether a bare mention of `name` in the link's place would be read as that name and mean `goal`. */
function stillMeans(text: string, link: LinkCore, name: string, end: number, goal: Goal, place: Place): boolean {
  const lineEnd = text.indexOf('\n', end)
  const line = `@${name}${text.slice(end, lineEnd < 0 ? text.length : lineEnd)}`
  const read = parseNote(place.from, line).links.find(({ range }) => range.from === 0)
  if (read === undefined || read.form !== 'bare' || link.form !== 'bare') return false
  const choice = resolveKeys(read.keys, place.from, place.answering)
  return choice?.chosen.path === goal.path && choice.by.to === 1 + name.length
}

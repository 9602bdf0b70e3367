/** The rows of the picker, as values. */

import type { HeadingAnswer, NameAnswer } from '../../../core/answers.ts'
import { foldName } from '../../../core/fold.ts'
import { folderOf } from '../../../core/path.ts'
import { KNOWN_RELATIONS } from '../../../core/relations.ts'

export type Row =
  | { readonly kind: 'name'; readonly answer: NameAnswer }
  | { readonly kind: 'heading'; readonly answer: NameAnswer; readonly heading: HeadingAnswer }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'relation'; readonly relation: string }
  /** A day on which something is due, as an ISO date and in full, and what was typed with it that stays behind it. */
  | { readonly kind: 'date'; readonly date: string; readonly said: string; readonly rest: string }

/**
 * Names as the server ranks them, then a row that makes the note unless one has exactly that name. Where the best name is merely like
 * what was typed, that row comes first: Enter must not link to a note that nobody meant.
 */
export function nameRows(names: readonly NameAnswer[], typed: string): Row[] {
  const rows: Row[] = names.map((answer) => ({ kind: 'name', answer }))
  const name = typed.trim()
  const exists = names.some((answer) =>
    [answer.name, answer.title, answer.target].some((n) => foldName(n) === foldName(name)),
  )
  if (name === '' || exists || !isNewName(name)) return rows
  const create: Row = { kind: 'create', name }
  return names[0]?.plain === false ? [create, ...rows] : [...rows, create]
}

/** Whether a note can be called that: what its file could not be called, or what would end the link, cannot. */
function isNewName(name: string): boolean {
  return !/[[\]|#^\\:*?"<>]|^[./]|\/$/.test(name)
}

export function headingRows(answer: NameAnswer, headings: readonly HeadingAnswer[], typed: string): Row[] {
  const wanted = foldName(typed)
  return headings
    .filter(({ text }) => isSubsequence(wanted, foldName(text)))
    .slice(0, 12)
    .map((heading) => ({ kind: 'heading', answer, heading }))
}

function isSubsequence(needle: string, hay: string): boolean {
  let at = 0
  for (const char of hay) if (char === needle[at]) at++
  return at >= needle.length
}

export function relationRows(): Row[] {
  return KNOWN_RELATIONS.map((relation) => ({ kind: 'relation', relation }))
}

/** What to write for a row that was picked, brackets included. */
export function linkText(row: Row, form: 'mention' | 'wikilink', embed: boolean): string {
  const sign = form === 'mention' ? '@' : embed ? '!' : ''
  return `${sign}[[${insideOf(row)}]]`
}

function insideOf(row: Row): string {
  if (row.kind === 'relation' || row.kind === 'date') throw new Error(`A ${row.kind} is no link`)
  if (row.kind === 'create') return row.name
  const { target, name } = row.answer
  if (row.kind === 'heading')
    return `${target}#${row.heading.text
      .replace(/[[\]|#^]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()}`
  return foldName(lastOf(target)) === foldName(name) || /[[\]|]/.test(name) ? target : `${target}|${name}`
}

const lastOf = (target: string): string => target.slice(target.lastIndexOf('/') + 1)

/**
 * What stands under a name to tell it from others.
 * @param isNew whether a note could be made of what was typed: one that is called nearly so says that it exists
 */
export function rowDetail({ answer }: { readonly answer: NameAnswer }, isNew: boolean): string {
  if (isNew && answer.alike) return 'Exists: link to it?'
  const folder = folderOf(answer.path)
  return foldName(answer.name) === foldName(answer.title) ? folder : [answer.title, folder].filter(Boolean).join(' · ')
}

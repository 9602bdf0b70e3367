import { foldName, propertyKey } from '../core/fold.ts'
import type { Link, LinkForm, Note, NotePath } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { fileNameOf, stemOf, withoutExtension } from '../core/path.ts'
import { Positions } from '../core/positions.ts'
import { type NameGroup, namesOf } from '../core/resolve.ts'
import { shownWords } from '../core/suggest/shown.ts'
import { readDate } from './dates.ts'
import { writtenApart } from './own-names.ts'
import { type TaskRow, taskRows } from './task-rows.ts'
import type { Document } from './words/run.ts'

/**
 * What the index keeps of one file: a function of its path and text alone. Plain arrays in the order of the tables' columns,
 * because they cross from one thread to another.
 */
export interface FileRows {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  readonly date: string | null
  /** `date` in milliseconds since 1970. */
  readonly at: number | null
  /** The property `status`, as written. */
  readonly status: string | null
  /** How many of its tasks are open, and how many done. */
  readonly open: number
  readonly done: number
  readonly names: readonly NameRow[]
  readonly links: readonly LinkRow[]
  readonly tags: readonly TagRow[]
  readonly headings: readonly HeadingRow[]
  readonly blocks: readonly BlockRow[]
  readonly problems: readonly ProblemRow[]
  readonly properties: readonly PropertyRow[]
  readonly tasks: readonly TaskRow[]
}

/** What full text takes in of a note. */
export type Said = Omit<Document, 'doc'>

export interface ReadNote {
  readonly rows: FileRows
  readonly said: Said
}

/** `written` where neither path nor title says it. */
export type NameRow = readonly [key: string, group: NameGroup, written: string | null]
export type TagRow = readonly [key: string, written: string]
export type HeadingRow = readonly [level: number, text: string, start: number]
export type BlockRow = readonly [id: string, start: number]
export type ProblemRow = readonly [kind: string, message: string, start: number, line: number, column: number]
/** Key and value folded, white space in keys as `-`; then both as they stand in the note, where that is something else. */
export type PropertyRow = readonly [key: string, value: string, spelled: string | null, written: string | null]
export interface LinkRow {
  readonly form: LinkForm
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly target: string
  readonly fragment: string | null
  readonly text: string | null
  readonly relation: string | null
  readonly reason: string | null
  readonly line: number
  readonly column: number
  readonly sentence: string
  readonly sentenceStart: number
  /** What it asks for, in that order. */
  readonly keys: readonly string[]
}

export function rowsOfAttachment(path: NotePath): FileRows {
  return { ...rowsOfNothing(path, fileNameOf(path)), names: nameRows(path) }
}

export function readNote(path: NotePath, text: string): ReadNote {
  const all = parseNote(path, text)
  const note = withinBounds(all)
  const rows = rowsOfNote(note, text)
  const problems = note === all ? rows.problems : [...rows.problems, tooMany()]
  return { rows: { ...rows, problems }, said: saidIn(note, text) }
}

/** Links, tags, tasks and the like that are known of one note: while more are written, everybody would wait. */
const MOST = 20_000

/** Said when it is needed: how a number is written takes as long to learn as a tenth of a command. */
function tooMany(): ProblemRow {
  const sentence = `This note has more than ${MOST.toLocaleString('en')} links, tags, tasks or the like, and the others are not known; split it into smaller notes.`
  return ['unread', sentence, 0, 1, 1]
}

function withinBounds(note: Note): Note {
  const { links, tags, properties, tasks, headings, blockIds, aliases } = note
  const lists = Object.entries({ links, tags, properties, tasks, headings, blockIds, aliases })
  const tooLong = lists.filter(([, { length }]) => length > MOST)
  if (tooLong.length === 0) return note
  return { ...note, ...Object.fromEntries(tooLong.map(([name, list]) => [name, list.slice(0, MOST)])) }
}

function rowsOfNote(note: Note, text: string): FileRows {
  const { path } = note
  const positions = new Positions(text)
  const date = note.date === undefined ? undefined : readDate(note.date)
  return {
    path,
    title: note.title,
    kind: note.kind ?? null,
    date: date?.written ?? null,
    at: date?.at ?? null,
    status: note.properties.find(({ key }) => key.toLowerCase() === 'status')?.value ?? null,
    open: note.tasks.filter(({ done }) => !done).length,
    done: note.tasks.filter(({ done }) => done).length,
    names: nameRows(path, note.title, note.aliases),
    links: note.links.map((link) => linkRow(link, text, positions)),
    tags: tagRows(note),
    headings: note.headings.map(({ level, text, from }) => [level, text, from]),
    blocks: [...new Map(note.blockIds.map(({ id, from }) => [id.toLowerCase(), from] as const))],
    properties: propertyRows(note),
    problems: note.problems.map(({ kind, message, from }) => {
      const { line, column } = positions.at(from)
      return [kind, message, from, line, column]
    }),
    tasks: taskRows(note, positions),
  }
}

/** A note that could not be read in reasonable time answers to its path and says so. */
export function unreadNote(path: NotePath): ReadNote {
  const message = 'This note took too long to read, so its links are not known; split it into smaller notes.'
  const title = stemOf(path)
  const names = nameRows(path, title)
  const rows: FileRows = { ...rowsOfNothing(path, title), names, problems: [['unread', message, 0, 1, 1]] }
  return { rows, said: { title, names: [], headings: [], filed: [], text: '', start: 0, anchors: [] } }
}

function rowsOfNothing(path: NotePath, title: string): FileRows {
  const none = { names: [], links: [], tags: [], headings: [], blocks: [], problems: [], properties: [], tasks: [] }
  return { path, title, kind: null, date: null, at: null, status: null, open: 0, done: 0, ...none }
}

function nameRows(path: NotePath, title?: string, aliases?: readonly string[]): NameRow[] {
  return namesOf(path, title, aliases).map((name) => [name.key, name.group, writtenApart(name)])
}

function linkRow(link: Link, text: string, positions: Positions): LinkRow {
  const { line, column } = positions.at(link.range.from)
  return {
    form: link.form,
    start: link.range.from,
    end: link.range.to,
    targetStart: link.targetRange.from,
    target: link.target,
    fragment: link.fragment ?? null,
    text: link.text ?? null,
    relation: link.relation ?? null,
    reason: link.reason ?? null,
    line,
    column,
    sentence: text.slice(link.sentence.from, link.sentence.to),
    sentenceStart: link.sentence.from,
    keys: link.keys.map(({ key }) => key),
  }
}

/** Each tag once, as first spelled. */
function tagRows(note: Note): TagRow[] {
  const tags = new Map<string, string>()
  for (const { name } of note.tags) {
    const key = foldName(name)
    if (!tags.has(key)) tags.set(key, name)
  }
  return [...tags]
}

function saidIn({ path, title, aliases, headings, tags, links, frontmatter }: Note, text: string): Said {
  const names = [stemOf(path), ...aliases].filter((name) => name !== title)
  return {
    title,
    names: [...new Set(names)],
    headings: headings.map((heading) => heading.text),
    filed: [withoutExtension(path), ...new Set(tags.map(({ name }) => name))],
    text,
    start: frontmatter?.to ?? 0,
    anchors: links.flatMap((link, at) => {
      const words = link.text === undefined ? undefined : shownWords(link)
      return words === undefined ? [] : [[at, words] as const]
    }),
  }
}

/** Each property once, and what is due: dates of open tasks count as the note's own. */
function propertyRows({ properties, tasks }: Note): PropertyRow[] {
  const rows = new Map<string, PropertyRow>()
  const put = (key: string, spelled: string, written: string): void => {
    const value = foldName(written).slice(0, LONGEST_VALUE)
    if (key === '' || value === '' || rows.has(`${key}\n${value}`)) return
    const said = written.trim().slice(0, LONGEST_VALUE)
    rows.set(`${key}\n${value}`, [key, value, spelled === key ? null : spelled, said === value ? null : said])
  }
  for (const { key, value } of properties) put(propertyKey(key), key, value)
  for (const day of daysDue(properties, tasks)) put(DUE, DUE, day)
  return [...rows.values()]
}

/** A date in a task that is done is no longer one on which anything is due. */
function daysDue(properties: Note['properties'], tasks: Note['tasks']): string[] {
  const done = new Set(tasks.flatMap((task) => (task.done ? (task.due ?? []) : [])))
  const own = properties.flatMap(({ key, value }) => (foldName(key) === 'due' ? [value.slice(0, 10)] : []))
  const open = tasks.flatMap((task) => (task.done ? [] : (task.due ?? [])))
  return [...own.filter((day) => !done.has(day)), ...open].filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
}

/** The key under which the dates are kept on which something is due; no property is written so. */
export const DUE = ' due'
/** Of a long value only the beginning can be asked for. UTF-16 units. */
const LONGEST_VALUE = 200

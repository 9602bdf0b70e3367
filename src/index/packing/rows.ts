import type { LinkForm, NotePath } from '../../core/note.ts'
import type { NameGroup } from '../../core/resolve.ts'
import { FORMS } from '../link-keys.ts'
import type { FileRows, LinkRow } from '../rows.ts'
import type { TaskRow } from '../task-rows.ts'
import type { PackReader } from './reader.ts'
import type { PackWriter } from './writer.ts'

/** All but the path, which whoever reads knows. */
export function packRows(to: PackWriter, rows: FileRows): void {
  to.string(rows.title)
  to.string(rows.kind)
  to.string(rows.date)
  // Days before 1970 are below 0, and a day is a day or none together with what is written of it.
  to.number(rows.at ?? 0)
  to.string(rows.status)
  to.number(rows.open)
  to.number(rows.done)
  to.each(rows.names, ([key, group, written]) => {
    to.string(key)
    to.number(group)
    to.string(written)
  })
  to.each(rows.links, (link) => packLink(to, link))
  to.each(rows.tags, (tag) => packPair(to, tag))
  to.each(rows.headings, ([level, text, start]) => {
    to.number(level)
    to.string(text)
    to.number(start)
  })
  to.each(rows.blocks, ([id, start]) => {
    to.string(id)
    to.number(start)
  })
  to.each(rows.problems, ([kind, message, ...place]) => {
    to.string(kind)
    to.string(message)
    for (const number of place) to.number(number)
  })
  to.each(rows.properties, (parts) => {
    for (const part of parts) to.string(part)
  })
  to.each(rows.tasks, (task) => packTask(to, task))
}

export function unpackRows(from: PackReader, path: NotePath): FileRows {
  const title = from.string()
  const kind = from.stringOrNull()
  const date = from.stringOrNull()
  const at = from.number()
  return {
    path,
    title,
    kind,
    date,
    at: date === null ? null : at,
    status: from.stringOrNull(),
    open: from.number(),
    done: from.number(),
    names: from.each(() => [from.string(), from.number() as NameGroup, from.stringOrNull()]),
    links: from.each(() => unpackLink(from)),
    tags: from.each(() => unpackPair(from)),
    headings: from.each(() => [from.number(), from.string(), from.number()]),
    blocks: from.each(() => [from.string(), from.number()]),
    problems: from.each(() => [from.string(), from.string(), from.number(), from.number(), from.number()]),
    properties: from.each(() => [from.string(), from.string(), from.stringOrNull(), from.stringOrNull()]),
    tasks: from.each(() => unpackTask(from)),
  }
}

function packLink(to: PackWriter, link: LinkRow): void {
  // First, since the strings in the text are read by them.
  to.number(link.targetStart)
  to.number(link.sentenceStart)
  to.number(FORMS.indexOf(link.form))
  to.number(link.start)
  to.number(link.end)
  to.stringIn(link.target, link.targetStart)
  to.string(link.fragment)
  to.string(link.text)
  to.string(link.relation)
  to.string(link.reason)
  to.number(link.line)
  to.number(link.column)
  to.stringIn(link.sentence, link.sentenceStart)
  to.each(link.keys, (key) => to.string(key))
}

function unpackLink(from: PackReader): LinkRow {
  const targetStart = from.number()
  const sentenceStart = from.number()
  return {
    targetStart,
    sentenceStart,
    form: FORMS[from.number()] as LinkForm,
    start: from.number(),
    end: from.number(),
    target: from.stringIn(targetStart),
    fragment: from.stringOrNull(),
    text: from.stringOrNull(),
    relation: from.stringOrNull(),
    reason: from.stringOrNull(),
    line: from.number(),
    column: from.number(),
    sentence: from.stringIn(sentenceStart),
    keys: from.each(() => from.string()),
  }
}

function packTask(to: PackWriter, task: TaskRow): void {
  to.number(task.line)
  to.numberOrNull(task.box)
  to.number(task.done ? 1 : 0)
  to.string(task.text)
  to.string(task.due)
  to.string(task.completed)
  to.string(task.priority)
  to.each(task.tags, (tag) => to.string(tag))
  to.each(task.found, (tag) => packPair(to, tag))
}

function unpackTask(from: PackReader): TaskRow {
  return {
    line: from.number(),
    box: from.numberOrNull(),
    done: from.number() === 1,
    text: from.string(),
    due: from.stringOrNull(),
    completed: from.stringOrNull(),
    priority: from.stringOrNull(),
    tags: from.each(() => from.string()),
    found: from.each(() => unpackPair(from)),
  }
}

function packPair(to: PackWriter, [first, second]: readonly [string, string]): void {
  to.string(first)
  to.string(second)
}

function unpackPair(from: PackReader): readonly [string, string] {
  return [from.string(), from.string()]
}

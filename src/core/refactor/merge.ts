import { foldName } from '../fold.ts'
import type { Note } from '../note.ts'
import { parseNote } from '../parse.ts'
import { stemOf } from '../path.ts'
import type { Source } from '../vault.ts'
import { withAliases } from './aliases.ts'
import { identify, type Plan, planShifts, type Subject } from './plan.ts'
import { shiftOf, type World } from './world.ts'

/**
 * One note into another: its text is appended under its title, its names become aliases, and every link to it goes to the other.
 * Its properties go with it; the history keeps them.
 */
export async function planMerge(world: World, source: Source, into: Source): Promise<Plan> {
  const note = parseNote(source.path, source.text)
  const target = parseNote(into.path, into.text)
  const aliases = newAliases(note, target)
  const plan = await planShifts(world, [leaving(source, into, note), staying(into, target, aliases)])
  const moved = plan.changes.find(({ path }) => path === source.path)?.after ?? source.text
  const kept = plan.changes.find(({ path }) => path === into.path)?.after ?? into.text
  const after = appendUnder(withAliases(kept, into.path, aliases), moved, note)
  const others = plan.changes.filter(({ path }) => path !== into.path)
  const change = { path: into.path, base: into.revision, to: into.path, before: into.text, after }
  return { ...plan, changes: [...others, change].sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Everything that the note is called and the other is not yet. */
function newAliases(note: Note, target: Note): string[] {
  const known = new Set([target.title, stemOf(target.path), ...target.aliases].map(foldName))
  const names = [note.title, stemOf(note.path), ...note.aliases]
  return names.filter((name) => !known.has(foldName(name)) && known.add(foldName(name)))
}

function leaving(source: Source, into: Source, note: Note): Subject {
  const before = identify(source)
  const shift = { ...shiftOf(before, before), to: into.path, after: [] }
  return { shift, changes: [], title: { before: note.title, after: parseNote(into.path, into.text).title }, gone: true }
}

function staying(into: Source, target: Note, aliases: readonly string[]): Subject {
  const before = identify(into)
  const shift = shiftOf(before, { ...before, aliases: [...before.aliases, ...aliases] })
  return { shift, changes: [], title: { before: target.title, after: target.title }, gone: false }
}

function appendUnder(text: string, moved: string, note: Note): string {
  const body = withoutTitle(moved, note).trim()
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n'
  const gap = text === '' || text.endsWith(`${lineEnd}${lineEnd}`) ? '' : /\n$/.test(text) ? lineEnd : lineEnd + lineEnd
  const section = [`## ${note.title}`, ...(body === '' ? [] : [body])].join('\n\n')
  return `${text}${gap}${section.replace(/\r?\n/g, lineEnd)}${lineEnd}`
}

/** The text below the frontmatter, without the heading that was the note's title. */
function withoutTitle(moved: string, note: Note): string {
  const read = parseNote(note.path, moved)
  const body = read.frontmatter?.to ?? 0
  const heading = read.headings.find(({ level, text }) => level === 1 && text !== '')
  if (heading === undefined || heading.text !== note.title) return moved.slice(body)
  return moved.slice(body, heading.from) + moved.slice(heading.to).replace(/^\r?\n/, '')
}

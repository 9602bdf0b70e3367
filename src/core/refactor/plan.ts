import { applyChanges, type TextChange } from '../changes.ts'
import type { NotePath, Revision } from '../note.ts'
import { parseNote } from '../parse.ts'
import { isNotePath, stemOf } from '../path.ts'
import type { Source } from '../vault.ts'
import { mayDefine } from './definitions.ts'
import { type Passage, type Relinked, relinkKnown, relinkNote } from './relink.ts'
import type { Goal } from './target.ts'
import { futureOf, type Holder, type Shift, touchedKeys, type World } from './world.ts'

/** What an operation does to one file: a value, nothing is done yet. */
export interface FileChange {
  readonly path: NotePath
  readonly base: Revision
  /** Where it will be; undefined when it goes (its text is in the note that it was merged into). */
  readonly to: NotePath | undefined
  readonly before: string
  readonly after: string
}

export interface Plan {
  readonly changes: readonly FileChange[]
  /** Links that are rewritten, and the notes that hold them. */
  readonly links: number
  readonly notes: number
}

/** A file that the operation is about, with the changes of its own text, apart from its links. */
export interface Subject {
  readonly shift: Shift
  readonly changes: readonly TextChange[]
  readonly title: { readonly before: string; readonly after: string }
  /** True when the file goes. */
  readonly gone: boolean
}

/**
 * Carries the shifts of some files through every link of the vault.
 * The law: every link that meant a file before means it afterwards (or what it was merged into), and no other link has changed its target.
 * @param more changes of the same operation, at other places of the texts
 */
export async function planShifts(
  world: World,
  subjects: readonly Subject[],
  more: readonly NoteEdit[] = [],
): Promise<Plan> {
  const shifts = subjects.map(({ shift }) => shift)
  const bySource = new Map(subjects.map((subject) => [subject.shift.from, subject]))
  const passage = passageOf(world, subjects)
  const edits = Map.groupBy(more, ({ source }) => source.path)
  const linking = new Map(world.linking(touchedKeys(shifts)).map((holder) => [holder.path, holder]))
  const holders = new Set<NotePath>([...bySource.keys(), ...linking.keys(), ...edits.keys()])
  const changes: FileChange[] = []
  let [links, notes] = [0, 0]
  for await (const source of world.readMany([...holders].sort())) {
    const { path } = source
    const subject = bySource.get(path)
    const relinked =
      subject === undefined ? relinkHolder(source, linking.get(path), passage) : relinkSubject(source, subject, passage)
    const change = changeFile(source, subject, relinked, edits.get(path) ?? [])
    links += change.links
    if (change.links > 0) notes++
    if (change.after !== source.text || change.to !== path) changes.push(change)
  }
  return { changes, links, notes }
}

function relinkSubject({ path, text }: Source, { shift }: Subject, passage: Passage): readonly Relinked[] {
  return isNotePath(path) ? relinkNote(text, path, shift.to, passage) : []
}

/** Of a note that only links to what changes it is mostly known where; parsing it again would find the same. */
function relinkHolder(source: Source, holder: Holder | undefined, passage: Passage): readonly Relinked[] {
  if (holder === undefined) return []
  const { path, text } = source
  const known = mayDefine(text) ? undefined : holder.linksIn(source)
  return known === undefined ? relinkNote(text, path, path, passage) : relinkKnown(text, path, known, passage)
}

function changeFile(
  source: Source,
  subject: Subject | undefined,
  relinked: readonly Relinked[],
  more: readonly NoteEdit[],
): FileChange & { readonly links: number } {
  const to = subject === undefined ? source.path : subject.shift.to
  const own = subject?.changes ?? []
  // A title that is written anew takes the links in it along.
  const outside = relinked.filter(
    ({ changes }) => !changes.some((change) => own.some(({ from, to: end }) => from < change.to && change.from < end)),
  )
  const after = applyChanges(source.text, [
    ...own,
    ...outside.flatMap(({ changes }) => changes),
    ...more.flatMap(({ changes }) => changes),
  ])
  const target = subject?.gone === true ? undefined : to
  const links = more.reduce((sum, edit) => sum + edit.links, outside.length)
  return { path: source.path, base: source.revision, to: target, before: source.text, after, links }
}

function passageOf(world: World, subjects: readonly Subject[]): Passage {
  const byOld = new Map<NotePath, Subject>(subjects.map((subject) => [subject.shift.from, subject]))
  return {
    before: (key) => world.answering(key),
    after: futureOf(
      world,
      subjects.map(({ shift }) => shift),
    ),
    oldOf: (path) => {
      const subject = byOld.get(path)
      return subject && { path, title: subject.title.before }
    },
    goalOf: (path): Goal => {
      const subject = byOld.get(path)
      if (subject !== undefined) return { path: subject.shift.to, title: subject.title.after }
      return { path, title: stemOf(path) }
    },
  }
}

/** Changes of one note's text that move no file. */
export interface NoteEdit {
  readonly source: Source
  readonly changes: readonly TextChange[]
  /** How many links (or tags) the changes rewrite. */
  readonly links: number
}

/** Changes that move nothing. */
export function planTexts(edits: readonly NoteEdit[]): Plan {
  const changes: FileChange[] = []
  let [links, notes] = [0, 0]
  const byPath = Map.groupBy(edits, ({ source }) => source.path)
  for (const path of [...byPath.keys()].sort()) {
    const own = byPath.get(path) as [NoteEdit, ...NoteEdit[]]
    const { revision, text } = own[0].source
    const count = own.reduce((sum, edit) => sum + edit.links, 0)
    links += count
    if (count > 0) notes++
    const after = applyChanges(
      text,
      own.flatMap((edit) => edit.changes),
    )
    if (after !== text) changes.push({ path, base: revision, to: path, before: text, after })
  }
  return { changes, links, notes }
}

/** How a note is known before an operation. */
export function identify(source: Source): {
  readonly path: NotePath
  readonly title: string
  readonly aliases: readonly string[]
} {
  if (!isNotePath(source.path)) return { path: source.path, title: source.path, aliases: [] }
  const { title, aliases } = parseNote(source.path, source.text)
  return { path: source.path, title, aliases }
}

import type { LinkForm, NotePath } from '../../core/note.ts'
import { namesOf } from '../../core/resolve.ts'
import { NameTable, type NameUse } from '../../core/suggest/name-table.ts'
import { shownWords } from '../../core/suggest/shown.ts'
import type { Database } from '../database.ts'
import type { LinkGraph } from '../graph/link-graph.ts'
import { pathsLinking } from '../graph/rows.ts'
import { ALIASES, knownNames } from '../own-names.ts'
import { Numbers } from './numbers.ts'

/** What one note adds, to be taken away again when it changes. */
interface Contribution {
  readonly doc: number
  readonly text: number
  names: readonly NameUse[]
  shown: readonly NameUse[]
}

/** Most notes add nothing of one sort, and arrays that grow take room for seventeen. */
const NONE_YET: readonly NameUse[] = []

type FileRow = readonly [path: NotePath, text: number]
type NameRow = readonly [path: NotePath, title: string, alias: string | null]
type LinkRow = readonly [row: number, path: NotePath, form: LinkForm, target: string, text: string | null]

const FILES = 'SELECT f.path, f.doc FROM file f WHERE f.is_note = 1'
const NAMES = `SELECT f.path, f.title, a.written FROM file f ${ALIASES} WHERE f.is_note = 1`
const LINKS = `SELECT l.id, f.path, l.form, l.target, l.text FROM link l JOIN file f ON f.id = l.file
  WHERE l.form <> 'embed' AND l.form <> 'frontmatter'`

/** Rows that are read between two pauses: a few milliseconds' worth. */
const SLICE = 1000

/** What notes are called, by themselves and in links to them, and which text of the full text is whose; numbers are the graph's. */
export class Known {
  readonly graph: LinkGraph
  readonly names = new NameTable()
  readonly #notes = new Map<NotePath, Contribution>()
  /** The note of each text. */
  readonly #docOfText = new Numbers()
  readonly #textOfDoc = new Numbers()

  private constructor(graph: LinkGraph) {
    this.graph = graph
  }

  /** A slice at a time. */
  static *build(db: Database, graph: LinkGraph): Generator<void, Known> {
    const known = new Known(graph)
    const [lastFile = 0] = db.first<[number]>('SELECT max(id) FROM file') ?? []
    for (let at = 0; at <= lastFile; at += SLICE, yield) {
      const range = [at, at + SLICE] as const
      for (const row of db.all<FileRow>(`${FILES} AND f.id >= ? AND f.id < ?`, ...range)) known.#addNote(...row)
      for (const row of db.all<NameRow>(`${NAMES} AND f.id >= ? AND f.id < ?`, ...range)) known.#addNames(row)
    }
    const [lastLink = 0] = db.first<[number]>('SELECT max(id) FROM link') ?? []
    const targets = targetsOf(graph, lastLink)
    for (let at = 0; at <= lastLink; at += SLICE, yield)
      for (const row of db.all<LinkRow>(`${LINKS} AND l.id >= ? AND l.id < ?`, at, at + SLICE))
        known.#addLink(row, targets[row[0]])
    return known
  }

  docOfText(text: number): number | undefined {
    return this.#docOfText.get(text)
  }

  textOfDoc(doc: number): number | undefined {
    return this.#textOfDoc.get(doc)
  }

  get size(): number {
    return this.#notes.size
  }

  /**
   * Takes in what changed in some notes, and in the links of those that link to a name that came or went.
   * @returns false when so much is touched that building anew is quicker; what is known is of no use then
   */
  update(db: Database, changed: readonly NotePath[]): boolean {
    const toRead = new Set(changed)
    for (const key of changed.flatMap((path) => this.#changedKeys(db, path))) {
      for (const path of pathsLinking(db, key)) toRead.add(path)
      if (toRead.size > MANY) return false
    }
    for (const path of toRead) this.#drop(path)
    const rows = [...toRead].flatMap((path) => db.all<FileRow>(`${FILES} AND f.path = ?`, path))
    for (const row of rows) this.#addNote(...row)
    for (const [path] of rows) this.#read(db, path)
    return true
  }

  #read(db: Database, path: NotePath): void {
    for (const row of db.all<NameRow>(`${NAMES} AND f.path = ?`, path)) this.#addNames(row)
    const targets = targetsFrom(this.graph, this.#notes.get(path)?.doc)
    for (const row of db.all<LinkRow>(`${LINKS} AND f.path = ?`, path)) this.#addLink(row, targets.get(row[0]))
  }

  /** What the note began or ceased to answer to. */
  #changedKeys(db: Database, path: NotePath): string[] {
    const own = this.#notes.get(path)?.names.map(({ written }) => written)
    const now = db.all<NameRow>(`${NAMES} AND f.path = ?`, path).flatMap(namesIn)
    const before = keysOf(path, own)
    const after = keysOf(path, now.length === 0 ? undefined : now)
    return [...[...before].filter((key) => !after.has(key)), ...[...after].filter((key) => !before.has(key))]
  }

  #addNote(path: NotePath, text: number): void {
    const doc = this.graph.files.number(path)
    if (doc === undefined) return
    // The graph has the path already: one string serves both.
    this.#notes.set(this.graph.files.at(doc).path, { doc, text, names: NONE_YET, shown: NONE_YET })
    this.#docOfText.set(text, doc)
    this.#textOfDoc.set(doc, text)
  }

  #addNames(row: NameRow): void {
    const note = this.#notes.get(row[0])
    if (note !== undefined) for (const name of namesIn(row)) this.#addName(note, name)
  }

  #addName(note: Contribution, written: string): void {
    if (note.names.some((use) => use.written === written)) return
    const { title } = this.graph.files.at(note.doc)
    note.names = note.names.concat(this.names.add(note.doc, written === title ? title : written))
  }

  #addLink([, path, form, target, text]: LinkRow, doc: number | undefined): void {
    const note = this.#notes.get(path)
    const words = shownWords({ form, target, text })
    if (note === undefined || doc === undefined || doc < 0 || doc === note.doc || words === undefined) return
    // Words that one note shows twice are counted once.
    if (note.shown.some((use) => use.doc === doc && use.written === words)) return
    note.shown = note.shown.concat(this.names.addLinked(doc, words))
  }

  #drop(path: NotePath): void {
    const note = this.#notes.get(path)
    if (note === undefined) return
    for (const use of note.names) this.names.drop(use)
    for (const use of note.shown) this.names.dropLinked(use)
    this.#notes.delete(path)
    this.#docOfText.delete(note.text)
    this.#textOfDoc.delete(note.doc)
  }
}

/** More notes to read anew than this are a reason to read all. */
const MANY = 3000

function keysOf(path: NotePath, names: readonly string[] | undefined): Set<string> {
  return names === undefined ? new Set() : new Set(namesOf(path, undefined, names).map(({ key }) => key))
}

function namesIn([path, title, alias]: NameRow): string[] {
  return knownNames(path, title, [alias])
}

const NO_NOTE = -1

/** Which note each link means, by its row. */
function targetsOf(graph: LinkGraph, lastLink: number): Int32Array {
  const targets = new Int32Array(lastLink + 1).fill(NO_NOTE)
  for (let file = 0; file < graph.size; file++)
    for (let link = graph.firstFrom(file); link >= 0; link = graph.nextFrom(link))
      if (graph.row(link) <= lastLink) targets[graph.row(link)] = graph.target(link)
  return targets
}

function targetsFrom(graph: LinkGraph, file: number | undefined): Map<number, number> {
  const targets = new Map<number, number>()
  if (file === undefined) return targets
  for (let link = graph.firstFrom(file); link >= 0; link = graph.nextFrom(link))
    targets.set(graph.row(link), graph.target(link))
  return targets
}

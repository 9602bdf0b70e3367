import type { NotePath } from '../core/note.ts'
import { fileNameOf, folderOf } from '../core/path.ts'
import { foldersAbove, foldPath, isInside, isTemporary } from './names.ts'

/**
 * A change of several files, written down before it is made, so that whoever opens the vault after a crash can finish it or take it back.
 *
 *     .notly/journal/4f….json   this, while the change goes forward; `4f….back` while it is taken back
 *     .notly/journal/4f…/       the desk: `0.old`, `0.new`, `1.new`, …: the texts before (as links) and after
 *
 * All places are relative to the vault's root, as they are spelled on disk.
 */
export interface Journal {
  readonly format: 1
  /** Files that go, or that another takes the place of. */
  readonly takes: readonly Take[]
  readonly puts: readonly Put[]
  /** Folders to be made, outer ones first. */
  readonly folders: readonly string[]
}

export interface Take {
  readonly path: NotePath
  readonly at: string
  /** Where the file can still be had. */
  readonly old: string
  /** See `printOf`. */
  readonly print: string
}

export interface Put {
  readonly path: NotePath
  readonly at: string
  /** Where the file waits; when it is gone from there, it has been put in its place. */
  readonly new: string
  readonly print: string
}

export const HOME = '.notly'
export const JOURNALS = `${HOME}/journal`

/** @returns undefined for what no Notly can have written: a journal never leads out of its vault or into hidden folders */
export function parseJournal(id: string, text: string): Journal | undefined {
  const journal = parseJson(text)
  if (!isRecord(journal) || journal.format !== 1) return undefined
  const { takes, puts, folders } = journal
  if (!Array.isArray(takes) || !Array.isArray(puts) || !Array.isArray(folders)) return undefined
  const isPlace = (value: unknown) => typeof value === 'string' && isInside(value)
  const isItem = (item: unknown, key: 'old' | 'new') =>
    isRecord(item) &&
    isPlace(item.path) &&
    isPlace(item.at) &&
    isOnDesk(id, item[key]) &&
    typeof item.print === 'string'
  const isSound = takes.every((take) => isItem(take, 'old')) && puts.every((put) => isItem(put, 'new'))
  return isSound && folders.every(isPlace) ? (journal as unknown as Journal) : undefined
}

/** On the desk, or, where that is another file system, a temporary beside the file. */
function isOnDesk(id: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  const [folder, name] = [folderOf(value), fileNameOf(value)]
  if (folder === `${JOURNALS}/${id}`) return /^\d+\.(old|new)$/.test(name)
  return isTemporary(name) && (folder === '' || isInside(`${folder}/x`))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What a journal's items come to as a course of action. */
export interface Course {
  /** These go before anything comes: some file systems take both spellings of a name for the same file. */
  readonly early: readonly Take[]
  readonly earlyFolders: readonly string[]
  /** These go last, so that whoever looks meanwhile sees a file twice rather than nowhere. */
  readonly late: readonly Take[]
  /** Takes whose place another file takes. */
  readonly replaced: ReadonlyMap<string, Take>
  /** Folders that may be left empty, inner ones first. */
  readonly emptied: readonly string[]
}

export function courseOf({ takes, puts, folders }: Journal): Course {
  const coming = new Set([...puts.map(({ at }) => at), ...folders])
  const staying = new Set(puts.flatMap(({ at }) => foldersAbove(at)))
  const spellings = new Set([...coming].map(foldPath))
  const isRespelled = (place: string) => !coming.has(place) && !staying.has(place) && spellings.has(foldPath(place))
  const going = takes.filter(({ at }) => !coming.has(at))
  const isEarly = ({ at }: Take) => [at, ...foldersAbove(at)].some(isRespelled)
  const emptied = [...new Set(going.flatMap(({ at }) => foldersAbove(at)))].filter((folder) => !staying.has(folder))
  emptied.sort((a, b) => b.length - a.length)
  return {
    early: going.filter(isEarly),
    earlyFolders: emptied.filter((folder) => [folder, ...foldersAbove(folder)].some(isRespelled)),
    late: going.filter((take) => !isEarly(take)),
    replaced: new Map(takes.filter(({ at }) => coming.has(at)).map((take) => [take.at, take])),
    emptied,
  }
}

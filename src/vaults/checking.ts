import type { BigIntStats } from 'node:fs'
import { dirname } from 'node:path'
import type { NotePath, Revision } from '../core/note.ts'
import { fileNameOf, isSafePath, notePath } from '../core/path.ts'
import type { Conflict, Edit } from '../core/vault.ts'
import { Breather } from './breathing.ts'
import type { Disk } from './disk.ts'
import type { IgnoreRules } from './ignoring.ts'
import { type IsLeaving, type Location, locate, Names } from './locating.ts'
import { foldersAbove, foldPath, isInside } from './names.ts'
import { readSource } from './reading.ts'
import { codeOf, refusalSentence, sentences } from './sentences.ts'

/** An edit that has passed all checks, with the places on disk that it concerns. */
export type Step = CreateStep | WriteStep | DeleteStep | MoveStep

/** A file that is there, as it was when it was checked. */
interface Existing {
  readonly path: NotePath
  readonly target: string
  readonly base: Revision
  readonly stat: BigIntStats
}

/** A place where a file will be: `folder` exists, the folders `missing` in it do not. */
export interface Destination {
  readonly target: string
  readonly folder: string
  readonly missing: readonly string[]
}

export interface CreateStep extends Destination {
  readonly kind: 'create'
  readonly path: NotePath
  readonly text: string
}

export interface WriteStep extends Existing {
  readonly kind: 'write'
  readonly text: string
}

export interface DeleteStep extends Existing {
  readonly kind: 'delete'
}

export interface MoveStep extends Existing {
  readonly kind: 'move'
  readonly to: NotePath
  readonly text: string | undefined
  readonly destination: Destination
}

export type Checked = { readonly step: Step } | { readonly conflict: Conflict }

/** Where a step's result will be. */
export function targetOf(step: Exclude<Step, DeleteStep>): string {
  return step.kind === 'move' ? step.destination.target : step.target
}

/** Compares every edit with the disk and changes nothing. Every step is compared again when it is made, so time may pass meanwhile. */
export async function check(
  disk: Disk,
  root: string,
  rules: IgnoreRules,
  edits: readonly Edit[],
): Promise<readonly Checked[]> {
  refuseRepetition(edits)
  const leaving = leavingPaths(edits)
  const around = {
    disk,
    root,
    rules,
    names: new Names(disk),
    spellings: new Spellings(),
    isLeaving: (path: string) => leaving.has(path),
  }
  const breather = new Breather()
  const checked: Checked[] = []
  for (const edit of edits) {
    await breather.breathe()
    checked.push(checkOne(edit, around))
  }
  return checked
}

function checkOne(edit: Edit, around: Surroundings): Checked {
  try {
    return checkEdit(edit, around)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    const path = edit.kind === 'move' && code === 'ENAMETOOLONG' ? edit.to : edit.path
    return refuse(path, refusalSentence(code, path))
  }
}

interface Surroundings {
  readonly disk: Disk
  readonly root: string
  readonly rules: IgnoreRules
  readonly names: Names
  readonly spellings: Spellings
  readonly isLeaving: IsLeaving
}

/**
 * @throws when two edits concern the same file, or would make the same one: their order would have no meaning.
 */
export function refuseRepetition(edits: readonly Edit[]): void {
  const sources = edits.flatMap((edit) => (edit.kind === 'create' ? [] : [edit.path.normalize('NFC')]))
  const results = edits.flatMap((edit) => (edit.kind === 'delete' ? [] : [resultOf(edit)]))
  for (const paths of [sources, results]) {
    const distinct = new Set(paths).size
    if (distinct < paths.length)
      throw new Error(`${paths.length} edits of ${distinct} paths: only one edit of each path`)
  }
}

function resultOf(edit: Exclude<Edit, { kind: 'delete' }>): NotePath {
  return notePath(edit.kind === 'move' ? edit.to : edit.path)
}

/** The paths whose files go; others may come to stand there in the same change. */
export function leavingPaths(edits: readonly Edit[]): ReadonlySet<string> {
  const leaves = (edit: Edit) => edit.kind === 'delete' || (edit.kind === 'move' && notePath(edit.to) !== edit.path)
  return new Set(edits.filter(leaves).map(({ path }) => path))
}

function checkEdit(edit: Edit, around: Surroundings): Checked {
  const text = edit.kind === 'delete' ? undefined : edit.text
  if (text?.isWellFormed() === false) return refuse(edit.path, sentences.halfCharacter(edit.path))
  if (edit.kind === 'create') {
    const path = notePath(edit.path)
    const place = findDestination(path, around)
    if ('conflict' in place) return place
    return { step: { kind: 'create', path, text: edit.text, ...place } }
  }
  const existing = findExisting(edit, around)
  if ('conflict' in existing) return existing
  if (edit.kind === 'delete') return { step: { kind: 'delete', ...existing } }
  if (edit.kind === 'write') return { step: { kind: 'write', text: edit.text, ...existing } }
  return checkMove(edit, existing, around)
}

function findExisting(edit: Exclude<Edit, { kind: 'create' }>, around: Surroundings): Existing | Refused {
  const { path, base } = edit
  const location = locateInside(path, isInside(path), around)
  if ('conflict' in location) return location
  const target = location.absolute
  const current = location.kind === 'file' ? readSource(around.disk, path, target) : undefined
  const stat = around.disk.stat(target)
  if (current?.revision !== base || stat === undefined) return { conflict: { kind: 'stale', path, current } }
  const writes = edit.kind === 'write' || (edit.kind === 'move' && edit.text !== undefined)
  if (writes && current.readOnly !== undefined) return refuse(path, current.readOnly)
  return { path, target, base, stat }
}

function checkMove(edit: Extract<Edit, { kind: 'move' }>, existing: Existing, around: Surroundings): Checked {
  const to = notePath(edit.to)
  if (to === edit.path) return { step: moveWithin(edit, existing, to) }
  const destination = findDestination(to, around)
  if ('conflict' in destination) return destination
  return { step: { kind: 'move', to, text: edit.text, ...existing, destination } }
}

/** A name may stand on disk in another Unicode form than its path has; a move to its own path makes them alike. */
function moveWithin(edit: Extract<Edit, { kind: 'move' }>, existing: Existing, to: NotePath): Step {
  const folder = dirname(existing.target)
  const destination = { target: `${folder}/${fileNameOf(to)}`, folder, missing: [] }
  if (destination.target === existing.target && edit.text !== undefined)
    return { kind: 'write', text: edit.text, ...existing }
  return { kind: 'move', to, text: edit.text, ...existing, destination }
}

type Refused = { readonly conflict: Conflict }
type OpenLocation = Exclude<Location, { kind: 'blocked' }>

function locateInside(path: NotePath, isGood: boolean, around: Surroundings): OpenLocation | Refused {
  if (!isGood) return refuse(path, sentences.badPath(path))
  if (around.rules.ignoresFile(path)) return refuse(path, sentences.ignored(path))
  const location = locate(around.root, path, around.names, around.isLeaving)
  return location.kind === 'blocked' ? refuse(path, location.message) : location
}

function findDestination(path: NotePath, around: Surroundings): Destination | Refused {
  const location = locateInside(path, isSafePath(path) && isInside(path), around)
  if ('conflict' in location) return location
  if (location.kind === 'file') {
    if (!around.isLeaving(path)) return { conflict: { kind: 'exists', path, existing: path } }
  } else {
    const inTheWay = location.variants.find((variant) => !around.isLeaving(variant.path))
    if (inTheWay !== undefined) return { conflict: { kind: 'exists', path, existing: inTheWay.path as NotePath } }
  }
  const conflict = around.spellings.take(path)
  if (conflict !== undefined) return { conflict }
  // Asks the disk whether it takes a name of this length.
  around.disk.stat(location.absolute)
  if (location.kind === 'file') return { target: location.absolute, folder: dirname(location.absolute), missing: [] }
  return { target: location.absolute, folder: location.folder, missing: location.missing }
}

function refuse(path: NotePath, message: string): Refused {
  return { conflict: { kind: 'refused', path, message } }
}

/** The spellings of new files and folders: two in one call must not differ only in case or Unicode form. */
export class Spellings {
  readonly #files = new Map<string, NotePath>()
  readonly #folders = new Map<string, string>()

  take(path: NotePath): Conflict | undefined {
    const existing = this.#files.get(foldPath(path))
    if (existing !== undefined) return { kind: 'exists', path, existing }
    this.#files.set(foldPath(path), path)
    for (const folder of foldersAbove(path)) {
      const spelled = this.#folders.get(foldPath(folder)) ?? folder
      if (spelled !== folder) return { kind: 'refused', path, message: sentences.folderSpelling(path, spelled) }
      this.#folders.set(foldPath(folder), folder)
    }
    return undefined
  }
}

import type { NotePath, Revision } from '../core/note.ts'
import { isSafePath, notePath } from '../core/path.ts'
import type { ApplyResult, Conflict, Edit, Known, NoteStat, Source, Vault } from '../core/vault.ts'
import { leavingPaths, refuseRepetition, Spellings } from './checking.ts'
import { foldersAbove, foldPath, isInside } from './names.ts'
import { revisionOfBytes } from './revision.ts'
import { sentences } from './sentences.ts'

interface Kept {
  readonly text: string
  readonly revision: Revision
  readonly modified: number
}

/** A vault that lasts as long as the program: for tests, and for trying things out. */
export class MemoryVault implements Vault {
  readonly #files = new Map<NotePath, Kept>()
  readonly #watchers = new Set<(paths: readonly NotePath[] | undefined) => void>()

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.#keep(notePath(path), text)
  }

  async *list(_known?: (path: NotePath) => Known | undefined): AsyncIterable<readonly NoteStat[]> {
    const sources = [...this.#files.keys()].sort().flatMap((path) => this.#source(path) ?? [])
    yield sources.map(({ path, revision, stamp, modified, bytes }) => ({ path, revision, stamp, modified, bytes }))
  }

  async read(path: NotePath): Promise<Source | undefined> {
    return this.#source(path)
  }

  async readMany(paths: readonly NotePath[]): Promise<(Source | undefined)[]> {
    return paths.map((path) => this.#source(path))
  }

  async readTexts(paths: readonly NotePath[]): Promise<(string | undefined)[]> {
    return paths.map((path) => this.#files.get(path)?.text)
  }

  async readBytes(path: NotePath): Promise<Uint8Array | undefined> {
    const kept = this.#files.get(path)
    return kept && new TextEncoder().encode(kept.text)
  }

  async apply(edits: readonly Edit[]): Promise<ApplyResult> {
    refuseRepetition(edits)
    const spellings = new Spellings()
    const leaving = leavingPaths(edits)
    const conflicts = edits.flatMap((edit) => this.#check(edit, spellings, leaving) ?? [])
    if (conflicts.length > 0) return { ok: false, conflicts }
    const revisions = this.#make(edits)
    this.#tell(edits.flatMap((edit) => (edit.kind === 'move' ? [edit.path, notePath(edit.to)] : [edit.path])))
    return { ok: true, revisions }
  }

  async watch(onChange: (paths: readonly NotePath[] | undefined) => void): Promise<AsyncDisposable> {
    const watchers = this.#watchers.add(onChange)
    return {
      async [Symbol.asyncDispose]() {
        watchers.delete(onChange)
      },
    }
  }

  /** Plays another program that writes a file. */
  writeOutside(path: string, text: string): void {
    this.#keep(notePath(path), text)
    this.#tell([notePath(path)])
  }

  /** Plays another program that removes a file. */
  removeOutside(path: string): void {
    this.#files.delete(notePath(path))
    this.#tell([notePath(path)])
  }

  /** What goes goes first, so that files may follow and change places with one another. */
  #make(edits: readonly Edit[]): Map<NotePath, Revision> {
    const before = new Map(edits.map(({ path }) => [path, this.#files.get(path)]))
    for (const { kind, path } of edits) if (kind === 'delete' || kind === 'move') this.#files.delete(path)
    const revisions = new Map<NotePath, Revision>()
    for (const edit of edits) {
      if (edit.kind === 'delete') continue
      const path = notePath(edit.kind === 'move' ? edit.to : edit.path)
      const moved = edit.text === undefined ? before.get(edit.path) : undefined
      if (moved !== undefined) this.#files.set(path, moved)
      revisions.set(path, moved?.revision ?? this.#keep(path, edit.text ?? ''))
    }
    return revisions
  }

  #keep(path: NotePath, text: string): Revision {
    const revision = revisionOfBytes(text)
    if (this.#files.get(path)?.revision !== revision) this.#files.set(path, { text, revision, modified: Date.now() })
    return revision
  }

  #source(path: NotePath): Source | undefined {
    const kept = this.#files.get(path)
    if (kept === undefined) return undefined
    const bytes = Buffer.byteLength(kept.text)
    return { path, ...kept, stamp: kept.revision, bytes, readOnly: undefined }
  }

  #check(edit: Edit, spellings: Spellings, leaving: ReadonlySet<string>): Conflict | undefined {
    if (edit.kind !== 'delete' && edit.text?.isWellFormed() === false)
      return { kind: 'refused', path: edit.path, message: sentences.halfCharacter(edit.path) }
    if (edit.kind === 'create') return this.#checkNew(notePath(edit.path), spellings, leaving)
    const path = notePath(edit.path)
    const refusal = this.#refusal(path, isInside(path))
    if (refusal !== undefined) return refusal
    const current = this.#source(path)
    if (current?.revision !== edit.base) return { kind: 'stale', path, current }
    const staysHere = edit.kind !== 'move' || notePath(edit.to) === path
    return staysHere ? undefined : this.#checkNew(notePath(edit.to), spellings, leaving)
  }

  #checkNew(path: NotePath, spellings: Spellings, leaving: ReadonlySet<string>): Conflict | undefined {
    return this.#refusal(path, isSafePath(path)) ?? this.#findInTheWay(path, leaving) ?? spellings.take(path)
  }

  #refusal(path: NotePath, isGood: boolean): Conflict | undefined {
    if (!isGood || !isInside(path)) return { kind: 'refused', path, message: sentences.badPath(path) }
    const file = foldersAbove(path).find((folder) => this.#files.has(folder as NotePath))
    return file === undefined ? undefined : { kind: 'refused', path, message: sentences.fileInTheWay(path, file) }
  }

  #findInTheWay(path: NotePath, leaving: ReadonlySet<string>): Conflict | undefined {
    const mine = foldersAbove(path)
    for (const existing of this.#files.keys()) {
      const isLeaving = leaving.has(existing)
      if (foldPath(existing) === foldPath(path) && !isLeaving) return { kind: 'exists', path, existing }
      for (const [at, folder] of foldersAbove(existing).entries()) {
        if (folder === path) return { kind: 'refused', path, message: sentences.notAFile(path) }
        const same = mine[at]
        if (isLeaving || same === undefined || same === folder || foldPath(same) !== foldPath(folder)) continue
        return { kind: 'refused', path, message: sentences.folderSpelling(path, folder) }
      }
    }
    return undefined
  }

  #tell(paths: readonly NotePath[]): void {
    for (const watcher of this.#watchers) queueMicrotask(() => watcher(paths))
  }
}

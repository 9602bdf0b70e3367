import type {
  HistoryAnswer,
  OperationAnswer,
  RefactorAnswer,
  TrashAnswer,
  UndoAnswer,
  VersionAnswer,
} from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath, Revision } from '../core/note.ts'
import type { ApplyResult, Conflict, Edit, Source, Vault } from '../core/vault.ts'
import { type Ahead, compressAhead } from '../history/ahead.ts'
import type { History } from '../history/history.ts'
import type {
  GivenChange,
  Operation,
  OperationId,
  OperationKind,
  OperationSummary,
  Recording,
} from '../history/shapes.ts'
import { type Present, planUndo } from '../history/undo.ts'
import { isoTime } from '../index/dates.ts'
import type { Foreseen } from '../index/foreseen.ts'
import type { Noticing } from './noticing.ts'
import type { Prepared } from './refactoring.ts'
import type { Syncing } from './syncing.ts'

/** Brings the index up to date with what is written. */
type Settling = Pick<Syncing, 'settlePaths' | 'foresee' | 'tell'>

/** To read fewer notes before they are written spares nothing. */
const WORTH_FORESEEING = 20

/** Carries changes out, remembers them, and takes them back. */
export class Operations {
  readonly #vault: Vault
  readonly #history: History
  readonly #noticing: Noticing
  readonly #settling: Settling
  readonly #onMoved: (moves: ReadonlyMap<NotePath, NotePath>) => void

  /** @param onMoved hears of notes that are at other paths now */
  constructor(
    vault: Vault,
    history: History,
    noticing: Noticing,
    settling: Settling,
    onMoved: (moves: ReadonlyMap<NotePath, NotePath>) => void,
  ) {
    this.#vault = vault
    this.#history = history
    this.#noticing = noticing
    this.#settling = settling
    this.#onMoved = onMoved
  }

  /** One edit of one note, by the user's own hand. */
  async apply(
    edit: Edit,
    kind: OperationKind = edit.kind === 'write' ? 'edit' : edit.kind,
    label = labelOf(edit),
  ): Promise<ApplyResult> {
    const before = edit.kind === 'create' ? undefined : await this.#vault.read(edit.path)
    return this.#make([edit], new Map(before === undefined ? [] : [[edit.path, before]]), { kind, label })
  }

  /** All of an operation or nothing of it. */
  async carryOut({ kind, label, plan, created, path }: Prepared): Promise<RefactorAnswer> {
    const edits = [
      ...plan.changes.map(editOf),
      ...(created === undefined ? [] : [{ kind: 'create' as const, ...created }]),
    ]
    if (edits.length === 0) return { done: true, path, links: 0, notes: 0, operation: 0 }
    const texts = new Map(plan.changes.map(({ path, before, base }) => [path, { text: before, revision: base }]))
    let operation = 0
    const result = await this.#make(edits, texts, { kind, label }, (id) => {
      operation = id
    })
    if (!result.ok)
      return {
        done: false,
        message: sentenceOf(result.conflicts),
        paths: result.conflicts.map((conflict) => conflict.path),
      }
    return { done: true, path, links: plan.links, notes: plan.notes, operation }
  }

  /**
   * @param id the last operation that can be taken back, when undefined
   * @throws {UserError} when there is nothing to take back
   */
  async undo(id?: number): Promise<UndoAnswer> {
    await this.#noticing.flush()
    const asked = id ?? this.#history.lastUndoable()?.id
    const operation = asked === undefined ? undefined : this.#history.operation(asked as OperationId)
    if (operation === undefined)
      throw new UserError(
        'not-found',
        id === undefined ? 'There is nothing to undo.' : `There is no operation ${id}; see the list of what was done.`,
      )
    if (operation.undoneBy !== undefined) throw new UserError('refused', `“${operation.label}” is undone already.`)
    const present = await this.#presentOf(operation)
    const { edits, leftAlone } = planUndo(
      operation,
      (path) => present.get(path),
      (path) => this.#history.placeNow(operation.id, path),
    )
    const told = { kind: 'undo', label: `Undo: ${operation.label}`, undoes: operation.id } as const
    const result = await this.#make(edits, present, told)
    if (!result.ok)
      throw new UserError(
        'refused',
        sentenceOf(result.conflicts),
        result.conflicts.map(({ path }) => path),
      )
    return {
      label: operation.label,
      kind: operation.kind,
      notes: edits.length,
      leftAlone,
      path: returnedTo(operation) ?? null,
      moves: edits.flatMap((edit) => (edit.kind === 'move' ? [{ from: edit.path, to: edit.to }] : [])),
    }
  }

  operations(limit: number): OperationAnswer[] {
    return this.#history.operations({ limit }).map(operationAnswer)
  }

  versions(path: NotePath): VersionAnswer[] {
    return this.#history.versionsOf(path).map(({ revision, at, kind, label, bytes, path: then }) => ({
      revision,
      at: isoTime(at),
      kind,
      label,
      bytes,
      path: then,
    }))
  }

  /** @throws {UserError} when that text is not kept */
  async history(path: NotePath, revision: string): Promise<HistoryAnswer> {
    const text = this.#history.textOf(revision as Revision)
    if (text === undefined)
      throw new UserError('not-found', `No text ${revision} of ${path} is kept; see the list of its earlier texts.`)
    return { path, revision, text }
  }

  trash(limit: number): TrashAnswer[] {
    return this.#history
      .trash({ limit })
      .map(({ path, stem, at, bytes, revision }) => ({ path, title: stem, deleted: isoTime(at), bytes, revision }))
  }

  /**
   * An earlier text comes back: over the present one, or where the note was when it is gone.
   * @param to another path for it, which must be free
   */
  async restore(path: NotePath, revision: string, to: NotePath = path): Promise<ApplyResult> {
    const { text } = await this.history(path, revision)
    const current = to === path ? await this.#vault.read(path) : undefined
    const edit: Edit =
      current === undefined ? { kind: 'create', path: to, text } : { kind: 'write', path, text, base: current.revision }
    return this.apply(edit, 'restore', to === path ? `Restore ${path}` : `Restore ${path} as ${to}`)
  }

  /** Makes changes, remembers them, and answers when the index has them. */
  #make(
    edits: readonly Edit[],
    before: ReadonlyMap<NotePath, Present>,
    told: Omit<Recording, 'changes'>,
    remembered: (id: OperationId) => void = () => {},
  ): Promise<ApplyResult> {
    const places = placesOf(edits)
    return this.#noticing.during(places, async () => {
      const foreseen = this.#foresee(edits)
      const ahead = this.#compressAhead(edits, before)
      const result: ApplyResult =
        edits.length === 0
          ? { ok: true, revisions: new Map() }
          : await this.#vault.apply(edits, (done) => this.#settling.tell({ done, total: edits.length }))
      if (result.ok && edits.length > 0) {
        const changes = changesOf(edits, before, (path) => result.revisions.get(path))
        remembered(this.#history.record({ ...told, changes }, await ahead))
        this.#onMoved(movesIn(edits))
      }
      await this.#settling.settlePaths(places, await foreseen)
      return result
    })
  }

  /** The index can be asked anew without it, and says then what is wrong. */
  async #foresee(edits: readonly Edit[]): Promise<Foreseen | undefined> {
    const texts = new Map(edits.flatMap(textAfter))
    return texts.size < WORTH_FORESEEING ? undefined : this.#settling.foresee(texts).catch(() => undefined)
  }

  async #compressAhead(edits: readonly Edit[], before: ReadonlyMap<NotePath, Present>): Promise<Ahead | undefined> {
    if (edits.length < WORTH_FORESEEING) return undefined
    return compressAhead(changesOf(edits, before, () => UNKNOWN).filter((change) => this.#isNews(change)))
  }

  /** A text that is kept already is not kept again, and what leans on it is not foreseen. */
  #isNews({ before }: GivenChange): boolean {
    return before === undefined || !this.#history.has(before.revision)
  }

  async #presentOf({ id, changes }: Operation): Promise<Map<NotePath, Source>> {
    const places = changes.flatMap(({ before, after }) => [
      before?.path,
      after?.path,
      after && this.#history.placeNow(id, after.path),
    ])
    const sources = await this.#vault.readMany([...new Set(places.filter((path) => path !== undefined))])
    return new Map(sources.flatMap((source) => (source === undefined ? [] : [[source.path, source]])))
  }
}

function editOf({ path, to, base, before, after }: Prepared['plan']['changes'][number]): Edit {
  if (to === undefined) return { kind: 'delete', path, base }
  if (to === path) return { kind: 'write', path, text: after, base }
  return { kind: 'move', path, to, text: after === before ? undefined : after, base }
}

function movesIn(edits: readonly Edit[]): Map<NotePath, NotePath> {
  return new Map(edits.flatMap((edit) => (edit.kind === 'move' ? [[edit.path, edit.to] as const] : [])))
}

function placesOf(edits: readonly Edit[]): NotePath[] {
  return edits.flatMap((edit) => (edit.kind === 'move' ? [edit.path, edit.to] : [edit.path]))
}

function labelOf(edit: Edit): string {
  const verb = { create: 'Create', write: 'Edit', delete: 'Delete', move: 'Move' }[edit.kind]
  return `${verb} ${edit.path}`
}

function returnedTo({ changes }: Operation): NotePath | undefined {
  return changes.find(({ before, after }) => before !== undefined && before.path !== after?.path)?.before?.path
}

/** Why nothing was done. */
export function sentenceOf(conflicts: readonly Conflict[]): string {
  const [first] = conflicts
  switch (first?.kind) {
    case 'stale':
      return `${first.path} was changed meanwhile, so nothing was done; look at it and try again.`
    case 'exists':
      return `${first.existing} is there already, so nothing was done; choose another name.`
    case 'refused':
      return first.message
    case undefined:
      return 'Nothing was done; try again.'
  }
}

function operationAnswer({ id, at, kind, label, notes, undoneBy, paths }: OperationSummary): OperationAnswer {
  return { id, at: isoTime(at), kind, label, notes, undone: undoneBy !== undefined, paths }
}

/** The revisions that come of edits are known when they are made only. */
const UNKNOWN = '' as Revision

function changesOf(
  edits: readonly Edit[],
  texts: ReadonlyMap<NotePath, Present>,
  revisionOf: (path: NotePath) => Revision | undefined,
): GivenChange[] {
  return edits.map((edit) => {
    const old = texts.get(edit.path)
    const to = edit.kind === 'move' ? edit.to : edit.path
    const revision = edit.kind === 'delete' ? undefined : revisionOf(to)
    const text = edit.kind === 'delete' ? undefined : (edit.text ?? old?.text)
    const isNew = edit.kind === 'create' || old === undefined
    const before = isNew ? undefined : { path: edit.path, revision: old.revision, text: old.text }
    return { before, after: revision === undefined ? undefined : { path: to, revision, text } }
  })
}

function textAfter(edit: Edit): [NotePath, string][] {
  if (edit.kind === 'delete' || edit.text === undefined) return []
  return [[edit.kind === 'move' ? edit.to : edit.path, edit.text]]
}

import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import type { Edit } from '../core/vault.ts'
import { History } from './history.ts'
import type { OperationId, OperationKind } from './shapes.ts'
import { applyEdits, changesOf, currentOf, revisionOf, type Texts } from './testing/model.ts'
import { newFolder } from './testing/place.ts'
import { planUndo } from './undo.ts'

/** More with NOTLY_RUNS=5000. */
const RUNS = Number(process.env.NOTLY_RUNS ?? 150)

type Wish =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string; readonly text: string | undefined }

type Step =
  | { readonly kind: 'do'; readonly as: OperationKind; readonly wishes: readonly Wish[] }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'restart' }

const path = fc.constantFrom('A.md', 'B.md', 'C.md', 'd/A.md')
const text = fc
  .array(fc.constantFrom('one', 'two', 'three', '[[A]]'), { maxLength: 3 })
  .map((lines) => lines.join('\n'))

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), path, text }),
  fc.record({ kind: fc.constant('write' as const), path, text }),
  fc.record({ kind: fc.constant('delete' as const), path }),
  fc.record({ kind: fc.constant('move' as const), path, to: path, text: fc.option(text, { nil: undefined }) }),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('do' as const),
      as: fc.constantFrom<OperationKind>('replace', 'rename', 'edit'),
      wishes: fc.array(wish, { minLength: 1, maxLength: 4 }),
    }),
  },
  // One note that is typed in: edits that fold.
  {
    weight: 3,
    arbitrary: text.map((text) => ({
      kind: 'do' as const,
      as: 'edit' as const,
      wishes: [{ kind: 'write' as const, path: 'A.md', text }],
    })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

/** Those wishes that a vault would grant together: each path once, on notes that are there, to paths that are free. */
function grant(texts: Texts, wishes: readonly Wish[]): Edit[] {
  const edits: Edit[] = []
  const taken = new Set<string>()
  for (const wish of wishes) {
    const paths = wish.kind === 'move' ? [wish.path, wish.to] : [wish.path]
    const edit = paths.some((each) => taken.has(each)) ? undefined : editOf(texts, wish)
    if (edit === undefined) continue
    edits.push(edit)
    for (const each of paths) taken.add(each)
  }
  return edits
}

function editOf(texts: Texts, wish: Wish): Edit | undefined {
  const now = texts[wish.path]
  const path = notePath(wish.path)
  if (wish.kind === 'create') return now === undefined ? { kind: 'create', path, text: wish.text } : undefined
  if (now === undefined) return undefined
  const base = revisionOf(now)
  switch (wish.kind) {
    case 'delete':
      return { kind: 'delete', path, base }
    case 'write':
      return wish.text === now ? undefined : { kind: 'write', path, text: wish.text, base }
    case 'move': {
      const text = wish.text === now ? undefined : wish.text
      return texts[wish.to] === undefined ? { kind: 'move', path, to: notePath(wish.to), text, base } : undefined
    }
  }
}

interface Done {
  readonly id: OperationId
  /** The vault before it. */
  readonly before: Texts
}

/** A vault as plain as can be, and its history. */
class Story {
  texts: Texts = {}
  readonly #file = join(newFolder(), 'history.db')
  history = History.open(this.#file)
  /** What is in force. */
  readonly #done: Done[] = []
  /** The undo that was the last thing done, and what it took back. */
  #undone: { readonly undo: Done; readonly of: Done } | undefined

  play(step: Step): void {
    if (step.kind === 'do') this.#do(step.as, step.wishes)
    else if (step.kind === 'undo') this.#undo()
    else if (step.kind === 'redo') this.#redo()
    else this.#restart()
  }

  #do(kind: OperationKind, wishes: readonly Wish[]): void {
    const edits = grant(this.texts, wishes)
    if (edits.length === 0) return
    const before = this.texts
    const id = this.#apply(kind, edits)
    // A folded edit goes back with the edits before it.
    if (this.#done.at(-1)?.id !== id) this.#done.push({ id, before })
    this.#undone = undefined
  }

  #undo(): void {
    const last = this.#done.pop()
    if (last === undefined) return
    const undo = this.#takeBack(last)
    this.#undone = undo && { undo, of: last }
  }

  #redo(): void {
    if (this.#undone === undefined) return
    const { undo, of } = this.#undone
    this.#takeBack(undo)
    expect(this.history.operation(of.id)?.undoneBy).toBeUndefined()
    this.#done.push(of)
    this.#undone = undefined
  }

  #takeBack({ id, before }: Done): Done | undefined {
    const changes = this.history.operation(id)?.changes ?? []
    const current = currentOf(this.texts)
    const { edits, leftAlone } = planUndo({ changes }, current, (path) => this.history.placeNow(id, path))
    expect(leftAlone).toEqual([])
    const now = this.texts
    const undo = edits.length === 0 ? undefined : this.#apply('undo', edits, id)
    expect(this.texts).toEqual(before)
    return undo === undefined ? undefined : { id: undo, before: now }
  }

  #apply(kind: OperationKind, edits: readonly Edit[], undoes?: OperationId): OperationId {
    const changes = changesOf(this.texts, edits)
    this.texts = applyEdits(this.texts, edits)
    return this.history.record({ kind, label: kind, changes, undoes })
  }

  #restart(): void {
    this.history.close()
    this.history = History.open(this.#file)
  }
}

/** Each text that an operation refers to is kept, unharmed, and no other. */
function expectTextsKept(history: History): void {
  const operations = history.operations({ limit: 1000 }).map(({ id }) => history.operation(id))
  const sides = operations.flatMap(
    (operation) => operation?.changes.flatMap(({ before, after }) => [before, after]) ?? [],
  )
  const kept = sides.filter((side) => side !== undefined)
  for (const { revision, text } of kept) expect(text === undefined ? undefined : revisionOf(text)).toBe(revision)
  expect(history.size().texts).toBe(new Set(kept.map(({ revision }) => revision)).size)
}

function expectVersionsHad({ history, texts }: Story): void {
  for (const [path, text] of Object.entries(texts)) {
    const revisions = history.versionsOf(notePath(path)).map(({ revision }) => revision)
    expect(revisions).not.toContain(revisionOf(text))
    expect(new Set(revisions).size).toBe(revisions.length)
    expect(revisions.filter((revision) => !history.has(revision))).toEqual([])
  }
}

function expectTrash({ history, texts }: Story): void {
  for (const { path } of history.trash({ limit: 1000 })) expect(texts).not.toHaveProperty([path])
}

test('after an undo, and an undo of an undo, everything is as it was before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const story = new Story()
      for (const each of steps) story.play(each)
      expectTextsKept(story.history)
      expectVersionsHad(story)
      expectTrash(story)
      story.history.close()
    }),
    { numRuns: RUNS },
  )
})

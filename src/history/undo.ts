/** What taking an operation back would do. Pure: an operation and the present texts in, edits out. */
import { mergeTexts } from '../core/merge.ts'
import type { NotePath, Revision } from '../core/note.ts'
import type { Edit } from '../core/vault.ts'
import type { Change, Kept } from './shapes.ts'

export interface UndoPlan {
  readonly edits: readonly Edit[]
  /** What stays as it is, wholly or in part; `why` is a sentence for the user. */
  readonly leftAlone: readonly LeftAlone[]
}

export interface LeftAlone {
  readonly path: NotePath
  readonly why: string
}

export interface Present {
  readonly text: string
  readonly revision: Revision
}

/** The vault as it is, and where notes went since the operation (`History.placeNow`); by default nowhere. */
export interface World {
  readonly current: (path: NotePath) => Present | undefined
  readonly placeNow: (path: NotePath) => NotePath | undefined
  /** Paths from which the undo itself takes a note away, so that they are free for another. */
  readonly leaving: ReadonlySet<NotePath>
}

/** What becomes of one note of the operation. */
type Step =
  | { readonly kind: 'edit'; readonly edit: Edit; readonly leftAlone: LeftAlone | undefined }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'left'; readonly leftAlone: LeftAlone; readonly isPath: boolean }

const NOTHING: Step = { kind: 'nothing' }

/**
 * Where a note still says what the operation made of it, the old text and path come back. Where it was edited since, its edits stay
 * and only what the operation changed goes back. Where that is impossible, it is left alone. An operation that moved notes and
 * rewrote links to them is whole: where one path cannot come back, everything is left alone, or links would lead astray.
 */
export function planUndo(
  operation: { readonly changes: readonly Change[] },
  current: World['current'],
  placeNow: World['placeNow'] = (path) => path,
): UndoPlan {
  const { changes } = operation
  const leaving = new Set(changes.flatMap(({ before, after }) => leavingPath(before, after, { current, placeNow })))
  const steps = changes.map((change) => takeBack(change, { current, placeNow, leaving }))
  if (isWhole(changes) && steps.some((step) => step.kind === 'left' && step.isPath)) return leaveAll(changes, steps)
  return {
    edits: steps.flatMap((step) => (step.kind === 'edit' ? [step.edit] : [])),
    leftAlone: steps.flatMap((step) => (step.kind === 'nothing' ? [] : (step.leftAlone ?? []))),
  }
}

/** An operation that only creates or only deletes has parts that need not know of each other. */
function isWhole(changes: readonly Change[]): boolean {
  return changes.some(({ before, after }) => before !== undefined && after !== undefined)
}

function leaveAll(changes: readonly Change[], steps: readonly Step[]): UndoPlan {
  const blocking = steps.flatMap((step) => (step.kind === 'left' && step.isPath ? [step.leftAlone.path] : []))
  const why = `It belongs together with ${blocking[0]}, which cannot go back.`
  const leftAlone = steps.flatMap((step, at): LeftAlone[] => {
    if (step.kind === 'nothing') return []
    if (step.kind === 'left') return [step.leftAlone]
    const { before, after } = changes[at] as Change
    const path = after?.path ?? before?.path
    return path === undefined ? [] : [{ path, why }]
  })
  return { edits: [], leftAlone }
}

function leavingPath(before: Kept | undefined, after: Kept | undefined, world: Omit<World, 'leaving'>): NotePath[] {
  if (after === undefined) return []
  const place = world.placeNow(after.path)
  if (place === undefined) return []
  if (before === undefined) return world.current(place)?.revision === after.revision ? [place] : []
  return place === after.path && before.path !== after.path ? [place] : []
}

function takeBack({ before, after }: Change, world: World): Step {
  if (after === undefined) return before === undefined ? NOTHING : bringBack(before, world)
  const place = world.placeNow(after.path)
  const now = place === undefined ? undefined : world.current(place)
  if (before === undefined) return place === undefined || now === undefined ? NOTHING : remove(place, now, after)
  if (place === undefined || now === undefined) {
    const isBack = world.current(before.path)?.revision === before.revision
    return isBack ? NOTHING : left(after.path, 'It is not there any more.')
  }
  const hasMoved = before.path !== after.path && place !== before.path
  return hasMoved ? moveBack(before, after, place, now, world) : writeBack(before, after, place, now)
}

function bringBack(before: Kept, { current, leaving }: World): Step {
  const { path, revision, text } = before
  const there = current(path)
  if (there?.revision === revision) return NOTHING
  if (there !== undefined && !leaving.has(path)) return left(path, taken(path), true)
  if (text === undefined) return left(path, UNKEPT, true)
  return edit({ kind: 'create', path, text })
}

function remove(path: NotePath, now: Present, after: Kept): Step {
  if (now.revision !== after.revision) return left(path, 'It was edited since, so it stays.')
  return edit({ kind: 'delete', path, base: now.revision })
}

function writeBack(before: Kept, after: Kept, path: NotePath, now: Present): Step {
  const back = textBack(before, after, now)
  if (back.kind === 'stays') return left(path, back.why)
  if (back.text === now.text) return NOTHING
  return edit({ kind: 'write', path, text: back.text, base: now.revision })
}

function moveBack(before: Kept, after: Kept, path: NotePath, now: Present, { current, leaving }: World): Step {
  const to = before.path
  if (path !== after.path) return left(path, 'It was moved again since; undo that first.', true)
  if (current(to) !== undefined && !leaving.has(to)) return left(path, taken(to), true)
  const back = textBack(before, after, now)
  const text = back.kind === 'stays' || back.text === now.text ? undefined : back.text
  const move = { kind: 'move', path, to, text, base: now.revision } as const
  return edit(move, back.kind === 'stays' ? { path: to, why: back.why } : undefined)
}

type TextBack = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'stays'; readonly why: string }

/** The present text without what the operation changed in it. */
function textBack(before: Kept, after: Kept, now: Present): TextBack {
  if (before.revision === after.revision || before.revision === now.revision) return { kind: 'text', text: now.text }
  if (before.text === undefined) return { kind: 'stays', why: UNKEPT }
  if (after.revision === now.revision) return { kind: 'text', text: before.text }
  if (after.text === undefined) return { kind: 'stays', why: UNKEPT }
  const merged = mergeTexts(after.text, now.text, before.text)
  if (merged.kind === 'merged') return { kind: 'text', text: merged.text }
  return { kind: 'stays', why: 'The same lines were edited since, so its text stays as it is.' }
}

const UNKEPT = 'Its earlier text is no longer kept.'

function taken(path: NotePath): string {
  return `There is another note at ${path} now; rename that one, then undo again.`
}

function edit(edit: Edit, leftAlone?: LeftAlone): Step {
  return { kind: 'edit', edit, leftAlone }
}

function left(path: NotePath, why: string, isPath = false): Step {
  return { kind: 'left', leftAlone: { path, why }, isPath }
}

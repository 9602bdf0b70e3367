import { folderOf, isNotePath } from '../../core/path.ts'
import type { PlanAnswer, RefactorAnswer, UndoAnswer } from '../../http/types.ts'
import { api } from '../api.ts'
import { currentRoute, go } from '../navigate.ts'
import { say } from '../notice.ts'
import { plural } from '../ui/plural.ts'
import { followHere, followTag, type Move, moveNotes } from './follow.ts'
import { openNotes, wantFocus, whileMoving } from './open-notes.ts'
import type { Asked } from './task.ts'

/** Undefined when it is done; else why not, as a sentence. */
export type Refusal = string | undefined

const UNSAVED = 'A note that is open has text that is not saved. Look at it first, then try again.'

/** What is only in the editors would not be seen by an operation on files. */
export async function saveAll(): Promise<boolean> {
  const saved = await Promise.all(openNotes().map((note) => note.save()))
  return !saved.includes(false)
}

/** Does it, takes open notes along, and offers to take it back. */
export function carryOut(request: Asked, plan: PlanAnswer): Promise<Refusal> {
  return moving(async () => {
    const answer = await (request.kind === 'adopt' ? api.adoptRename(request) : api.refactor(request))
    if (!answer.done) throw new Error(answer.message)
    const moves = request.kind === 'change' ? movesIn(plan) : movesOf(plan, answer.path)
    if (request.kind === 'move-folder') moves.push({ from: request.path, to: answer.path })
    // What was in the other note before the merge stays there.
    const back = reversed(request.kind === 'merge' ? shown(moves) : moves)
    const message = request.kind === 'adopt' ? updated(answer) : done(plan.label)
    const isFollowed = request.kind === 'rename-tag' && followTag(request.from, answer.path)
    const tag = isFollowed ? { from: answer.path, to: request.from } : undefined
    if (answer.operation > 0) offerUndo(message, answer.operation, { moves: back, tag })
    return moves
  })
}

/** Another program renamed a note or a folder: what is open of it stays open. */
export function followRename({ from, to }: Move): Promise<void> {
  const inside = openNotes().filter(({ path }) => path.startsWith(`${from}/`))
  const moves = isNotePath(from)
    ? [{ from, to }]
    : inside.map(({ path }) => ({ from: path, to: to + path.slice(from.length) }))
  return whileMoving(() => followHere(moves))
}

/** The note goes to the trash, and the page to the folder that it was in. */
export function deleteNote(path: string, title: string): Promise<Refusal> {
  return moving(async () => {
    const { revision } = await api.note(path)
    const answer = await api.delete({ path, base: revision })
    if (!answer.saved)
      throw new Error(answer.reason === 'refused' ? answer.message : 'The note was changed meanwhile. Try again.')
    leave(path)
    const latest = (await api.operations(5)).find(({ kind, paths }) => kind === 'delete' && paths.includes(path))
    if (latest) offerUndo(`${title} is in the trash.`, latest.id, { open: path })
    return []
  })
}

/** Where the page goes when an operation is taken back. */
interface WayBack {
  /** Of what else it moved than the notes that the server speaks of, back to where that was. */
  readonly moves?: readonly Move[]
  /** A note to show again. */
  readonly open?: string
  /** The name that a tag has now, and the one that it gets again. */
  readonly tag?: Move | undefined
}

/** Takes an operation back. */
export async function undo(operation: number, { moves = [], open, tag }: WayBack = {}): Promise<void> {
  const refusal = await moving(async () => {
    const answer = await api.undo({ id: operation })
    const stayed = new Set(answer.leftAlone.map(({ path }) => path))
    if (open !== undefined && !stayed.has(open)) {
      wantFocus(open)
      go({ kind: 'note', path: open })
    }
    if (tag !== undefined) followTag(tag.from, tag.to)
    say(undone(answer))
    return [...moves, ...answer.moves]
  })
  if (refusal !== undefined) say(refusal)
}

async function moving(work: () => Promise<readonly Move[]>): Promise<Refusal> {
  if (!(await saveAll())) return UNSAVED
  try {
    await moveNotes(work)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function leave(path: string): void {
  const here = currentRoute()
  if (here.kind !== 'note') return
  const { beside, ...alone } = here
  if (beside === path) go(alone, { replace: true })
  else if (here.path === path)
    go(beside === undefined ? { kind: 'folder', path: folderOf(path) } : { kind: 'note', path: beside })
}

function offerUndo(message: string, operation: number, back: WayBack): void {
  say(message, { label: 'Undo', run: () => void undo(operation, back) })
}

function updated({ links, notes }: RefactorAnswer & { done: true }): string {
  return `Updated ${plural(links, 'link')} in ${plural(notes, 'note')}.`
}

const PAST: Readonly<Record<string, string>> = {
  Rename: 'Renamed',
  Move: 'Moved',
  Merge: 'Merged',
  Make: 'Made',
  Link: 'Linked',
  Replace: 'Replaced',
  Add: 'Added',
  Remove: 'Removed',
  Delete: 'Deleted',
}

/** `Rename A to B` → `Renamed A to B.` */
function done(label: string): string {
  return `${label.replace(/^\w+/, (verb) => PAST[verb] ?? verb)}.`
}

const NAMED = 2

/** What came of taking back, with the notes that stay as they are. */
export function undone({ label, leftAlone }: UndoAnswer): string {
  const named = leftAlone.slice(0, NAMED).map(({ path, why }) => sentence(`${path}: ${why}`))
  const more = leftAlone.length > NAMED ? [`${leftAlone.length - NAMED} more stay as they are.`] : []
  return [`Taken back: ${label}.`, ...named, ...more].join(' ')
}

function sentence(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`
}

/** @param target where a note that is gone went on */
function movesOf({ changes }: PlanAnswer, target: string): Move[] {
  return changes.filter(({ path, to }) => path !== to).map(({ path, to }) => ({ from: path, to: to ?? target }))
}

/** Notes that go to the trash go nowhere that could be shown. */
function movesIn({ changes }: PlanAnswer): Move[] {
  return changes.flatMap(({ path, to }) => (to === null || to === path ? [] : [{ from: path, to }]))
}

function reversed(moves: readonly Move[]): Move[] {
  return moves.map(({ from, to }) => ({ from: to, to: from }))
}

function shown(moves: readonly Move[]): Move[] {
  const here = currentRoute()
  return here.kind === 'note' ? moves.filter(({ from }) => from === here.path || from === here.beside) : []
}

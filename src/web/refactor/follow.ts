import { foldName } from '../../core/fold.ts'
import { api } from '../api.ts'
import { queryClient } from '../client.ts'
import { unfoldedFolders } from '../layout/unfolded.ts'
import { currentRoute, go } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { NoteRoute } from '../routes.ts'
import { openNotes, wantFocus, whileMoving } from './open-notes.ts'

/** A note that is at another path now. */
export interface Move {
  readonly from: string
  readonly to: string
}

const moved = new Map<string, string>()
const tabs = new BroadcastChannel('notly.moves')

/** Where a note went that was at this path when the page was loaded, or later. */
export function movedTo(path: string): string | undefined {
  return moved.get(path)
}

/** What the browser's tabs tell each other, so that a note that moves in one is not gone in another. */
type Word = { readonly kind: 'begin' } | { readonly kind: 'end'; readonly moves: readonly Move[] }

/** A tab that was closed in the middle of it says nothing more. Milliseconds. */
const PATIENCE = 10_000
let release = (_: readonly Move[]): void => {}

/**
 * Does what moves notes, then takes what is open to where it is now, here and in the browser's other tabs.
 * @param work the moves that it made
 */
export function moveNotes(work: () => Promise<readonly Move[]>): Promise<void> {
  return whileMoving(async () => {
    tabs.postMessage({ kind: 'begin' } satisfies Word)
    let moves: readonly Move[] = []
    try {
      moves = await work()
      await followHere(moves)
    } finally {
      tabs.postMessage({ kind: 'end', moves } satisfies Word)
    }
  })
}

tabs.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.kind === 'end') release(data.moves)
  else void waitForOtherTab()
})

function waitForOtherTab(): Promise<void> {
  return whileMoving(async () => {
    const { promise, resolve } = Promise.withResolvers<readonly Move[]>()
    release = resolve
    setTimeout(() => resolve([]), PATIENCE)
    await followHere(await promise)
  })
}

/** Takes what is open on this page to where it is now. */
export async function followHere(moves: readonly Move[]): Promise<void> {
  for (const { from, to } of moves) {
    moved.delete(to)
    moved.set(from, to)
  }
  followFolders(moves)
  const shown = shownPaths().flatMap((path) => moves.find(({ from }) => from === path) ?? [])
  if (shown.length === 0) return followView(moves)
  // Tabs may be on other vaults by now: only a note that is there is followed.
  const there = await Promise.all(shown.map(({ to }) => fetchNote(to)))
  if (there.includes(false)) return
  for (const note of openNotes()) {
    const move = moves.find(({ from }) => from === note.path)
    if (move !== undefined) note.carryTo(move.to)
  }
  const here = currentRoute()
  if (here.kind !== 'note') return
  const place = placeAfter(here, moves)
  if (document.activeElement !== null && document.hasFocus()) wantFocus(place.path)
  go(place, { replace: true })
}

/** Fetched before it is shown, so that nothing flickers. */
async function fetchNote(path: string): Promise<boolean> {
  try {
    const note = await api.note(path)
    queryClient.setQueryData(queries.note(path).queryKey, note)
    return true
  } catch {
    return false
  }
}

/** A view of a folder, or of the earlier texts of a note, follows what it shows. */
function followView(moves: readonly Move[]): void {
  const here = currentRoute()
  if (here.kind !== 'folder' && here.kind !== 'history') return
  const path = pathAfter(here.path, moves)
  if (path !== here.path) go({ ...here, path }, { replace: true })
}

/** The page of a tag, or of one below it, goes on under its new name. @returns whether it was shown */
export function followTag(from: string, to: string): boolean {
  const here = currentRoute()
  if (here.kind !== 'tag') return false
  const depth = from.split('/').length
  const names = here.tag.split('/')
  if (foldName(names.slice(0, depth).join('/')) !== foldName(from)) return false
  go({ kind: 'tag', tag: [to, ...names.slice(depth)].join('/') }, { replace: true })
  return true
}

function followFolders(moves: readonly Move[]): void {
  const unfolded = unfoldedFolders.get()
  const now = unfolded.map((path) => pathAfter(path, moves))
  if (now.some((path, at) => path !== unfolded[at])) unfoldedFolders.set(now)
}

/** `clients/old` after `clients` became `people` is `people/old`. */
function pathAfter(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`))
  return move === undefined ? path : move.to + path.slice(move.from.length)
}

function shownPaths(): string[] {
  const here = currentRoute()
  if (here.kind !== 'note') return []
  return here.beside === undefined ? [here.path] : [here.path, here.beside]
}

function placeAfter({ path, beside }: NoteRoute, moves: readonly Move[]): NoteRoute {
  const now = (old: string) => moves.find(({ from }) => from === old)?.to ?? old
  return { kind: 'note', path: now(path), ...(beside === undefined ? {} : { beside: now(beside) }) }
}

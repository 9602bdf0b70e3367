import type { QueryClient } from '@tanstack/react-query'
import type { ChangeEvent, ProgressEvent, RenamedEvent, TroubleEvent } from '../http/types.ts'
import { api, ShutOutError } from './api.ts'
import { say, takeBack } from './notice.ts'
import { afterPause, followKeys } from './pause.ts'
import { settled } from './refactor/open-notes.ts'
import { noticeRenamed } from './refactor/renamed-elsewhere.ts'
import { refetchInTurn } from './refetch.ts'
import { createStore, useStore } from './store.ts'

export type Connection = 'connecting' | 'online' | 'offline'

/** `undefined` says that anything may have changed: events were missed while the connection was down. */
export type ChangeListener = (change: ChangeEvent | undefined) => void

/** The server is tried again this long after it closed the stream for good. */
const RETRY_MS = 2000
/** Changes that come faster than this are shown together. */
const GATHER_MS = 80

const connection = createStore<Connection>('connecting')
const progress = createStore<ProgressEvent | undefined>(undefined)
const listeners = new Set<ChangeListener>()
let lastVersion: number | undefined
/** What was said when this browser was let in no more. */
let shutOut: string | undefined
/** What was said when the folder could not be followed. */
let trouble: string | undefined

export function useConnection(): Connection {
  return useStore(connection)
}

export function currentConnection(): Connection {
  return connection.get()
}

/** Calls back when the server is lost and when it is back. */
export function onConnection(listener: (connection: Connection) => void): () => void {
  return connection.subscribe(() => listener(connection.get()))
}

/** How far a long indexing is; undefined when none is under way. */
export function useProgress(): ProgressEvent | undefined {
  return useStore(progress)
}

/** Calls back on each change of the vault; @returns a function that ends it. */
export function onChange(listener: ChangeListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the one event stream of the app and keeps the queries fresh by it. */
export function followServer(client: QueryClient): void {
  const seen: (ChangeEvent | undefined)[] = []
  const refresh = gather(() =>
    afterPause(() => {
      const changes = seen.splice(0)
      // A note that is moving here is not asked for where it was.
      void settled().then(() => refetch(changes))
    }),
  )
  const askAgain = refetchInTurn(client)
  const refetch = (changes: readonly (ChangeEvent | undefined)[]) =>
    askAgain((queryKey) => changes.some((change) => concerns(change, queryKey)))
  onChange((change) => {
    seen.push(change)
    refresh()
  })
  followKeys()
  open()
}

function open(): void {
  const source = new EventSource('/api/events')
  source.addEventListener('open', () => {
    const returned = connection.get() === 'offline'
    connection.set('online')
    // It may have ended while nobody listened; what has not comes again.
    tellTrouble({ sentence: null })
    if (returned) tell(undefined)
    if (shutOut !== undefined) takeBack(shutOut)
    shutOut = undefined
  })
  source.addEventListener('change', (event) => receive(JSON.parse(event.data) as ChangeEvent))
  source.addEventListener('progress', (event) => showProgress(JSON.parse(event.data) as ProgressEvent))
  source.addEventListener('renamed', (event) => noticeRenamed(JSON.parse(event.data) as RenamedEvent))
  source.addEventListener('trouble', (event) => tellTrouble(JSON.parse(event.data) as TroubleEvent))
  source.addEventListener('error', () => {
    connection.set('offline')
    lastVersion = undefined
    progress.set(undefined)
    if (source.readyState !== EventSource.CLOSED) return
    void tellWhetherShutOut()
    setTimeout(open, RETRY_MS)
  })
}

/** A stream that is refused does not say why. Said once: whoever has read it may close it. */
async function tellWhetherShutOut(): Promise<void> {
  const error = await api.vault().then(
    () => undefined,
    (failure: unknown) => failure,
  )
  if (!(error instanceof ShutOutError) || shutOut !== undefined) return
  shutOut = error.message
  say(shutOut)
}

/** Said once, and taken back when it is over. */
function tellTrouble({ sentence }: TroubleEvent): void {
  if (sentence === (trouble ?? null)) return
  if (trouble !== undefined) takeBack(trouble)
  trouble = sentence ?? undefined
  if (trouble !== undefined) say(trouble)
}

/** Keys of queries that are answered by one note's text alone; the note's path comes next in the key. */
const OF_ONE_NOTE = new Set<unknown>(['note', 'passage', 'block'])

/** What the notes of a vault have in common; one change does not change it. */
const OF_ALL_NOTES = new Set<unknown>(['properties', 'values'])

/** What a link means and who links here may depend on any note. */
function concerns(change: ChangeEvent | undefined, [question, path]: readonly unknown[]): boolean {
  if (OF_ALL_NOTES.has(question)) return false
  if (change === undefined || !OF_ONE_NOTE.has(question)) return true
  return [...change.changed, ...change.removed].some((changed) => changed === path)
}

function receive(change: ChangeEvent): void {
  const missed = lastVersion !== undefined && change.version > lastVersion + 1
  lastVersion = change.version
  tell(missed ? undefined : change)
}

function tell(change: ChangeEvent | undefined): void {
  for (const listener of [...listeners]) listener(change)
}

function showProgress(event: ProgressEvent): void {
  progress.set(event.done >= event.total ? undefined : event)
}

/** Runs at once, then again after GATHER_MS if asked meanwhile. */
function gather(run: () => void): () => void {
  let waiting = false
  let again = false
  const turn = () => {
    waiting = again
    if (!again) return
    again = false
    run()
    setTimeout(turn, GATHER_MS)
  }
  return () => {
    again = waiting
    if (waiting) return
    waiting = true
    run()
    setTimeout(turn, GATHER_MS)
  }
}

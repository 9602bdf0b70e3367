/** Reading a note's text as `core` does: at once where that is quick, in a worker where it is not. */
import type { Note, NotePath } from '../../core/note.ts'
import { parseNote } from '../../core/parse.ts'
import { scriptUrl } from '../worker-url.ts'
import workerUrl from './reading-worker.ts?worker&url'

/** UTF-16 units that are read within a few milliseconds. */
const QUICK = 12_000

/** Whether a text takes so long to read, and what it says so long to take in, that it is read less often. */
export function isLong(length: number): boolean {
  return length >= QUICK
}

interface Waiting {
  readonly path: NotePath
  readonly text: string
  readonly answer: (note: Note) => void
}

let worker: Worker | undefined
let broken = false
let asked = 0
const waiting = new Map<number, Waiting>()

/** Calls back with what the text says: before this returns, or later. */
export function readNote(path: NotePath, text: string, answer: (note: Note) => void): void {
  if (!isLong(text.length) || broken) {
    answer(parseNote(path, text))
    return
  }
  const id = asked++
  waiting.set(id, { path, text, answer })
  worker ??= start()
  worker.postMessage({ id, path, text })
}

function start(): Worker {
  const made = new Worker(scriptUrl(workerUrl), { type: 'module' })
  made.addEventListener('message', ({ data: { id, note } }: MessageEvent<{ id: number; note: Note }>) => {
    const request = waiting.get(id)
    waiting.delete(id)
    request?.answer(note)
  })
  made.addEventListener('error', () => {
    // A worker that cannot start is done without.
    broken = true
    made.terminate()
    for (const { path, text, answer } of waiting.values()) answer(parseNote(path, text))
    waiting.clear()
  })
  return made
}

import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, readFar } from './packing/far.ts'
import type { ParseTask } from './reading.ts'
import { readNote } from './rows.ts'

/** How far the worker is, for whoever watches it: the number of notes of this batch that it has done. */
const progress = new Int32Array(workerData as SharedArrayBuffer)

parentPort?.on('message', (tasks: readonly ParseTask[]) => {
  Atomics.store(progress, 0, 0)
  const far = readFar(tasks, ({ path, text }) => {
    const note = readNote(path, text)
    Atomics.add(progress, 0, 1)
    return note
  })
  parentPort?.postMessage(far, buffersOf(far))
})

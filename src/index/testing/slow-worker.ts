/** Plays the parser at its worst: hangs at a note that says `slow`, waits long at `asleep`, dies at `deadly`. */
import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, readFar } from '../packing/far.ts'
import type { ParseTask } from '../reading.ts'
import { readNote } from '../rows.ts'

const progress = new Int32Array(workerData as SharedArrayBuffer)

parentPort?.on('message', (tasks: readonly ParseTask[]) => {
  Atomics.store(progress, 0, 0)
  const far = readFar(tasks, ({ path, text }) => {
    if (text === 'slow') while (true) Atomics.load(progress, 0)
    if (text === 'asleep') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000)
    if (text === 'deadly') throw new Error('deadly')
    const note = readNote(path, text)
    Atomics.add(progress, 0, 1)
    return note
  })
  parentPort?.postMessage(far, buffersOf(far))
})

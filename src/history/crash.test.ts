import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { History } from './history.ts'
import type { OperationId } from './shapes.ts'
import { newFolder } from './testing/place.ts'

const RECORDER = fileURLToPath(new URL('./testing/recorder.ts', import.meta.url))
/** More with NOTLY_KILLS=200. */
const KILLS = Number(process.env.NOTLY_KILLS ?? 6)

test('every operation that was acknowledged is there after the process was killed, and none by half', async () => {
  const file = join(newFolder(), 'history.db')
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill++) {
    acknowledged = Math.max(acknowledged, await recordUntilKilled(file, 5 + Math.random() * 120))
    const history = History.open(file)
    expect(history.check()).toBeUndefined()
    expect(history.notice).toBeUndefined()
    const ids = history.operations({ limit: 1_000_000 }).map(({ id }) => id)
    // At most one was recorded without a chance to say so.
    expect(ids.length - acknowledged).toBeOneOf([0, 1])
    expect(ids).toEqual(Array.from(ids, (_, at) => ids.length - at))
    for (const id of [1, acknowledged, ids.length]) expectWhole(history, id as OperationId)
    acknowledged = ids.length
    history.close()
  }
  expect(acknowledged).toBeGreaterThan(KILLS)
})

function expectWhole(history: History, id: OperationId): void {
  const changes = history.operation(id)?.changes ?? []
  expect(changes).toHaveLength(20)
  expect(changes.filter(({ before, after }) => before?.text === undefined || after?.text === undefined)).toEqual([])
}

/** @returns the last operation that was acknowledged; at least one is. */
async function recordUntilKilled(file: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [RECORDER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = collect(child)
  await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  child.kill('SIGKILL')
  await once(child, 'close')
  return Number(told().trim().split('\n').at(-1))
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return () => text
}

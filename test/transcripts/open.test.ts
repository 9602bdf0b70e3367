import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const BINARY = join(import.meta.dirname, '../../bin/notly.mjs')
const vault = join(mkdtempSync(join(tmpdir(), 'notly-open-')), 'agency')
cpSync(join(import.meta.dirname, 'agency'), vault, { recursive: true })

afterAll(() => rmSync(join(vault, '..'), { recursive: true, force: true }))

test('a busy port is no error, the address is printed, and Ctrl-C ends it well', async () => {
  await using busy = await takePort()
  const served = spawn(process.execPath, [BINARY, 'open', vault, '--no-open', '--port', String(busy.port)])
  try {
    const greeting = await outputUntil(served, 'Ctrl-C')
    expect(greeting).toContain(`Port ${busy.port} is taken`)
    const { origin, searchParams } = new URL(/is open at (\S+)/.exec(greeting)?.[1] ?? '')
    const headers = { authorization: `Bearer ${searchParams.get('token')}` }
    expect(await (await fetch(`${origin}/api/vault`, { headers })).json()).toMatchObject({ name: 'agency', notes: 8 })
    served.kill('SIGINT')
    expect(await exitCode(served)).toBe(0)
  } finally {
    served.kill('SIGKILL')
  }
})

test('the next start answers from what is known, and takes in what was written in between', async () => {
  writeFileSync(join(vault, 'Between.md'), 'Written while nothing ran.\n')
  await using free = await takePort()
  const served = spawn(process.execPath, [BINARY, 'open', vault, '--no-open', '--json', '--port', String(free.port)])
  try {
    const { url, token } = JSON.parse(await outputUntil(served, '\n')) as {
      readonly url: string
      readonly token: string
    }
    const headers = { authorization: `Bearer ${token}` }
    const notes = async () => ((await (await fetch(`${url}/api/vault`, { headers })).json()) as { notes: number }).notes
    expect(await notes()).toBeGreaterThanOrEqual(8)
    await expect.poll(notes, { timeout: 10_000 }).toBe(9)
    served.kill('SIGINT')
    expect(await exitCode(served)).toBe(0)
  } finally {
    served.kill('SIGKILL')
  }
})

async function takePort(): Promise<{ readonly port: number } & AsyncDisposable> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: close }
}

/** @throws with what was said, when it ends without the words. */
function outputUntil(child: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const take = (piece: Buffer) => {
      output += piece
      if (output.includes(words)) resolve(output)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('exit', () => reject(new Error(output)))
  })
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve))
}

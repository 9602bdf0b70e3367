import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../test/browser/free-port.ts'

const NOTLY = fileURLToPath(new URL('../bin/notly.mjs', import.meta.url))

export interface Around {
  /** Flags for Node. */
  readonly node?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `notly` to its end. @returns milliseconds from start to exit */
export async function runNotly(args: readonly string[], { node = [], env = {} }: Around = {}): Promise<number> {
  const start = performance.now()
  await finish(process.execPath, [...node, NOTLY, ...args], env)
  return performance.now() - start
}

/** Starts the server on a folder, without a browser. @returns it when it has told its address; the caller ends it */
export async function startNotly(
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly url: string; readonly token: string }> {
  const args = [NOTLY, 'open', folder, '--no-open', '--json', '--port', String(await freePort())]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    said += piece
    if (said.includes('\n')) break
  }
  return { child, ...(JSON.parse(said) as { readonly url: string; readonly token: string }) }
}

/** @returns milliseconds, or undefined when there is no such program */
export async function runOther(program: string, args: readonly string[]): Promise<number | undefined> {
  const start = performance.now()
  return finish(program, args).then(
    () => performance.now() - start,
    () => undefined,
  )
}

/** Runs a script of this folder to its end, in a process of its own. @returns what it printed */
export async function runScript(script: string, args: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args])
  return stdout
}

function finish(program: string, args: readonly string[], env: Around['env'] = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } })
    child.once('error', reject)
    // Exit code 1 says "found nothing", in our program as in others.
    child.once('exit', (code) =>
      code === 0 || code === 1 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
    )
  })
}

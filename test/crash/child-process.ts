import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { CACHE } from './places.ts'

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/** A process that stands ready to change a vault. */
export class Child {
  readonly #process: ChildProcess
  readonly #lines: AsyncIterator<string>
  readonly ended: Promise<unknown>

  private constructor(process: ChildProcess, lines: AsyncIterator<string>) {
    this.#process = process
    this.#lines = lines
    this.ended = once(process, 'close')
  }

  /**
   * @param change see `child.ts`
   * @param threads for work in the background; with one, the calls of each thread come in the same order each time
   */
  static async start(root: string, change: string, notes: number, threads: number): Promise<Child> {
    const env = { ...process.env, UV_THREADPOOL_SIZE: String(threads), NODE_COMPILE_CACHE: CACHE }
    const started = spawn(process.execPath, [CHILD, root, change, String(notes)], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    if (started.stdout === null) throw new Error('The child has no output')
    const child = new Child(started, createInterface(started.stdout)[Symbol.asyncIterator]())
    const said = await child.#lines.next()
    if (said.value !== 'ready') throw new Error(`The child said ${JSON.stringify(said.value)} instead of ready`)
    return child
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  go(): void {
    this.#process.stdin?.write('go\n')
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  /** @returns whether it came to its end; false when it was killed. @throws when it could not make the change */
  async finish(): Promise<boolean> {
    const { value, done } = await this.#lines.next()
    await this.ended
    if (done) return false
    if (value !== 'done') throw new Error(`The child could not make the change: ${value}`)
    return true
  }
}

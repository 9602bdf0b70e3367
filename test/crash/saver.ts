import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { CACHE } from './places.ts'

const CHILD = fileURLToPath(new URL('saving-child.ts', import.meta.url))

/** A process that stands ready to save one note after the other until it is killed. */
export class Saver {
  /** The numbers of the saves that it told of, and when each came. Milliseconds. */
  readonly acknowledged: number[] = []
  readonly times: number[] = []
  readonly #process: ChildProcess
  readonly #lines: Interface
  readonly #closed: Promise<unknown[]>
  readonly #ready: Promise<unknown>

  constructor(root: string) {
    const env = { ...process.env, NODE_COMPILE_CACHE: CACHE }
    const child = spawn(process.execPath, [CHILD, root], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    this.#process = child
    this.#closed = once(child, 'close')
    this.#lines = createInterface(child.stdout)
    this.#ready = once(this.#lines, 'line')
  }

  /** @param first number of its first save */
  async go(first: number): Promise<void> {
    await this.#ready
    this.#lines.on('line', (line) => {
      this.acknowledged.push(Number(line))
      this.times.push(performance.now())
    })
    this.#process.stdin?.write(`${first}\n`)
  }

  /** Waits until it has told of so many saves. @throws when it ends before */
  async saved(count: number): Promise<void> {
    while (this.acknowledged.length < count) {
      const ended = this.#closed.then(([code]) => {
        throw new Error(`The process that saves ended by itself, with ${code}`)
      })
      await Promise.race([once(this.#lines, 'line'), ended])
    }
  }

  /** After it everything that it told of is in `acknowledged`. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#closed
  }
}

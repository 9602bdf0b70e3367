import type { Context } from 'hono'
import type { Workspace } from '../workspace.ts'
import { refuse } from './errors.ts'

/** Often enough that nothing between takes the connection for dead. Milliseconds. */
const KEEP_ALIVE = 15_000
/** Each holds a connection and hears of every change. */
const MOST = 200

/** The open event streams, so that a server that closes can end them. */
export class Events {
  readonly #workspace: Workspace
  readonly #open = new Set<() => void>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  get size(): number {
    return this.#open.size
  }

  /** Answers with a stream of `change`, `progress`, `renamed` and `trouble` events that lasts until either side closes it. */
  stream(context: Context): Response {
    if (this.#open.size >= MOST) return refuse(context, 'refused', 'Too many tabs are open; close some.', 503)
    let end = (): void => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const encoder = new TextEncoder()
        const say = (text: string): void => controller.enqueue(encoder.encode(text))
        const sayEvent = (name: string, value: unknown): void =>
          say(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`)
        const stopChanges = this.#workspace.onChange((event) => sayEvent('change', event))
        const stopRenames = this.#workspace.onRenamed((event) => sayEvent('renamed', event))
        const stopProgress = this.#workspace.onProgress((event) => sayEvent('progress', event))
        const sayTrouble = (sentence: string | undefined): void => sayEvent('trouble', { sentence: sentence ?? null })
        const stopTrouble = this.#workspace.onTrouble(sayTrouble)
        const keepAlive = setInterval(() => say(':\n\n'), KEEP_ALIVE)
        end = () => {
          if (!this.#open.delete(end)) return
          stopChanges()
          stopProgress()
          stopRenames()
          stopTrouble()
          clearInterval(keepAlive)
          try {
            controller.close()
          } catch {
            // The reader has gone already.
          }
        }
        this.#open.add(end)
        const reading = this.#workspace.reading()
        if (reading !== undefined) sayEvent('progress', reading)
        const trouble = this.#workspace.trouble()
        if (trouble !== undefined) sayTrouble(trouble)
        // Says at once that the line is open, and asks to be called again soon when it breaks.
        say('retry: 1000\n\n')
      },
      cancel: () => end(),
    })
    context.req.raw.signal.addEventListener('abort', () => end())
    return context.body(body, 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
  }

  close(): void {
    for (const end of [...this.#open]) end()
  }
}

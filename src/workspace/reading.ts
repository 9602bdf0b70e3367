import type { ProgressEvent } from '../core/answers.ts'

/** Fewer notes than this are read before anyone could look. */
export const WORTH_TELLING = 100

/** The reading of many notes: how far it is, how fast, and whether the user has stopped it. */
export class Reading {
  #started = 0
  #stopping: AbortController | undefined
  #now: ProgressEvent | undefined

  /** How far it is; undefined while none is under way and none was stopped. */
  get now(): ProgressEvent | undefined {
    return this.#now
  }

  /** Whether writers need not wait for it: it takes long. */
  get isLong(): boolean {
    return this.#stopping !== undefined && this.#now !== undefined
  }

  get isStopped(): boolean {
    return this.#now?.reading?.stopped === true
  }

  /** @returns what ends it */
  begin(signal: AbortSignal | undefined): AbortSignal {
    this.#started = performance.now()
    this.#stopping = new AbortController()
    return signal === undefined ? this.#stopping.signal : AbortSignal.any([signal, this.#stopping.signal])
  }

  /** @returns the same with its rate */
  follow({ done, total }: ProgressEvent): ProgressEvent {
    const seconds = (performance.now() - this.#started) / 1000
    const rate = seconds > 0 ? Math.round(done / seconds) : 0
    const event = { done, total, reading: { rate, stopped: this.#stopping?.signal.aborted ?? false } }
    if (total >= WORTH_TELLING) this.#now = done < total ? event : undefined
    return event
  }

  end(): void {
    this.#stopping = undefined
    if (!this.isStopped) this.#now = undefined
  }

  /** @returns how far it came; undefined when nothing is being read */
  stop(): ProgressEvent | undefined {
    if (this.#stopping === undefined || this.#now === undefined) return undefined
    this.#stopping.abort()
    this.#now = { ...this.#now, reading: { rate: this.#now.reading?.rate ?? 0, stopped: true } }
    return this.#now
  }

  /** Whether there was one that was stopped. */
  forget(): boolean {
    const was = this.isStopped
    this.#now = undefined
    return was
  }
}

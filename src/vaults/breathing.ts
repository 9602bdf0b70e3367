import { setImmediate } from 'node:timers/promises'

/** Long enough that pausing costs nothing, short enough that nobody who waits meanwhile feels it. */
const BREATH_MILLISECONDS = 8

/** Lets the rest of the program run now and then during long synchronous work. */
export class Breather {
  #since = performance.now()

  /** Whether the work has gone on for so long that it should pause. */
  get isDue(): boolean {
    return performance.now() - this.#since >= BREATH_MILLISECONDS
  }

  async breathe(): Promise<void> {
    if (!this.isDue) return
    await setImmediate()
    this.#since = performance.now()
  }
}

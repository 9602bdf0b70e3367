import { setImmediate } from 'node:timers/promises'

/** Long enough that pausing costs nothing, short enough that nobody who waits meanwhile feels it. */
const BREATH_MILLISECONDS = 8
/** Whoever keeps the work waiting for long keeps others waiting too, who feel so much more of it not at all. */
const LONGEST_MILLISECONDS = 100

/** How long work may go on after it had to wait, so that it comes to an end however much else there is to do. Milliseconds. */
export function sliceAfter(waited: number, usual: number): number {
  return Math.max(usual, Math.min(waited / 3, LONGEST_MILLISECONDS))
}

/** Lets the rest of the program run now and then during long synchronous work. */
export class Breather {
  #since = performance.now()
  #slice = BREATH_MILLISECONDS

  /** Whether the work has gone on for so long that it should pause. */
  get isDue(): boolean {
    return performance.now() - this.#since >= this.#slice
  }

  async breathe(): Promise<void> {
    if (!this.isDue) return
    const paused = performance.now()
    await setImmediate()
    this.#since = performance.now()
    this.#slice = sliceAfter(this.#since - paused, BREATH_MILLISECONDS)
  }
}

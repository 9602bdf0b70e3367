import { setTimeout } from 'node:timers/promises'
import { sliceAfter } from './breathing.ts'

/** Short enough that a key is not kept waiting. */
const SLICE_MILLISECONDS = 4
/** Long enough that two thirds of the core are left to others. */
const PAUSE_MILLISECONDS = 8

/** Cuts work that nobody waits for into slices, and counts the processor time that it takes. */
export class Slices {
  #begun = performance.now()
  #spent = process.threadCpuUsage()
  #cost = 0
  #slice = SLICE_MILLISECONDS

  get isOver(): boolean {
    return performance.now() - this.#begun >= this.#slice
  }

  async pause(): Promise<void> {
    this.#count()
    const paused = performance.now()
    await setTimeout(PAUSE_MILLISECONDS)
    this.#slice = sliceAfter(performance.now() - paused - PAUSE_MILLISECONDS, SLICE_MILLISECONDS)
    this.#spent = process.threadCpuUsage()
    this.#begun = performance.now()
  }

  /** @returns processor time in milliseconds, of this work alone */
  end(): number {
    this.#count()
    return this.#cost
  }

  #count(): void {
    const { user, system } = process.threadCpuUsage(this.#spent)
    this.#cost += (user + system) / 1000
  }
}

import { setTimeout } from 'node:timers/promises'

/** Whoever waits for another answer comes between two turns, so long at most. Milliseconds. */
const LONGEST_REST = 100

/**
 * Work that anybody may ask for at any length, one after the other. After each there is a rest as long as the work was, so that however
 * much is asked at once, half of the time is left for all else.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** @param signal work that nobody waits for any more is left out. @throws what `work` throws, or the signal's reason */
  take<T>(work: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = this.#last.then(async () => {
      signal?.throwIfAborted()
      const start = performance.now()
      try {
        return { value: await work(), took: performance.now() - start }
      } catch (error) {
        return { error, took: performance.now() - start }
      }
    })
    this.#last = turn.then(
      ({ took }) => setTimeout(Math.min(took, LONGEST_REST)),
      () => {},
    )
    return turn.then((outcome) => {
      if ('error' in outcome) throw outcome.error
      return outcome.value
    })
  }
}

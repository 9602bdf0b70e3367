import { setTimeout } from 'node:timers/promises'

/** Whoever waits for another answer comes between two turns, so long at most. Milliseconds. */
const LONGEST_REST = 100
/** The same while the vault has much that is new: else a search of many notes, asked for again and again, keeps it from being taken in. */
const LONGEST_REST_BEHIND = 2000

/**
 * Work that anybody may ask for at any length, one after the other. After each there is a rest as long as the work was, so that however
 * much is asked at once, half of the time is left for all else.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve()
  readonly #isBehind: () => boolean

  /** @param isBehind whether much else is to be done */
  constructor(isBehind: () => boolean = () => false) {
    this.#isBehind = isBehind
  }

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
      ({ took }) => setTimeout(Math.min(took, this.#isBehind() ? LONGEST_REST_BEHIND : LONGEST_REST)),
      () => {},
    )
    return turn.then((outcome) => {
      if ('error' in outcome) throw outcome.error
      return outcome.value
    })
  }
}

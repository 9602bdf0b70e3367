import type { NotePath } from '../core/note.ts'
import type { Sweep } from './sweep.ts'

/** The share of a core that sweeping may take: one in so many, so that it stays under a hundredth. */
const SHARE = 110

export interface Pace {
  /** Between the beginnings of two looks, where each change is watched as well. Milliseconds. */
  readonly atLeast: number
  /** The same where nothing is watched. */
  readonly atLeastAlone: number
  /** Whatever a look takes, so that what no watcher told is found within half a minute. */
  readonly atMost: number
}

export const PACE: Pace = { atLeast: 10_000, atLeastAlone: 2000, atMost: 27_000 }

/** How long to wait after the beginning of a look. @param cost of that look, in milliseconds of processor time */
export function pauseAfter(cost: number, isWatched: boolean, { atLeast, atLeastAlone, atMost }: Pace): number {
  return Math.min(Math.max(cost * SHARE, isWatched ? atLeast : atLeastAlone), atMost)
}

export interface SweeperOptions {
  readonly pace: Pace
  /** Whether a watcher tells of changes as well. */
  readonly isWatched: () => boolean
  readonly isOnBattery: () => boolean
  readonly onChange: (paths: readonly NotePath[] | undefined) => void
  /** The vault is there again, perhaps as another folder of the same name. */
  readonly onBack: () => void
}

/** Looks through a vault again and again, the more seldom the longer it takes, and not while the computer lives on its battery. */
export class Sweeper {
  readonly #sweep: Sweep
  readonly #options: SweeperOptions
  #timer: NodeJS.Timeout | undefined
  #isAway = false
  #isStopped = false

  constructor(sweep: Sweep, options: SweeperOptions) {
    this.#sweep = sweep
    this.#options = options
    this.#schedule(options.pace.atLeastAlone)
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #schedule(milliseconds: number): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => void this.#tick(), milliseconds).unref()
  }

  async #tick(): Promise<void> {
    const { pace, isWatched, isOnBattery } = this.#options
    const begun = performance.now()
    const cost = isOnBattery() ? 0 : await this.#look()
    const pause = pauseAfter(cost, isWatched() && !this.#isAway, pace)
    this.#schedule(Math.max(0, pause - (performance.now() - begun)))
  }

  async #look(): Promise<number> {
    const { onBack, onChange } = this.#options
    try {
      const { changed, cost } = await this.#sweep.look()
      if (this.#isStopped) return cost
      if (this.#isAway) onBack()
      this.#isAway = false
      if (changed === undefined || changed.length > 0) onChange(changed)
      return cost
    } catch {
      // Whoever compares now hears why it cannot be done, once.
      if (!this.#isAway && !this.#isStopped) onChange(undefined)
      this.#isAway = true
      return 0
    }
  }
}

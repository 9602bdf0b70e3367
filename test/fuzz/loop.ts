import { Mutator, seeded } from './mutate.ts'

export const LONGEST = 3000

export interface FuzzerOptions {
  /** How often each place of the program was passed, since they were set to nothing. */
  readonly counters: Uint32Array
  readonly words: readonly string[]
  readonly seeds: readonly string[]
  readonly seconds: number
  readonly seed: number
  /** Processor time that a text may take, counted program and all. Milliseconds. */
  readonly patience?: number
  /** After so many kinds of failures it ends. */
  readonly mostFailures?: number
  /** Fails by throwing. */
  attempt(text: string): Promise<void>
  /** Told of each text before it is tried. */
  tell(text: string): void
}

export interface Failure {
  readonly text: string
  readonly message: string
}

export interface Outcome {
  readonly tries: number
  /** Texts that did something no earlier one did. */
  readonly kept: number
  /** Places of the program that were reached. */
  readonly reached: number
  readonly failures: readonly Failure[]
  /** The texts that made the most steps for their length, and those that took the most processor time (milliseconds). */
  readonly hardest: { readonly text: string; readonly steps: number }
  readonly slowest: { readonly text: string; readonly milliseconds: number }
}

const PATIENCE = 1500
const MOST_FAILURES = 20

/** Keeps each text that takes a branch no other took, or takes one twice as often, and makes new texts of those it kept. */
export class Fuzzer {
  readonly #options: FuzzerOptions
  readonly #random: () => number
  readonly #mutator: Mutator
  readonly #kept: string[] = []
  /** For each counter which powers of two have been seen, as bits. */
  readonly #seen: Uint32Array
  readonly #failures = new Map<string, Failure>()
  #tries = 0
  #hardest = { text: '', steps: 0 }
  #slowest = { text: '', milliseconds: 0 }

  constructor(options: FuzzerOptions) {
    this.#options = options
    this.#seen = new Uint32Array(options.counters.length)
    this.#random = seeded(options.seed)
    this.#mutator = new Mutator(this.#random, options.words, LONGEST)
  }

  async run(): Promise<Outcome> {
    const end = performance.now() + this.#options.seconds * 1000
    for (const text of this.#options.seeds) await this.#try(text.slice(0, LONGEST))
    if (this.#kept.length === 0) this.#kept.push('')
    while (performance.now() < end && this.#failures.size < (this.#options.mostFailures ?? MOST_FAILURES))
      await this.#try(this.#mutator.mutate(this.#any(), this.#any()))
    return {
      tries: this.#tries,
      kept: this.#kept.length,
      reached: this.#seen.filter((bits) => bits !== 0).length,
      failures: [...this.#failures.values()],
      hardest: this.#hardest,
      slowest: this.#slowest,
    }
  }

  /** The younger ones more often: they have been tried less. */
  #any(): string {
    const at = Math.max(this.#random(), this.#random())
    return this.#kept[Math.floor(at * this.#kept.length)] ?? ''
  }

  async #try(text: string): Promise<void> {
    const message = await this.#attempt(text)
    const isNew = this.#look(text)
    if (message === undefined) {
      if (isNew) this.#kept.push(text)
      return
    }
    const kind = kindOf(message)
    if (this.#failures.has(kind)) return
    const least = await this.#shorten(text, kind)
    this.#failures.set(kind, { text: least, message: (await this.#attempt(least)) ?? message })
  }

  /** @returns what went wrong */
  async #attempt(text: string): Promise<string | undefined> {
    this.#options.counters.fill(0)
    this.#options.tell(text)
    this.#tries++
    const before = process.threadCpuUsage()
    try {
      await this.#options.attempt(text)
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    const { user, system } = process.threadCpuUsage(before)
    const milliseconds = (user + system) / 1000
    if (milliseconds > this.#slowest.milliseconds) this.#slowest = { text, milliseconds }
    return milliseconds > (this.#options.patience ?? PATIENCE) ? `It took ${Math.round(milliseconds)} ms` : undefined
  }

  #look(text: string): boolean {
    const { counters } = this.#options
    let isNew = false
    let steps = 0
    for (let at = 0; at < counters.length; at++) {
      const times = counters[at] as number
      if (times === 0) continue
      steps += times
      const bit = 1 << (31 - Math.clz32(times))
      if ((this.#seen[at] as number) & bit) continue
      this.#seen[at] = (this.#seen[at] as number) | bit
      isNew = true
    }
    if (steps / (text.length + 100) > this.#hardest.steps / (this.#hardest.text.length + 100)) {
      this.#hardest = { text, steps }
      return true
    }
    return isNew
  }

  /** Cuts pieces off as long as it fails in the same way. */
  async #shorten(text: string, kind: string): Promise<string> {
    let least = text
    for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
      for (let at = 0; at < least.length; ) {
        const shorter = least.slice(0, at) + least.slice(at + size)
        const message = await this.#attempt(shorter)
        if (message !== undefined && kindOf(message) === kind) least = shorter
        else at += size
      }
    return least
  }
}

/** Failures of one kind have the same words, but for numbers and what is quoted, at the same place. */
function kindOf(message: string): string {
  const [words = ''] = message.split('\n', 1)
  const place = /\n\s+at (?!holds|same|within|inOrder|keepsBody)(\S+)/.exec(message)?.[1] ?? ''
  return `${words.replace(/\d+|".*"/g, '')} ${place}`
}

import { ByteWriter } from './bytes.ts'
import type { Part } from './holding.ts'
import type { Run } from './run.ts'

export interface TermBytes extends Part {
  readonly term: string
}

/**
 * The terms of several runs in the order of code units, each with its parts one after the other.
 * @param runs in the order of their notes' numbers
 * The bytes are valid until the next term is asked for.
 */
export function* mergeRuns(runs: readonly Run[]): Iterable<TermBytes> {
  const occurring = new Occurring(runs)
  const postings = new ByteWriter(1 << 12)
  const positions = new ByteWriter(1 << 12)
  for (const term of occurring.terms()) {
    postings.clear()
    positions.clear()
    occurring.copy(term, postings, positions)
    yield { term, postings: postings.written(), positions: positions.written() }
  }
}

const NONE = -1

/** Where terms occur in some runs: a chain of numbers for each, since arrays and views of their own would be most of the work. */
class Occurring {
  readonly #runs: readonly Run[]
  /** Of each place in a run which run that is, the place, and the next of the same term. */
  readonly #run: Uint32Array
  readonly #place: Uint32Array
  readonly #next: Int32Array
  /** The first and the last of each term. */
  readonly #ends = new Map<string, { readonly first: number; last: number }>()

  constructor(runs: readonly Run[]) {
    const total = runs.reduce((sum, { postingEnds }) => sum + postingEnds.length, 0)
    this.#runs = runs
    this.#run = new Uint32Array(total)
    this.#place = new Uint32Array(total)
    this.#next = new Int32Array(total).fill(NONE)
    let at = 0
    for (const [nth, { terms, postingEnds }] of runs.entries()) {
      if (postingEnds.length === 0) continue
      for (const [place, term] of terms.split('\n').entries()) {
        this.#run[at] = nth
        this.#place[at] = place
        this.#chain(term, at++)
      }
    }
  }

  #chain(term: string, at: number): void {
    const ends = this.#ends.get(term)
    if (ends === undefined) this.#ends.set(term, { first: at, last: at })
    else {
      this.#next[ends.last] = at
      ends.last = at
    }
  }

  terms(): string[] {
    return [...this.#ends.keys()].sort()
  }

  copy(term: string, postings: ByteWriter, positions: ByteWriter): void {
    for (let at = this.#ends.get(term)?.first ?? NONE; at !== NONE; at = this.#next[at] as number) {
      const run = this.#runs[this.#run[at] as number] as Run
      const place = this.#place[at] as number
      postings.copy(run.postings, run.postingEnds[place - 1] ?? 0, run.postingEnds[place] as number)
      positions.copy(run.positions, run.positionEnds[place - 1] ?? 0, run.positionEnds[place] as number)
    }
  }
}

import type { Run } from './run.ts'

/** The bytes of one term of a run, as `Run` describes them. */
export interface Part {
  readonly postings: Uint8Array
  readonly positions: Uint8Array
}

/** Where each term stands in several runs: as numbers, since a view of each term's bytes would take ten times the memory of the bytes. */
export class Holding {
  readonly #runs: Omit<Run, 'terms'>[] = []
  /** For each term the runs that have it, each with its place there. */
  readonly #places = new Map<string, number[]>()

  /** @param run whose notes have higher numbers than those of the runs before */
  add({ terms, ...run }: Run): void {
    const nth = this.#runs.push(run) - 1
    if (run.postingEnds.length === 0) return
    for (const [place, term] of terms.split('\n').entries()) {
      const places = this.#places.get(term)
      if (places === undefined) this.#places.set(term, [nth, place])
      else places.push(nth, place)
    }
  }

  terms(): Iterable<string> {
    return this.#places.keys()
  }

  /** One for each run that has the term. */
  parts(term: string): Part[] {
    return this.#each(term, ({ postings, postingEnds, positions, positionEnds }, place) => ({
      postings: postings.subarray(postingEnds[place - 1] ?? 0, postingEnds[place]),
      positions: positions.subarray(positionEnds[place - 1] ?? 0, positionEnds[place]),
    }))
  }

  /** Bytes of the term's postings. */
  weight(term: string): number {
    const sizes = this.#each(
      term,
      ({ postingEnds }, place) => (postingEnds[place] as number) - (postingEnds[place - 1] ?? 0),
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  #each<T>(term: string, of: (run: Omit<Run, 'terms'>, place: number) => T): T[] {
    const places = this.#places.get(term) ?? []
    return Array.from({ length: places.length / 2 }, (_, nth) =>
      of(this.#runs[places[2 * nth] as number] as Omit<Run, 'terms'>, places[2 * nth + 1] as number),
    )
  }
}

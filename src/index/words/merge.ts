import { ByteWriter } from './bytes.ts'
import type { Run } from './run.ts'

/** One term's bytes, as `Run` describes them. */
export interface TermBytes {
  readonly term: string
  readonly postings: Uint8Array
  readonly positions: Uint8Array
}

/**
 * The terms of several runs in the order of code units, each with its parts one after the other.
 * @param runs in the order of their notes' numbers
 * The bytes are valid until the next term is asked for.
 */
export function* mergeRuns(runs: readonly Run[]): Iterable<TermBytes> {
  const holding = gather(runs)
  const postings = new ByteWriter(1 << 12)
  const positions = new ByteWriter(1 << 12)
  for (const term of [...holding.keys()].sort()) {
    postings.clear()
    positions.clear()
    const places = holding.get(term) as readonly number[]
    for (let i = 0; i < places.length; i += 2) {
      const run = runs[places[i] as number] as Run
      const part = partOf(run, places[i + 1] as number)
      postings.append(part.postings)
      positions.append(part.positions)
    }
    yield { term, postings: postings.written(), positions: positions.written() }
  }
}

/** For each term the runs that have it, each with its place there. */
function gather(runs: readonly Run[]): Map<string, number[]> {
  const holding = new Map<string, number[]>()
  for (const [nth, run] of runs.entries()) {
    for (const [place, term] of termsOf(run).entries()) {
      const places = holding.get(term)
      if (places === undefined) holding.set(term, [nth, place])
      else places.push(nth, place)
    }
  }
  return holding
}

export function termsOf({ terms, postingEnds }: Run): readonly string[] {
  return postingEnds.length === 0 ? [] : terms.split('\n')
}

/** The bytes of one term of a run. */
export function partOf(run: Run, place: number): Omit<TermBytes, 'term'> {
  return {
    postings: run.postings.subarray(run.postingEnds[place - 1] ?? 0, run.postingEnds[place]),
    positions: run.positions.subarray(run.positionEnds[place - 1] ?? 0, run.positionEnds[place]),
  }
}

import { ByteWriter } from './bytes.ts'
import { Holding, type Part } from './holding.ts'
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
  const holding = new Holding()
  for (const run of runs) holding.add(run)
  const postings = new ByteWriter(1 << 12)
  const positions = new ByteWriter(1 << 12)
  for (const term of [...holding.terms()].sort()) {
    postings.clear()
    positions.clear()
    for (const part of holding.parts(term)) {
      postings.append(part.postings)
      positions.append(part.positions)
    }
    yield { term, postings: postings.written(), positions: positions.written() }
  }
}

import type { Doc } from './corpus.ts'

export interface Scored {
  readonly doc: Doc
  readonly score: number
}

/** Sums for notes by their numbers, in one array that is used again: a map of some ten thousand notes takes longer to fill than to ask. */
export class Scores {
  #sums = new Float64Array(1024)
  #touched = new Int32Array(1024)
  #count = 0

  /** @param part above zero */
  add(doc: Doc, part: number): void {
    if (doc >= this.#sums.length) this.#grow(doc)
    const before = this.#sums[doc] as number
    // Each note comes in once, so there is room.
    if (before === 0) this.#touched[this.#count++] = doc
    this.#sums[doc] = before + part
  }

  /** The highest, of equal ones those with the lower number first; all sums are nothing again then. */
  takeBest(limit: number): Scored[] {
    const best = new Best(limit)
    for (let at = 0; at < this.#count; at++) {
      const doc = this.#touched[at] as Doc
      best.offer(doc, this.#sums[doc] as number)
      this.#sums[doc] = 0
    }
    this.#count = 0
    return best.inOrder()
  }

  #grow(doc: Doc): void {
    const size = Math.max(doc + 1, Math.ceil(this.#sums.length * 1.5))
    const sums = new Float64Array(size)
    sums.set(this.#sums)
    this.#sums = sums
    const touched = new Int32Array(size)
    touched.set(this.#touched)
    this.#touched = touched
  }
}

/** The highest of many, without putting all in order: a heap with the lowest of those kept on top. */
class Best {
  readonly #limit: number
  readonly #heap: Scored[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(doc: Doc, score: number): void {
    if (this.#heap.length < this.#limit) {
      this.#heap.push({ doc, score })
      if (this.#heap.length === this.#limit) this.#heap.sort((a, b) => compare(b, a))
      return
    }
    const [lowest] = this.#heap
    // With no room at all nothing is kept.
    if (lowest === undefined || score < lowest.score || (score === lowest.score && doc > lowest.doc)) return
    this.#sink({ doc, score })
  }

  inOrder(): Scored[] {
    return this.#heap.sort(compare)
  }

  /** In the place of the lowest. */
  #sink(scored: Scored): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && compare(heap[child + 1] as Scored, heap[child] as Scored) > 0) child++
      if (compare(heap[child] as Scored, scored) <= 0) break
      heap[at] = heap[child] as Scored
      at = child
    }
    heap[at] = scored
  }
}

function compare(a: Scored, b: Scored): number {
  return b.score - a.score || a.doc - b.doc
}

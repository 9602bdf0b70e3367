import type { Random } from './random.ts'

/** Draws ranks from 0, each as often as Zipf's law says: rank r in proportion to 1 / (r + 1) ^ exponent. */
export class Zipf {
  readonly #sums: Float64Array

  constructor(size: number, exponent: number) {
    this.#sums = new Float64Array(size)
    let sum = 0
    for (let rank = 0; rank < size; rank++) {
      sum += 1 / (rank + 1) ** exponent
      this.#sums[rank] = sum
    }
  }

  draw(random: Random): number {
    const at = random.next() * (this.#sums.at(-1) ?? 0)
    let low = 0
    let high = this.#sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

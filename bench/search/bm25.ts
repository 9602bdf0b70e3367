import { wordsIn } from '../../src/core/words.ts'

/** Okapi BM25 over whole texts and nothing else: what a search has to be better than. Notes need not have all words. */
export class Bm25<K> {
  readonly #texts = new Map<K, ReadonlyMap<string, number>>()
  readonly #frequency = new Map<string, number>()
  readonly #lengths = new Map<K, number>()
  #words = 0

  put(key: K, text: string): void {
    this.remove(key)
    const terms = wordsIn(text).map(({ term }) => term)
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of counts.keys()) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1)
    this.#texts.set(key, counts)
    this.#lengths.set(key, terms.length)
    this.#words += terms.length
  }

  remove(key: K): void {
    for (const term of this.#texts.get(key)?.keys() ?? [])
      this.#frequency.set(term, (this.#frequency.get(term) as number) - 1)
    this.#words -= this.#lengths.get(key) ?? 0
    this.#texts.delete(key)
    this.#lengths.delete(key)
  }

  search(query: string, limit: number): K[] {
    const terms = [...new Set(wordsIn(query).map(({ term }) => term))]
    const mean = this.#words / Math.max(1, this.#texts.size)
    const scored: { readonly key: K; readonly score: number }[] = []
    for (const [key, counts] of this.#texts) {
      let score = 0
      for (const term of terms) {
        const times = counts.get(term) ?? 0
        const notes = this.#frequency.get(term) ?? 0
        const rarity = Math.log(1 + (this.#texts.size - notes + 0.5) / (notes + 0.5))
        score += (rarity * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * (this.#lengths.get(key) as number)) / mean))
      }
      if (score > 0) scored.push({ key, score })
    }
    const best = scored.sort((a, b) => b.score - a.score)
    return best.slice(0, limit).map(({ key }) => key)
  }
}

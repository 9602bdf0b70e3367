/** The same word once, however often it is said: rows bring a new string each time. */
export class Interned {
  readonly #words = new Map<string, string>()

  same(word: string | null): string | null {
    if (word === null) return null
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, word)
    return word
  }
}

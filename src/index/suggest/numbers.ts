/** From small numbers to small numbers, in a sixth of the memory of a Map; there is no order and no count. */
export class Numbers {
  /** One more than each; 0 where there is none. */
  #values = new Uint32Array(1024)

  get(key: number): number | undefined {
    const value = this.#values[key]
    return value === undefined || value === 0 ? undefined : value - 1
  }

  set(key: number, value: number): void {
    if (key >= this.#values.length) {
      const larger = new Uint32Array(Math.max(key + 1, Math.ceil(this.#values.length * 1.25)))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[key] = value + 1
  }

  delete(key: number): void {
    if (key < this.#values.length) this.#values[key] = 0
  }
}

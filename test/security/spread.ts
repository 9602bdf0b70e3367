const GOLDEN = (Math.sqrt(5) - 1) / 2

/** All items, each once, in an order of which any beginning has some from everywhere. */
export function* spread<T>(items: readonly T[]): Iterable<T> {
  let step = Math.max(1, Math.round(items.length * GOLDEN))
  while (greatestDivisor(step, items.length) > 1) step++
  for (let nth = 0, at = 0; nth < items.length; nth++, at = (at + step) % items.length) yield items[at] as T
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

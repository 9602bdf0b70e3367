/** The first of a list as sorted, without sorting all of it. */
export function bestOf<T>(items: Iterable<T>, limit: number, order: (a: T, b: T) => number): T[] {
  let best: T[] = []
  let worst: T | undefined
  for (const item of items) {
    if (worst !== undefined && order(item, worst) >= 0) continue
    best.push(item)
    if (best.length < limit * 2 + 100) continue
    best = best.sort(order).slice(0, limit)
    worst = best.at(-1)
  }
  return best.sort(order).slice(0, limit)
}

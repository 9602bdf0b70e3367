/** The least score that is among the best `limit`. */
export function leastOf(scores: Float64Array, limit: number): number {
  if (scores.length <= limit) return Number.NEGATIVE_INFINITY
  const best = new Float64Array(limit)
  let size = 0
  for (const value of scores) {
    if (size === limit && value <= (best[0] as number)) continue
    let at: number
    if (size < limit) {
      at = size++
      while (at > 0 && (best[(at - 1) >> 1] as number) > value) {
        best[at] = best[(at - 1) >> 1] as number
        at = (at - 1) >> 1
      }
    } else at = sink(best, value)
    best[at] = value
  }
  return best[0] as number
}

/** Where a value belongs that takes the place of the least of a full heap. */
function sink(heap: Float64Array, value: number): number {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) return at
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++
    if ((heap[child] as number) >= value) return at
    heap[at] = heap[child] as number
    at = child
  }
}

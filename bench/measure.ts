export interface Times {
  readonly median: number
  readonly p95: number
}

/** Runs something several times. Milliseconds. @param warmUp runs that do not count */
export async function measure(runs: number, run: (at: number) => unknown, warmUp = 0): Promise<Times> {
  for (let at = 0; at < warmUp; at++) await run(at)
  const times: number[] = []
  for (let at = 0; at < runs; at++) {
    const start = performance.now()
    await run(at)
    times.push(performance.now() - start)
  }
  return timesOf(times)
}

export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** `3.1 ms (p95 4.2)`; seconds from one on. */
export function showTimes({ median, p95 }: Times): string {
  return p95 > median * 1.05 ? `${showTime(median)} (p95 ${showTime(p95)})` : showTime(median)
}

function showTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
}

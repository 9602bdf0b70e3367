/** A figure at a time. */
export interface Sample {
  readonly hours: number
  readonly value: number
}

/** The straight line through the samples with the least squares. @returns what it rises in an hour, in percent of the mean */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, each) => sum + of(each), 0) / samples.length
  const hours = mean((sample) => sample.hours)
  const value = mean((sample) => sample.value)
  const rise = mean((sample) => (sample.hours - hours) * (sample.value - value))
  const run = mean((sample) => (sample.hours - hours) ** 2)
  return (100 * rise) / run / value
}

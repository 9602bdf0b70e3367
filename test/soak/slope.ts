/** A figure at a time. */
export interface Sample {
  readonly hours: number
  readonly value: number
  /** Only samples at the same place are compared; all of them, where none is given. */
  readonly place?: number | undefined
}

/**
 * The slope of straight lines with the least squares, one through the samples of each place, all equally steep: what only goes up and down from
 * place to place does not count. @returns what they rise in an hour, in percent of the mean
 */
export function slope(samples: readonly Sample[]): number {
  const places = [...Map.groupBy(samples, ({ place }) => place).values()].map(around)
  const sum = (of: (sample: Sample) => number): number => places.flat().reduce((total, each) => total + of(each), 0)
  const rise = sum(({ hours, value }) => hours * value)
  const run = sum(({ hours }) => hours ** 2)
  return (100 * rise) / run / mean(samples, ({ value }) => value)
}

/** The samples as seen from the middle of all of them. */
function around(samples: readonly Sample[]): Sample[] {
  const middle = { hours: mean(samples, ({ hours }) => hours), value: mean(samples, ({ value }) => value) }
  return samples.map(({ hours, value }) => ({ hours: hours - middle.hours, value: value - middle.value }))
}

function mean(samples: readonly Sample[], of: (sample: Sample) => number): number {
  return samples.reduce((sum, each) => sum + of(each), 0) / samples.length
}

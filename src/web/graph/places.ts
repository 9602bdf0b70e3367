/** Where notes stand in the picture: kept in this browser, so that the map stays the one that was learnt. */

type Places = Readonly<Record<string, readonly [number, number]>>

/** Of so many notes places are kept; a browser gives a page a few megabytes. */
const MOST = 20_000

/** @param map the vault and what of it is shown */
export function recallPlaces(map: string): Places {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(map)) ?? '{}') ?? {}) as Places
  } catch {
    return {}
  }
}

export function keepPlaces(map: string, paths: readonly string[], positions: Float32Array): void {
  const places: Record<string, readonly [number, number]> = {}
  for (const [at, path] of paths.slice(0, MOST).entries())
    places[path] = [Math.round(positions[at * 2] as number), Math.round(positions[at * 2 + 1] as number)]
  try {
    localStorage.setItem(keyOf(map), JSON.stringify(places))
  } catch {
    // No room, or none for us: the map is made anew next time.
  }
}

function keyOf(map: string): string {
  return `notly.graph.${map}`
}

/** The golden angle, in radians: a spiral with it fills a disc evenly (Vogel, "A better way to construct the sunflower head", 1979). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/**
 * A place for each note: the one it had; for a new one, beside a note that it links with and that has one, else on a spiral. Without
 * chance, so that the same notes always begin the same way.
 * @param links from and to of each link, in turn
 */
export function startingPlaces(paths: readonly string[], links: Int32Array, known: Places): Float32Array {
  const positions = new Float32Array(paths.length * 2)
  const near = neighboursWithPlaces(paths, links, known)
  for (const [at, path] of paths.entries()) {
    const [x, y] = known[path] ?? besides(near.get(at), at) ?? onSpiral(at)
    positions[at * 2] = x
    positions[at * 2 + 1] = y
  }
  return positions
}

/** @returns how many notes have no place yet */
export function countNew(paths: readonly string[], known: Places): number {
  return paths.filter((path) => known[path] === undefined).length
}

function onSpiral(at: number): readonly [number, number] {
  const radius = 12 * Math.sqrt(at + 0.5)
  return [radius * Math.cos(at * GOLDEN), radius * Math.sin(at * GOLDEN)]
}

function besides(place: readonly [number, number] | undefined, at: number): readonly [number, number] | undefined {
  return place && [place[0] + 9 * Math.cos(at * GOLDEN), place[1] + 9 * Math.sin(at * GOLDEN)]
}

function neighboursWithPlaces(
  paths: readonly string[],
  links: Int32Array,
  known: Places,
): ReadonlyMap<number, readonly [number, number]> {
  const near = new Map<number, readonly [number, number]>()
  for (let at = 0; at < links.length; at += 2) {
    const [from, to] = [links[at] as number, links[at + 1] as number]
    const [fromPlace, toPlace] = [known[paths[from] ?? ''], known[paths[to] ?? '']]
    if (toPlace !== undefined && !near.has(from)) near.set(from, toPlace)
    if (fromPlace !== undefined && !near.has(to)) near.set(to, fromPlace)
  }
  return near
}

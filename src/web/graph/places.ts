/** Where notes stand in the picture: kept with the vault, so that the map stays the one that was learnt. */
import type { MapAnswer } from '../../http/types.ts'

type Places = ReadonlyMap<string, readonly [number, number]>

/** As many as the server keeps for one picture. */
const MOST = 10_000

export function placesIn({ path, places }: MapAnswer): Places {
  return new Map(path.map((each, at) => [each, [places[at * 2] as number, places[at * 2 + 1] as number]]))
}

/**
 * The map as it is to be kept: the notes of the picture, and behind them those that had a place and are not in it now, because fewer
 * steps are shown.
 * @param positions x and y of each of `paths`, in turn
 */
export function mapOf(paths: readonly string[], positions: Float32Array, links: number, known: Places): MapAnswer {
  const shown = new Set(paths)
  const away = [...known].filter(([path]) => !shown.has(path)).slice(0, Math.max(0, MOST - paths.length))
  return {
    path: [...paths, ...away.map(([path]) => path)].slice(0, MOST),
    places: [...positions, ...away.flatMap(([, place]) => place)].slice(0, MOST * 2).map(Math.round),
    links,
  }
}

/** The golden angle, in radians: a spiral with it fills a disc evenly (Vogel, "A better way to construct the sunflower head", 1979). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/**
 * A place for each note: the one it had; for a new one, beside a note that it links with and that has one, else on a spiral. Without
 * chance, so that the same notes always begin the same way.
 * @param links from, to and relation of each link, in turn
 */
export function startingPlaces(paths: readonly string[], links: readonly number[], known: Places): Float32Array {
  const positions = new Float32Array(paths.length * 2)
  const near = neighboursWithPlaces(paths, links, known)
  for (const [at, path] of paths.entries()) {
    const [x, y] = known.get(path) ?? besides(near.get(at), at) ?? onSpiral(at)
    positions[at * 2] = x
    positions[at * 2 + 1] = y
  }
  return positions
}

/** @returns how many notes have no place yet */
export function countNew(paths: readonly string[], known: Places): number {
  return paths.filter((path) => !known.has(path)).length
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
  links: readonly number[],
  known: Places,
): ReadonlyMap<number, readonly [number, number]> {
  const near = new Map<number, readonly [number, number]>()
  for (let at = 0; at < links.length; at += 3) {
    const [from, to] = [links[at] as number, links[at + 1] as number]
    const [fromPlace, toPlace] = [known.get(paths[from] ?? ''), known.get(paths[to] ?? '')]
    if (toPlace !== undefined && !near.has(from)) near.set(from, toPlace)
    if (fromPlace !== undefined && !near.has(to)) near.set(to, fromPlace)
  }
  return near
}

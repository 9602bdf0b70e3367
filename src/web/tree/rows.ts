/** Tags or folders as a tree: what its rows are, from top to bottom. */

/** As the server gives them: each before those below it. */
export interface Place {
  /** `client/acme`. */
  readonly path: string
  readonly notes: number
  /** Notes in it or below it. */
  readonly all: number
}

export interface TreeRow extends Place {
  /** The last part of its path. */
  readonly name: string
  readonly level: number
  readonly isOpen: boolean
  readonly hasMore: boolean
  readonly at: number
  readonly of: number
}

/** From so few on, all of it is open at first. */
const FEW = 60

/**
 * The rows that are to be seen.
 * @param open paths of the open ones; undefined when nobody has opened or closed any yet
 * @param words only what has them, and what leads there
 * @param depth how many parts all paths begin with, of a tree below one place
 */
export function treeRows(
  places: readonly Place[],
  open: readonly string[] | undefined,
  words = '',
  depth = 0,
): TreeRow[] {
  const wanted = words.trim().toLowerCase()
  const shown = wanted === '' ? places : withPathsTo(places, ({ path }) => path.toLowerCase().includes(wanted))
  const isOpen = openIn(shown, wanted === '' ? open : shown.map(({ path }) => path))
  const rows: TreeRow[] = []
  const counts = siblings(shown, depth)
  let closed = Number.POSITIVE_INFINITY
  for (const [at, place] of shown.entries()) {
    const level = levelOf(place) - depth
    if (level > closed) continue
    const hasMore = levelOf(shown[at + 1]) - depth > level
    const opened = hasMore && isOpen(place.path)
    closed = opened ? Number.POSITIVE_INFINITY : level
    const name = place.path.slice(place.path.lastIndexOf('/') + 1)
    rows.push({ ...place, name, level, hasMore, isOpen: opened, ...(counts[at] as { at: number; of: number }) })
  }
  return rows
}

/** The open ones, with one opened or closed; what is open elsewhere stays so. */
export function toggled(
  places: readonly Place[],
  open: readonly string[] | undefined,
  path: string,
): readonly string[] {
  const isOpen = openIn(places, open)
  const here = places.map((place) => place.path)
  const elsewhere = open?.filter((each) => !here.includes(each)) ?? []
  const now = [...elsewhere, ...here.filter(isOpen)]
  return now.includes(path) ? now.filter((each) => each !== path) : [...now, path]
}

function openIn(places: readonly Place[], open: readonly string[] | undefined): (path: string) => boolean {
  if (open === undefined) return () => places.length <= FEW
  const known = new Set(open)
  return (path) => known.has(path)
}

function levelOf(place: Place | undefined): number {
  return place === undefined ? 0 : place.path.split('/').length
}

function withPathsTo(places: readonly Place[], isMeant: (place: Place) => boolean): Place[] {
  const kept: Place[] = []
  let above: Place[] = []
  for (const place of places) {
    above = [...above.slice(0, levelOf(place) - 1), place]
    if (isMeant(place)) for (const each of above) if (!kept.includes(each)) kept.push(each)
  }
  return kept
}

/** Which of how many under the same place each one is. */
function siblings(places: readonly Place[], depth: number): { at: number; of: number }[] {
  const groups: number[][] = []
  const open: number[][] = []
  const mine = places.map((place, index) => {
    const level = levelOf(place) - depth
    open.length = Math.min(open.length, level)
    const group = open[level - 1] ?? []
    if (open[level - 1] === undefined) groups.push(group)
    open[level - 1] = group
    return { group, at: group.push(index) }
  })
  return mine.map(({ group, at }) => ({ at, of: group.length }))
}

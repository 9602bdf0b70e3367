/** Where the parts of a graph that do not hang together stand: near one another, however far forces would drive them apart. No DOM. */

/** The notes of a part, by their places in the answer. */
type Part = readonly number[]

/** Directions around the largest part, in each of which it is known how far out something stands. */
const SECTORS = 720
/** Where the largest part reaches less far than this share of its greatest reach, others stay outside all the same: not among its links. */
const LEAST_REACH = 0.6
/** Between parts, as a share of how far the notes of the largest are from one another; and at least, as two linked notes are. */
const GAP = { share: 0.7, least: 6 }

/** @param links from and to of each link, in turn. @returns the notes that hang together, whichever way, the largest part first */
export function partsOf(notes: number, links: Int32Array): readonly Part[] {
  const root = Int32Array.from({ length: notes }, (_, note) => note)
  const rootOf = (note: number): number => {
    let at = note
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  for (let at = 0; at + 1 < links.length; at += 2) root[rootOf(links[at] as number)] = rootOf(links[at + 1] as number)
  const all = Array.from({ length: notes }, (_, note) => note)
  return [...Map.groupBy(all, rootOf).values()].sort((a, b) => b.length - a.length)
}

/**
 * Moves each part but the largest towards that one, in the direction in which it stands, until it is beside it or beside another; its own
 * shape stays. Whoever stands near already stays there, so that the map can be learnt.
 * @param positions x and y of each note, in turn; changed in place
 */
export function packParts([largest, ...others]: readonly Part[], positions: Float32Array): void {
  if (largest === undefined || others.length === 0) return
  const middle = discOf(largest, positions)
  const skyline = new Skyline(middle, largest, positions)
  const discs = others
    .map((part, at) => ({ part, size: part.length, at, ...towards(middle, discOf(part, positions), at) }))
    .sort((a, b) => b.size - a.size || a.away - b.away || a.at - b.at)
  for (const { part, disc, angle } of discs) {
    const away = skyline.stack(angle, disc.radius)
    const right = middle.x + away * Math.cos(angle) - disc.x
    const up = middle.y + away * Math.sin(angle) - disc.y
    for (const note of part) {
      positions[note * 2] = (positions[note * 2] as number) + right
      positions[note * 2 + 1] = (positions[note * 2 + 1] as number) + up
    }
  }
}

interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
}

function discOf(part: Part, positions: Float32Array): Disc {
  let [x, y, radius] = [0, 0, 0]
  for (const note of part) {
    x += (positions[note * 2] as number) / part.length
    y += (positions[note * 2 + 1] as number) / part.length
  }
  for (const note of part)
    radius = Math.max(radius, Math.hypot((positions[note * 2] as number) - x, (positions[note * 2 + 1] as number) - y))
  return { x, y, radius }
}

/** The golden angle, in radians: for parts that stand where the largest has its middle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

function towards(middle: Disc, disc: Disc, at: number): { disc: Disc; angle: number; away: number } {
  const [right, up] = [disc.x - middle.x, disc.y - middle.y]
  const away = Math.hypot(right, up)
  return { disc, away, angle: away < 1 ? at * GOLDEN : Math.atan2(up, right) }
}

/** How far out something stands around a middle, by direction. */
class Skyline {
  readonly #reach: Float64Array
  readonly #gap: number

  constructor({ x, y, radius }: Disc, part: Part, positions: Float32Array) {
    this.#reach = new Float64Array(SECTORS).fill(radius * LEAST_REACH)
    for (const note of part) {
      const [right, up] = [(positions[note * 2] as number) - x, (positions[note * 2 + 1] as number) - y]
      this.#raise(sectorOf(Math.atan2(up, right)), Math.hypot(right, up))
    }
    const apart = radius * Math.sqrt(Math.PI / part.length)
    this.#gap = Math.max(GAP.least, apart * GAP.share)
  }

  /** Puts a disc as near as what stands in its direction lets it come. @returns how far its middle is from the middle */
  stack(angle: number, radius: number): number {
    const sector = sectorOf(angle)
    const own = radius + this.#gap
    let wide = 0
    let away = this.#at(sector) + own
    // The nearer it is, the more directions it covers.
    while (this.#wideOf(own, away) > wide) {
      wide++
      away = Math.max(away, this.#at(sector - wide) + own, this.#at(sector + wide) + own)
    }
    for (let at = sector - wide; at <= sector + wide; at++) this.#raise(at, away + radius)
    return away
  }

  /** So many sectors to either side does a disc cover. */
  #wideOf(own: number, away: number): number {
    return Math.ceil((Math.asin(Math.min(1, own / away)) / (2 * Math.PI)) * SECTORS)
  }

  #at(sector: number): number {
    return this.#reach[(sector + SECTORS) % SECTORS] as number
  }

  #raise(sector: number, reach: number): void {
    const at = (sector + SECTORS) % SECTORS
    this.#reach[at] = Math.max(this.#at(sector), reach)
  }
}

function sectorOf(angle: number): number {
  return Math.floor(((angle / (2 * Math.PI) + 1) % 1) * SECTORS)
}

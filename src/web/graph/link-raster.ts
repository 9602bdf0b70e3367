/** Links as thin lines, into plain memory: no graphics card, nothing that waits for one. */

/** Links that look alike: from and to of each, in turn, as places of notes. */
export type LinkGroup = Uint32Array<ArrayBuffer>

/** Red, green and blue from 0 to 255, and how much of it one line lays on, from 0 to 1. */
export type Paint = readonly [number, number, number, number]

export interface Raster {
  /** In pixels of the screen. */
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel, rows from the top. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
}

/** Where a point of the graph is seen, in pixels of the screen, as the six numbers of a CSS matrix. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A line lays so much on a pixel that it covers. */
const FULL = 16
/** Of more lines on one pixel no more is seen, in the same measure. */
const MOST = 4096

/**
 * @param places x and y of each note, in turn
 * @param groups what is drawn first lies under the others
 * @param paints for each group
 */
export function rasterise(
  { width, height }: Pick<Raster, 'width' | 'height'>,
  matrix: Matrix,
  places: Float32Array,
  groups: readonly LinkGroup[],
  paints: readonly Paint[],
): Raster {
  const seen = transformed(places, matrix)
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (const [at, ends] of groups.entries()) {
    const paint = paints[at]
    if (paint === undefined || ends.length === 0) continue
    const density = new Uint32Array(width * height)
    for (let link = 0; link < ends.length; link += 2) {
      const [from, to] = [(ends[link] as number) * 2, (ends[link + 1] as number) * 2]
      drawLine(
        density,
        width,
        height,
        seen[from] as number,
        seen[from + 1] as number,
        seen[to] as number,
        seen[to + 1] as number,
      )
    }
    layOn(pixels, density, paint)
  }
  return { width, height, pixels }
}

function transformed(places: Float32Array, [a, b, c, d, e, f]: Matrix): Float64Array {
  const seen = new Float64Array(places.length)
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] as number, places[at + 1] as number]
    seen[at] = a * x + c * y + e
    seen[at + 1] = b * x + d * y + f
  }
  return seen
}

/**
 * One pixel wide, shared out between the two pixels that each step lies between (Wu, "An efficient antialiasing technique", 1991). Plain
 * numbers and nothing made on the way: it runs for each of sixty thousand lines.
 */
function drawLine(
  density: Uint32Array,
  width: number,
  height: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  const isSteep = Math.abs(y2 - y1) > Math.abs(x2 - x1)
  // Along the longer side in whole pixels, across in parts of one.
  const isTurned = isSteep ? y1 > y2 : x1 > x2
  const start = isSteep ? (isTurned ? y2 : y1) : isTurned ? x2 : x1
  const end = isSteep ? (isTurned ? y1 : y2) : isTurned ? x1 : x2
  const across = isSteep ? (isTurned ? x2 : x1) : isTurned ? y2 : y1
  const acrossEnd = isSteep ? (isTurned ? x1 : x2) : isTurned ? y1 : y2
  const slope = end === start ? 0 : (acrossEnd - across) / (end - start)
  const length = isSteep ? height : width
  const breadth = isSteep ? width : height
  const step = isSteep ? width : 1
  const side = isSteep ? 1 : width
  const first = Math.max(0, Math.ceil(start))
  const last = Math.min(length - 1, Math.floor(end))
  let at = across + (first - start) * slope
  for (let along = first; along <= last; along++, at += slope) {
    const near = Math.floor(at)
    if (near < 0 || near >= breadth - 1) continue
    const further = ((at - near) * FULL + 0.5) | 0
    const pixel = along * step + near * side
    density[pixel] = (density[pixel] as number) + FULL - further
    density[pixel + side] = (density[pixel + side] as number) + further
  }
}

/** Each line over the ones before: what n of them leave of the ground is what one leaves, to the power of n. */
function layOn(pixels: Uint8ClampedArray, density: Uint32Array, [red, green, blue, strength]: Paint): void {
  const covers = Float64Array.from(
    { length: MOST + 1 },
    (_, lines) => 1 - (1 - Math.min(strength, 0.999)) ** (lines / FULL),
  )
  for (let pixel = 0; pixel < density.length; pixel++) {
    const lines = density[pixel] as number
    if (lines === 0) continue
    const over = covers[Math.min(lines, MOST)] as number
    const at = pixel * 4
    const under = ((pixels[at + 3] as number) / 255) * (1 - over)
    const both = over + under
    pixels[at] = (red * over + (pixels[at] as number) * under) / both
    pixels[at + 1] = (green * over + (pixels[at + 1] as number) * under) / both
    pixels[at + 2] = (blue * over + (pixels[at + 2] as number) * under) / both
    pixels[at + 3] = both * 255
  }
}

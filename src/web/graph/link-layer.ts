import type Sigma from 'sigma'
import { scriptUrl } from '../worker-url.ts'
import type { Colours } from './colours.ts'
import { eachLink } from './filter.ts'
import type { Drawing } from './graph-of.ts'
import { LINK_LOOKS, type LinkLook, lookOf } from './link-look.ts'
import type { LinkGroup, Paint } from './link-raster.ts'
import type { LinkNews, LinkRequest } from './link-worker.ts'
import workerUrl from './link-worker.ts?worker&url'
import { movement, viewOf } from './view.ts'

/** What lies under others first. */
const ORDER = (Object.keys(LINK_LOOKS) as LinkLook[]).toReversed()
/** So many links are drawn in full colour; of more each is paler, so that one sees where they are many. */
const FULL = 1500
/** While notes move to their places links rest this many times as long as drawing them takes, but no longer than that, in milliseconds. */
const REST = { share: 4, most: 2000 }

/** The links of a large picture: a layer of their own, which is drawn beside the page and shown when it is ready. */
export class LinkLayer {
  readonly canvas: HTMLCanvasElement
  readonly #sigma: Sigma
  readonly #colours: Colours
  readonly #worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
  readonly #count: number
  #places: Float32Array | undefined
  #isFaint = false
  /** For which view links were asked for, while they are being drawn. */
  #asked: DOMMatrix | undefined
  /** For which view the links that are seen were drawn. */
  #drawn: DOMMatrix | undefined
  #isWaiting = false
  /** When links were asked for, and until when notes that move must not ask again. Milliseconds of the page. */
  #askedAt = 0
  #restsUntil = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(sigma: Sigma, drawing: Drawing) {
    this.#sigma = sigma
    this.#colours = drawing.colours
    this.#places = drawing.positions.slice()
    this.#count = drawing.part.links.length / 3
    this.canvas = sigma.createCanvas('links', { beforeLayer: 'edges', style: { transformOrigin: '0 0' } })
    this.#tell({ kind: 'links', groups: groupsOf(drawing) })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LinkNews>) => this.#show(data.bitmap))
  }

  /** @param places x and y of each note, in turn */
  move(places: Float32Array): void {
    this.#places = places.slice()
  }

  set isFaint(isFaint: boolean) {
    if (isFaint === this.#isFaint) return
    this.#isFaint = isFaint
    this.draw()
  }

  /** Draws for the view of now, as soon as what is being drawn is done. */
  draw(): void {
    this.carry()
    const rest = this.#places === undefined ? 0 : this.#restsUntil - performance.now()
    if (this.#asked !== undefined) this.#isWaiting = true
    else if (rest > 0) this.#timer = setTimeout(() => this.draw(), rest)
    else this.#ask()
  }

  /** Brings the links that are drawn to where they belong now. */
  carry(): void {
    clearTimeout(this.#timer)
    if (this.#drawn === undefined) return
    this.canvas.style.transform = movement(this.#drawn, viewOf(this.#sigma)).toString()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#worker.terminate()
  }

  #ask(): void {
    const { width, height } = this.#sigma.getDimensions()
    const ratio = devicePixelRatio
    this.#asked = viewOf(this.#sigma)
    const { a, b, c, d, e, f } = this.#asked
    this.#askedAt = performance.now()
    this.#tell({
      kind: 'view',
      matrix: [a * ratio, b * ratio, c * ratio, d * ratio, e * ratio, f * ratio],
      width: Math.max(1, Math.round(width * ratio)),
      height: Math.max(1, Math.round(height * ratio)),
      paints: this.#paints(),
      places: this.#places,
    })
    this.#places = undefined
  }

  #show(bitmap: ImageBitmap): void {
    if (this.canvas.width !== bitmap.width) this.canvas.width = bitmap.width
    if (this.canvas.height !== bitmap.height) this.canvas.height = bitmap.height
    this.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
    this.#drawn = this.#asked
    this.#asked = undefined
    const took = performance.now() - this.#askedAt
    this.#restsUntil = performance.now() + Math.min(took * REST.share, REST.most)
    this.carry()
    if (!this.#isWaiting) return
    this.#isWaiting = false
    this.draw()
  }

  #paints(): Paint[] {
    const strength = Math.min(1, Math.sqrt(FULL / this.#count))
    return ORDER.map((look) => {
      if (this.#isFaint) return [...rgbOf(this.#colours.faint), strength / 2]
      return [...rgbOf(this.#colours.link(look)), look === 'plain' ? strength : Math.min(1, strength * 1.6)]
    })
  }

  #tell(request: LinkRequest): void {
    this.#worker.postMessage(request)
  }
}

function groupsOf({ answer, part }: Drawing): LinkGroup[] {
  const looks = answer.relations.map(lookOf)
  const groups = new Map<LinkLook, number[]>(ORDER.map((look) => [look, []]))
  eachLink(part.links, (from, to, relation) => groups.get(looks[relation] ?? 'plain')?.push(from, to))
  return [...groups.values()].map((group) => Uint32Array.from(group))
}

/** @param colour as a browser says it, `rgb(47, 92, 143)` */
function rgbOf(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue]
}

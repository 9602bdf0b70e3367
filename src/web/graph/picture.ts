/** The picture itself: Sigma draws what Graphology holds. No React. */
import { DirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram, NodeCircleProgram, type NodeProgramType } from 'sigma/rendering'
import type { CameraState } from 'sigma/types'
import { Around } from './around.ts'
import { Carrier } from './carrying.ts'
import { addLinks, addNotes, type Drawing, extentOf } from './graph-of.ts'
import type { KindShapes } from './kind-shapes.tsx'
import { spotOf, Titles } from './labels.ts'
import { LinkLayer } from './link-layer.ts'
import { pointByDistance } from './pointing.ts'

export interface PictureEvents {
  /** The pointer rests on a note, or leaves it. */
  onHover(note: number | undefined, at: DOMRect): void
  onChoose(note: number, at: DOMRect): void
}

/** What the reader looks for or at. */
export interface Look {
  /** The notes that a search found; all when undefined. */
  readonly found: ReadonlySet<number> | undefined
  /** Colours of communities instead of kinds, by note. */
  readonly communities: readonly string[] | undefined
}

/** Above so many links they are thin lines, drawn beside the page, and the picture is not drawn anew while the view moves. */
const MANY_LINKS = 4000
/** Of so many notes each is called by its title, however small it is. */
const FEW = 40
/** No title makes way for a smaller note. Pixels. */
const SEEN = 3
/** So long after the last movement the view is still. Milliseconds. */
const IN_HAND = 600
/** How long a step of zooming takes, and with no motion at all; of no time Sigma cannot say how much has passed. Milliseconds. */
const ZOOM = 150
const AT_ONCE = 1
/** Of Sigma's canvases those that move with the view. */
const DRAWN = ['nodes', 'labels', 'hovers'] as const
/** What Sigma clears at each drawing and nothing is drawn on in a large picture: each canvas costs time even when it is empty. */
const UNUSED = ['edges', 'edgeLabels', 'hoverNodes'] as const

/** Circles without the second picture that tells which note is where. */
const Circles: NodeProgramType = class extends NodeCircleProgram {
  constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, sigma: Sigma) {
    super(gl, null, sigma)
  }
}

export class Picture {
  readonly #sigma: Sigma
  readonly #graph = new DirectedGraph()
  readonly #drawing: Drawing
  readonly #titles: Titles
  readonly #around: Around
  readonly #links: LinkLayer | undefined
  readonly #carrier: Carrier | undefined
  #look: Look = { found: undefined, communities: undefined }
  #hovered: string | undefined
  #isClosed = false
  /** When the view last moved, in milliseconds of the page. */
  #movedAt = Number.NEGATIVE_INFINITY

  constructor(place: HTMLElement, drawing: Drawing, shapes: KindShapes, events: PictureEvents) {
    const { colours } = drawing
    this.#drawing = drawing
    this.#titles = new Titles(colours, shapes)
    const isLarge = drawing.part.links.length / 3 > MANY_LINKS
    addNotes(this.#graph, drawing)
    if (!isLarge) addLinks(this.#graph, drawing)
    const still = isStill()
    const duration = still ? AT_ONCE : ZOOM
    this.#sigma = new Sigma(this.#graph, place, {
      allowInvalidContainer: true,
      renderEdgeLabels: false,
      labelFont: colours.font,
      labelSize: 13,
      labelColor: { color: colours.ink },
      labelRenderedSizeThreshold: drawing.part.notes.length > FEW ? 4 : 0,
      labelDensity: isLarge ? 0.6 : 2,
      // What is thinner is drawn as a row of dots.
      minEdgeThickness: 1.4,
      antiAliasingFeather: 0.7,
      zoomDuration: duration,
      doubleClickZoomingDuration: duration,
      // Without motion the picture stays where it was let go.
      inertiaRatio: still ? 0 : 3,
      inertiaDuration: still ? AT_ONCE : 200,
      zIndex: true,
      nodeProgramClasses: { circle: Circles },
      nodeHoverProgramClasses: { circle: Circles },
      defaultEdgeType: 'line',
      edgeProgramClasses: { line: EdgeRectangleProgram },
      defaultDrawNodeLabel: this.#titles.take,
      defaultDrawNodeHover: this.#titles.drawHover,
    })
    this.#sigma.setCustomBBox(extentOf(drawing.frame, drawing.positions))
    this.#sigma.on('afterRender', () => this.#name())
    this.#around = new Around(this.#sigma, drawing, this.#titles, (note) => this.#colourOf(note))
    if (isLarge) {
      this.#links = new LinkLayer(this.#sigma, drawing)
      this.#carrier = this.#carry(this.#links)
    }
    pointByDistance(this.#sigma, () => (this.#isMoving ? (this.#hovered ?? null) : undefined))
    this.#listen(events)
    // For whoever measures how soon something is seen.
    this.#sigma.once('afterRender', () => performance.mark('graph drawn'))
  }

  /** @param positions x and y of each note of the answer, in turn */
  move(positions: Float32Array): void {
    if (this.#isClosed) return
    this.#links?.move(positions)
    this.#sigma.setCustomBBox(extentOf(this.#drawing.frame, positions))
    this.#graph.updateEachNodeAttributes(
      (note, data) => {
        data.x = positions[Number(note) * 2]
        data.y = positions[Number(note) * 2 + 1]
        return data
      },
      { attributes: ['x', 'y'] },
    )
  }

  /** Somebody drags or zooms: not the time for anything else. */
  get isInHand(): boolean {
    return performance.now() - this.#movedAt < IN_HAND
  }

  /** How far the view has come from all of the picture. */
  get view(): CameraState {
    return this.#sigma.getCamera().getState()
  }

  set view(view: CameraState) {
    this.#sigma.getCamera().setState(view)
  }

  look(look: Look): void {
    if (this.#isClosed) return
    this.#look = look
    if (this.#links) this.#links.isFaint = look.found !== undefined
    this.#dress()
  }

  zoom(by: 'in' | 'out' | 'all'): void {
    if (this.#isClosed) return
    const camera = this.#sigma.getCamera()
    const duration = isStill() ? AT_ONCE : ZOOM
    if (by === 'in') void camera.animatedZoom({ duration })
    else if (by === 'out') void camera.animatedUnzoom({ duration })
    else void camera.animatedReset({ duration })
  }

  /** Where each note stands and how it looks, by the note's place in the answer. */
  dots(): Map<number, { x: number; y: number; size: number; colour: string }> {
    return new Map(
      this.#graph.mapNodes((note, { x, y, size, color }) => [
        Number(note),
        { x: x as number, y: y as number, size: size as number, colour: color as string },
      ]),
    )
  }

  /** All layers as one bitmap, on paper. */
  toCanvas(): HTMLCanvasElement {
    this.#sigma.refresh()
    const layers = Object.entries(this.#sigma.getCanvases()).filter(([name]) => !/mouse|hover|around/i.test(name))
    const [, first] = layers[0] ?? []
    const canvas = document.createElement('canvas')
    canvas.width = first?.width ?? 0
    canvas.height = first?.height ?? 0
    const context = canvas.getContext('2d')
    if (context === null) return canvas
    context.fillStyle = this.#drawing.colours.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    for (const [, layer] of layers) if (layer.width > 0) context.drawImage(layer, 0, 0)
    return canvas
  }

  /** Whoever still holds it may go on asking; nothing is drawn any more. */
  close(): void {
    this.#isClosed = true
    this.#carrier?.close()
    this.#links?.close()
    this.#sigma.kill()
  }

  /** Icons in the notes that have room for them, then titles. */
  #name(): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d')
    if (context == null) return
    const spots = this.#graph.nodes().flatMap((note) => {
      const size = this.#sigma.scaleSize(this.#sigma.getNodeDisplayData(note)?.size)
      return size < SEEN ? [] : (spotOf(this.#sigma, note) ?? [])
    })
    for (const spot of spots) this.#titles.drawIcon(context, spot)
    this.#titles.draw(context, spots)
  }

  /** While it moves nobody points at anything: what was under the pointer before is held to stay there. */
  get #isMoving(): boolean {
    const mouse = this.#sigma.getMouseCaptor()
    return this.#carrier?.isCarrying === true || (mouse.isMouseDown && mouse.draggedEvents > 0)
  }

  #carry(links: LinkLayer): Carrier {
    const canvases = this.#sigma.getCanvases()
    const layers = [...DRAWN.map((name) => canvases[name] as HTMLCanvasElement), this.#around.canvas]
    for (const layer of layers) layer.style.transformOrigin = '0 0'
    for (const name of UNUSED) (canvases[name] as HTMLCanvasElement).style.display = 'none'
    this.#sigma.on('afterRender', () => links.draw())
    return new Carrier(this.#sigma, layers, () => links.carry())
  }

  /** Of its kind, or of what it hangs together with. */
  #colourOf(note: number): string {
    return this.#look.communities?.[note] ?? (this.#graph.getNodeAttribute(String(note), 'color') as string)
  }

  #dressNote(note: string, data: Record<string, unknown>): Record<string, unknown> {
    const { found } = this.#look
    const color = this.#colourOf(Number(note))
    if (found === undefined) return { ...data, color }
    if (found.has(Number(note))) return { ...data, color, forceLabel: true, zIndex: 2 }
    return { ...data, color: this.#drawing.colours.faded, label: null, zIndex: 0 }
  }

  #listen({ onHover, onChoose }: PictureEvents): void {
    this.#sigma.on('enterNode', ({ node }) => {
      this.#point(node)
      onHover(Number(node), this.#boxOf(node))
    })
    this.#sigma.on('leaveNode', ({ node }) => {
      this.#point(undefined)
      onHover(undefined, this.#boxOf(node))
    })
    this.#sigma.getCamera().on('updated', () => {
      this.#movedAt = performance.now()
    })
    this.#sigma.on('clickNode', ({ node }) => onChoose(Number(node), this.#boxOf(node)))
  }

  #point(note: string | undefined): void {
    this.#hovered = note
    this.#sigma.getContainer().toggleAttribute('data-around', note !== undefined)
    this.#around.show(note === undefined ? undefined : Number(note))
  }

  /** Notes and links are dressed one by one only where one looks for some of them: most of the time all are as they are. */
  #dress(): void {
    const { found, communities } = this.#look
    const isDressed = found !== undefined || communities !== undefined
    const faint = this.#drawing.colours.faint
    this.#sigma.setSettings({
      nodeReducer: isDressed ? (note, data) => this.#dressNote(note, data) : null,
      edgeReducer: found === undefined ? null : (_, data) => ({ ...data, color: faint }),
    })
  }

  /** On the screen. */
  #boxOf(note: string): DOMRect {
    const data = this.#sigma.getNodeDisplayData(note)
    const outer = this.#sigma.getContainer().getBoundingClientRect()
    if (data === undefined) return outer
    const { x, y } = this.#sigma.framedGraphToViewport(data)
    const size = this.#sigma.scaleSize(data.size)
    return new DOMRect(outer.left + x - size, outer.top + y - size, size * 2, size * 2)
  }
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

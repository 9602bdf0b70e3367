/** The picture itself: Sigma draws what Graphology holds. No React. */
import { DirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering'
import type { Colours } from './colours.ts'
import { addLinks, addNotes, type Drawing, finish, makeInPauses } from './graph-of.ts'
import { drawHover, drawLabel } from './labels.ts'
import { askNothingWhileDragged } from './quiet-drag.ts'
import { isDrawnByProgram } from './renderer.ts'

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

/** Above so many links they are drawn as thin lines, and not at all while the picture moves. */
const MANY_LINKS = 4000
/** So long after the last movement the view is still. Milliseconds. */
const IN_HAND = 600

export class Picture {
  readonly #sigma: Sigma
  #graph = new DirectedGraph()
  readonly #colours: Colours
  readonly #isLarge: boolean
  #look: Look = { found: undefined, communities: undefined }
  #hovered: string | undefined
  #isClosed = false
  /** When the view last moved, in milliseconds of the page. */
  #movedAt = Number.NEGATIVE_INFINITY
  #near: ReadonlySet<string> = new Set()
  #stopLinking: () => void = () => {}
  #whenSettled: () => void = () => {}

  constructor(place: HTMLElement, drawing: Drawing, events: PictureEvents) {
    const { colours } = drawing
    this.#colours = colours
    const isLarge = drawing.part.links.length / 3 > MANY_LINKS
    this.#isLarge = isLarge
    finish(addNotes(this.#graph, drawing))
    if (!isLarge) finish(addLinks(this.#graph, drawing))
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#sigma = new Sigma(this.#graph, place, {
      allowInvalidContainer: true,
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      renderEdgeLabels: false,
      // Drawing all links again in the middle of a drag would hold it up.
      dragTimeout: isLarge ? 500 : 100,
      labelFont: colours.font,
      labelSize: 13,
      labelColor: { color: colours.ink },
      labelRenderedSizeThreshold: isLarge ? 7 : 4,
      labelDensity: 0.8,
      minEdgeThickness: 0.6,
      zoomDuration: still ? 0 : 150,
      inertiaDuration: still ? 0 : 200,
      zIndex: true,
      defaultEdgeType: isLarge ? 'thin' : 'line',
      edgeProgramClasses: { thin: EdgeLineProgram, line: EdgeRectangleProgram, arrow: EdgeArrowProgram },
      defaultDrawNodeLabel: drawLabel(colours),
      defaultDrawNodeHover: drawHover(colours),
    })
    askNothingWhileDragged(this.#sigma, () => this.#hovered)
    this.#listen(events)
    // For whoever measures how soon something is seen.
    this.#sigma.once('afterRender', () => performance.mark('graph drawn'))
    if (isLarge && !isDrawnByProgram()) this.#sigma.once('afterRender', () => this.#linkLater(drawing))
    else if (isLarge) this.#whenSettled = () => this.#linkLater(drawing)
  }

  /** @param positions x and y of each note, in turn, in the order in which the part has them */
  move(positions: Float32Array): void {
    if (this.#isClosed) return
    this.#graph.updateEachNodeAttributes(
      (_, data) => {
        data.x = positions[(data.at as number) * 2]
        data.y = positions[(data.at as number) * 2 + 1]
        return data
      },
      { attributes: ['x', 'y'] },
    )
  }

  /** The notes have come to their places. */
  settle(): void {
    if (!this.#isClosed) this.#whenSettled()
    this.#whenSettled = () => {}
  }

  /** Somebody drags or zooms: not the time for anything else. */
  get isInHand(): boolean {
    return performance.now() - this.#movedAt < IN_HAND
  }

  look(look: Look): void {
    if (this.#isClosed) return
    this.#look = look
    this.#dress()
  }

  zoom(by: 'in' | 'out' | 'all'): void {
    if (this.#isClosed) return
    const camera = this.#sigma.getCamera()
    if (by === 'in') void camera.animatedZoom()
    else if (by === 'out') void camera.animatedUnzoom()
    else void camera.animatedReset()
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
    const layers = Object.entries(this.#sigma.getCanvases()).filter(([name]) => !/mouse|hover/i.test(name))
    const [, first] = layers[0] ?? []
    const canvas = document.createElement('canvas')
    canvas.width = first?.width ?? 0
    canvas.height = first?.height ?? 0
    const context = canvas.getContext('2d')
    if (context === null) return canvas
    context.fillStyle = this.#colours.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    for (const [, layer] of layers) if (layer.width > 0) context.drawImage(layer, 0, 0)
    return canvas
  }

  /** Whoever still holds it may go on asking; nothing is drawn any more. */
  close(): void {
    this.#isClosed = true
    this.#stopLinking()
    this.#sigma.kill()
  }

  /** So many links take a second to be taken in: the notes are seen first. */
  #linkLater(drawing: Drawing): void {
    this.#stopLinking = makeInPauses(
      drawing,
      () => this.isInHand,
      (whole) => {
        // Where the notes came to meanwhile.
        whole.updateEachNodeAttributes((note, data) => ({ ...data, ...placeIn(this.#graph, note) }), {
          attributes: ['x', 'y'],
        })
        this.#graph = whole
        this.#sigma.setGraph(whole)
      },
    )
  }

  #dressNote(note: string, data: Record<string, unknown>): Record<string, unknown> {
    const { found, communities } = this.#look
    const color = communities?.[Number(note)] ?? data.color
    const isLit = this.#hovered === undefined ? true : this.#near.has(note)
    const isFound = found === undefined || found.has(Number(note))
    if (isLit && isFound) return { ...data, color, ...(found === undefined ? {} : { forceLabel: true, zIndex: 2 }) }
    return { ...data, color: this.#colours.faded, label: null, zIndex: 0 }
  }

  #dressLink(link: string, data: Record<string, unknown>): Record<string, unknown> {
    if (this.#hovered === undefined)
      return this.#look.found === undefined ? data : { ...data, color: this.#colours.faint }
    const [from, to] = this.#graph.extremities(link)
    if (from !== this.#hovered && to !== this.#hovered) return { ...data, hidden: true }
    return { ...data, ...(this.#isLarge ? {} : { type: 'arrow' }), size: 2, color: this.#colours.accent, zIndex: 3 }
  }

  #listen({ onHover, onChoose }: PictureEvents): void {
    this.#sigma.on('enterNode', ({ node }) => {
      this.#hovered = node
      this.#near = new Set([node, ...this.#graph.neighbors(node)])
      this.#dress()
      onHover(Number(node), this.#boxOf(node))
    })
    this.#sigma.on('leaveNode', ({ node }) => {
      this.#hovered = undefined
      this.#dress()
      onHover(undefined, this.#boxOf(node))
    })
    this.#sigma.getCamera().on('updated', () => {
      this.#movedAt = performance.now()
    })
    this.#sigma.on('clickNode', ({ node }) => onChoose(Number(node), this.#boxOf(node)))
  }

  /** Notes and links are dressed one by one only where one looks at some of them: most of the time all are as they are. */
  #dress(): void {
    const { found, communities } = this.#look
    const isDressed = this.#hovered !== undefined || found !== undefined || communities !== undefined
    this.#sigma.setSetting('nodeReducer', isDressed ? (note, data) => this.#dressNote(note, data) : null)
    this.#sigma.setSetting('edgeReducer', isDressed ? (link, data) => this.#dressLink(link, data) : null)
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

function placeIn(graph: DirectedGraph, note: string): { readonly x: number; readonly y: number } {
  return { x: graph.getNodeAttribute(note, 'x') as number, y: graph.getNodeAttribute(note, 'y') as number }
}

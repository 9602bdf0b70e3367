import type Sigma from 'sigma'
import { eachLink } from './filter.ts'
import type { Drawing } from './graph-of.ts'
import { labelDrawer } from './labels.ts'
import { LINK_LOOKS, type LinkLook, lookOf } from './link-look.ts'

/** Of the notes around one so many are called by their titles, the largest first. */
const NAMED = 12
/** An arrow's head, in pixels. */
const HEAD = { length: 9, width: 4 }
/** Of more links than this the heads would cover one another at the note: they stand in the middle of their links. */
const CROWD = 16

interface Spot {
  readonly x: number
  readonly y: number
  readonly size: number
}

interface OwnLink {
  readonly other: number
  readonly isOut: boolean
  readonly look: LinkLook
}

/**
 * What one note hangs together with, over the rest of the picture: its links with their direction, and the notes at their ends. Drawn by
 * itself, so that pointing at a note does not have ten thousand others drawn anew.
 */
export class Around {
  readonly #sigma: Sigma
  readonly #drawing: Drawing
  readonly #canvas: HTMLCanvasElement
  #note: number | undefined

  constructor(sigma: Sigma, drawing: Drawing) {
    this.#sigma = sigma
    this.#drawing = drawing
    this.#canvas = sigma.createCanvas('around', { beforeLayer: 'hovers', style: { pointerEvents: 'none' } })
    sigma.on('afterRender', () => this.#draw())
  }

  get canvas(): HTMLCanvasElement {
    return this.#canvas
  }

  /** @param note by its place in the answer; undefined for none */
  show(note: number | undefined): void {
    this.#note = note
    this.#draw()
  }

  #draw(): void {
    const note = this.#note
    if (note === undefined) {
      if (this.#canvas.width !== 0) this.#canvas.width = 0
      return
    }
    const context = this.#clear()
    const spot = this.#spotOf(note)
    if (context === null || spot === undefined) return
    const others = this.#drawLinks(context, note, spot)
    const spots = [...others].flatMap((other) => {
      const own = this.#spotOf(other)
      return own === undefined ? [] : [{ other, own }]
    })
    for (const { other, own } of spots) this.#drawNote(context, other, own)
    this.#drawNote(context, note, spot)
    const named = spots.sort((a, b) => b.own.size - a.own.size).slice(0, NAMED)
    for (const { other, own } of named) this.#drawTitle(context, other, own)
  }

  #clear(): CanvasRenderingContext2D | null {
    const { width, height } = this.#sigma.getDimensions()
    this.#canvas.width = width * devicePixelRatio
    this.#canvas.height = height * devicePixelRatio
    const context = this.#canvas.getContext('2d')
    context?.scale(devicePixelRatio, devicePixelRatio)
    return context
  }

  /** @returns the notes at the other ends */
  #drawLinks(context: CanvasRenderingContext2D, note: number, spot: Spot): Set<number> {
    const { colours } = this.#drawing
    const links = this.#linksOf(note)
    const headAt = links.length > CROWD ? 0.5 : 1
    const others = new Set<number>()
    for (const { other, isOut, look } of links) {
      const end = this.#spotOf(other)
      if (end === undefined) continue
      others.add(other)
      const colour = look === 'plain' ? colours.accent : colours.link(look)
      drawArrow(context, isOut ? [spot, end] : [end, spot], { colour, width: LINK_LOOKS[look].size, headAt })
    }
    return others
  }

  #linksOf(note: number): readonly OwnLink[] {
    const { answer, part } = this.#drawing
    const own: OwnLink[] = []
    eachLink(part.links, (from, to, relation) => {
      if (from === to || (from !== note && to !== note)) return
      const isOut = from === note
      own.push({ other: isOut ? to : from, isOut, look: lookOf(answer.relations[relation] ?? null) })
    })
    return own
  }

  #drawNote(context: CanvasRenderingContext2D, note: number, { x, y, size }: Spot): void {
    context.fillStyle = this.#sigma.getNodeDisplayData(String(note))?.color ?? ''
    context.beginPath()
    context.arc(x, y, size, 0, Math.PI * 2)
    context.fill()
  }

  #drawTitle(context: CanvasRenderingContext2D, note: number, spot: Spot): void {
    const { answer, colours } = this.#drawing
    const { labelFont: font, labelSize } = this.#sigma.getSettings()
    const data = { label: answer.notes.title[note] ?? '', kind: answer.notes.kind[note] ?? null, ...spot }
    labelDrawer(colours)(context, data, { font, size: labelSize })
  }

  /** On the screen; undefined for a note that is not drawn. */
  #spotOf(note: number): Spot | undefined {
    const data = this.#sigma.getNodeDisplayData(String(note))
    if (data === undefined) return undefined
    const cameraState = this.#sigma.getCamera().getState()
    return { ...this.#sigma.framedGraphToViewport(data, { cameraState }), size: this.#sigma.scaleSize(data.size) }
  }
}

interface Arrow {
  readonly colour: string
  readonly width: number
  /** How far along the link its head stands, from 0 to 1. */
  readonly headAt: number
}

/** From the edge of one note to the edge of another. */
function drawArrow(
  context: CanvasRenderingContext2D,
  [from, to]: readonly [Spot, Spot],
  { colour, width, headAt }: Arrow,
): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const room = length - from.size - to.size
  if (room <= 0) return
  const [right, down] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const along = (way: number) => [from.x + right * (from.size + way), from.y + down * (from.size + way)] as const
  const head = Math.min(HEAD.length, room)
  const tip = Math.max(room * headAt, head)
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = width
  context.beginPath()
  context.moveTo(...along(0))
  context.lineTo(...along(headAt === 1 ? tip - head : room))
  context.stroke()
  const [backX, backY] = along(tip - head)
  context.beginPath()
  context.moveTo(...along(tip))
  context.lineTo(backX - down * HEAD.width, backY + right * HEAD.width)
  context.lineTo(backX + down * HEAD.width, backY - right * HEAD.width)
  context.fill()
}

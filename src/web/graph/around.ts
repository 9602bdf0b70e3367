import type Sigma from 'sigma'
import { eachLink } from './filter.ts'
import type { Drawing } from './graph-of.ts'
import { spotOf, type Titled, type Titles } from './labels.ts'
import { LINK_LOOKS, type LinkLook, lookOf } from './link-look.ts'

/** Of the notes around one so many are called by their titles, the largest first. */
const NAMED = 12
/** An arrow's head, in pixels. */
const HEAD = { length: 9, width: 4 }
/** Of more links than this the heads would cover one another at the note: they stand in the middle of their links. */
const CROWD = 16

type Spot = Pick<Titled, 'x' | 'y' | 'size'>

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
  readonly #titles: Titles
  readonly #colourOf: (note: number) => string
  readonly #canvas: HTMLCanvasElement
  #note: number | undefined

  /** @param colourOf a note by its place in the answer, whatever else is faded */
  constructor(sigma: Sigma, drawing: Drawing, titles: Titles, colourOf: (note: number) => string) {
    this.#sigma = sigma
    this.#drawing = drawing
    this.#titles = titles
    this.#colourOf = colourOf
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
    const spot = spotOf(this.#sigma, String(note))
    if (context === null || spot === undefined) return
    const others = this.#drawLinks(context, note, spot)
    for (const other of [...others, spot]) this.#drawNote(context, other)
    const { labelFont, labelSize } = this.#sigma.getSettings()
    const card = this.#titles.cardOf(context, spot, { font: labelFont, size: labelSize })
    context.font = `${labelSize}px ${labelFont}`
    const largest = others.sort((a, b) => b.size - a.size).slice(0, NAMED)
    this.#titles.drawTitles(context, largest, [...others, spot], [card])
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
  #drawLinks(context: CanvasRenderingContext2D, note: number, spot: Spot): Titled[] {
    const { answer, colours } = this.#drawing
    const links = this.#linksOf(note)
    const headAt = links.length > CROWD ? 0.5 : 1
    const others = new Map<number, Titled>()
    for (const { other, isOut, look } of links) {
      const end = spotOf(this.#sigma, String(other))
      if (end === undefined) continue
      others.set(other, { ...end, label: answer.notes.title[other] ?? '', color: this.#colourOf(other) })
      const colour = look === 'plain' ? colours.accent : colours.link(look)
      drawArrow(context, isOut ? [spot, end] : [end, spot], { colour, width: LINK_LOOKS[look].size, headAt })
    }
    return [...others.values()]
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

  #drawNote(context: CanvasRenderingContext2D, note: Titled): void {
    context.fillStyle = note.color
    context.beginPath()
    context.arc(note.x, note.y, note.size, 0, Math.PI * 2)
    context.fill()
    this.#titles.drawIcon(context, note)
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

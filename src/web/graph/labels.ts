import type Sigma from 'sigma'
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Colours } from './colours.ts'
import type { KindShapes } from './kind-shapes.tsx'

/** From this radius on a note has room for the icon of its kind; that of a smaller one stands before its title. Pixels. */
const ROOM = 7
/** How large an icon is in its note, as a share of the radius, and before a title, in pixels. */
const ICON = { inside: 1.3, before: 13 }
/** Between a note and its title, and around a title. Pixels. */
const GAP = 4
/** What an icon is drawn on. */
const ICON_SIDE = 24

/** A note as it is drawn, in pixels of the picture. */
export interface Titled {
  readonly label: string
  readonly kind: string | null
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  /** Whether its title stands there whatever note it covers. */
  readonly isWanted: boolean
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a note takes up. */
interface Disc extends Box {
  readonly size: number
}

interface Letters {
  readonly font: string
  readonly size: number
}

/** How titles and icons are drawn beside and in the notes: no title covers another, the larger note's goes first. */
export class Titles {
  readonly #colours: Colours
  readonly #shapes: KindShapes
  #letters: Letters = { font: 'sans-serif', size: 13 }
  #waiting: Titled[] = []

  constructor(colours: Colours, shapes: KindShapes) {
    this.#colours = colours
    this.#shapes = shapes
  }

  /** Takes what Sigma would have drawn at once. */
  readonly take: NodeLabelDrawingFunction = (_, data, { labelFont, labelSize }) => {
    this.#letters = { font: labelFont, size: labelSize }
    this.#waiting.push(titledOf(data))
  }

  /** A title on a card of its own, above what lies around. */
  readonly drawHover: NodeHoverDrawingFunction = (context, data, { labelFont, labelSize }) => {
    const note = titledOf(data)
    const card = this.cardOf(context, note, { font: labelFont, size: labelSize })
    context.fillStyle = this.#colours.raised
    context.strokeStyle = this.#colours.accent
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(card.left, card.top, card.width, card.height, 6)
    context.fill()
    context.stroke()
    this.#write(context, note, { ...card, left: card.left + GAP })
    context.beginPath()
    context.arc(note.x, note.y, note.size + 2, 0, Math.PI * 2)
    context.stroke()
    this.drawIcon(context, note)
  }

  /** Where the card of a note is drawn; sets the letters that it is written with. */
  cardOf(context: CanvasRenderingContext2D, note: Titled, { font, size }: Letters): Box {
    context.font = `600 ${size}px ${font}`
    const width = this.#widthOf(context, note) + 2 * GAP
    const height = size * 2
    const right = note.x + note.size + GAP
    const left = right + width < sizeOf(context).width ? right : Math.max(GAP, note.x - note.size - GAP - width)
    return { left, top: note.y - height / 2, width, height }
  }

  /** Draws all that were taken. @param around the notes, none of which is covered where there is another place */
  draw(context: CanvasRenderingContext2D, around: readonly Titled[]): void {
    const { font, size } = this.#letters
    context.font = `${size}px ${font}`
    const notes = this.#waiting.sort((a, b) => Number(b.isWanted) - Number(a.isWanted) || b.size - a.size)
    this.#waiting = []
    this.drawTitles(context, notes, around)
  }

  /**
   * @param notes who goes first is called first
   * @param kept where no title is to be
   */
  drawTitles(
    context: CanvasRenderingContext2D,
    notes: readonly Titled[],
    around: readonly Titled[] = notes,
    kept: readonly Box[] = [],
  ): void {
    const discs = around.map(discOf)
    const taken = [...kept]
    for (const note of notes) {
      const box = this.#roomFor(context, note, taken, discs)
      if (box === undefined) continue
      taken.push(box)
      context.lineWidth = 3
      context.lineJoin = 'round'
      context.strokeStyle = this.#colours.paper
      context.strokeText(note.label, ...this.#startOf(note, box))
      this.#write(context, note, box)
    }
  }

  /** In a note that has room for it, and that is not faded. */
  drawIcon(context: CanvasRenderingContext2D, { label, kind, x, y, size }: Titled): void {
    if (size >= ROOM && label !== '')
      this.#drawShape(context, kind, { x, y, side: size * ICON.inside, colour: this.#colours.paper })
  }

  /** Beside the note where nothing is in the way, at most a smaller note; else nowhere. */
  #roomFor(
    context: CanvasRenderingContext2D,
    note: Titled,
    taken: readonly Box[],
    discs: readonly Disc[],
  ): Box | undefined {
    const [width, height] = [this.#widthOf(context, note), this.#letters.size + GAP]
    const { x, y, size } = note
    const edge = sizeOf(context)
    const beside = (left: number, top: number): Box => ({ left, top, width, height })
    const places = [
      beside(x + size + GAP, y - height / 2),
      beside(x - size - GAP - width, y - height / 2),
      beside(x - width / 2, y + size + 2),
      beside(x - width / 2, y - size - height - 2),
    ]
    const isFree = (box: Box): boolean => isInside(box, edge) && !taken.some((other) => overlaps(box, other))
    const free = places.filter(isFree)
    const without = (covers: (disc: Disc) => boolean) =>
      free.find((box) => !discs.some((disc) => covers(disc) && overlaps(box, disc, -GAP / 2)))
    const found = without(() => true) ?? without((disc) => disc.size >= size)
    if (found !== undefined || !note.isWanted) return found
    const within = Math.max(GAP, Math.min(x + size + GAP, edge.width - width - GAP))
    return free[0] ?? [beside(within, y - height / 2)].find(isFree)
  }

  #write(context: CanvasRenderingContext2D, note: Titled, box: Box): void {
    const { left, top, height } = box
    if (this.#before(note) > 0) {
      const side = ICON.before
      this.#drawShape(context, note.kind, { x: left + side / 2, y: top + height / 2, side, colour: note.color })
    }
    context.fillStyle = this.#colours.ink
    context.fillText(note.label, ...this.#startOf(note, box))
  }

  /** Where the letters begin, on their base line. */
  #startOf(note: Titled, { left, top, height }: Box): readonly [number, number] {
    return [left + this.#before(note), top + height / 2 + this.#letters.size * 0.35]
  }

  /** How much room an icon takes before the title. */
  #before({ size }: Titled): number {
    return size < ROOM ? ICON.before + GAP : 0
  }

  #widthOf(context: CanvasRenderingContext2D, note: Titled): number {
    return context.measureText(note.label).width + this.#before(note)
  }

  #drawShape(
    context: CanvasRenderingContext2D,
    kind: string | null,
    { x, y, side, colour }: { x: number; y: number; side: number; colour: string },
  ): void {
    const shape = this.#shapes.get(kind ?? '')
    if (shape === undefined) return
    context.save()
    context.translate(x - side / 2, y - side / 2)
    context.scale(side / ICON_SIDE, side / ICON_SIDE)
    context.strokeStyle = colour
    context.lineWidth = 2.25
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(shape)
    context.restore()
  }
}

/** What Sigma has of a note, in pixels of the picture; undefined for one that is not drawn. */
export function spotOf(sigma: Sigma, note: string): Titled | undefined {
  const data = sigma.getNodeDisplayData(note)
  if (data === undefined) return undefined
  const cameraState = sigma.getCamera().getState()
  return titledOf({
    ...sigma.getGraph().getNodeAttributes(note),
    ...data,
    ...sigma.framedGraphToViewport(data, { cameraState }),
    size: sigma.scaleSize(data.size),
  })
}

function titledOf(data: object): Titled {
  const { label, kind, x, y, size, color, forceLabel, isStart } = data as Record<string, unknown>
  return {
    label: (label as string | null | undefined) ?? '',
    kind: (kind as string | null | undefined) ?? null,
    x: x as number,
    y: y as number,
    size: size as number,
    color: color as string,
    isWanted: forceLabel === true || isStart === true,
  }
}

function discOf({ x, y, size }: Titled): Disc {
  return { left: x - size, top: y - size, width: size * 2, height: size * 2, size }
}

function isInside({ left, top, width, height }: Box, edge: Pick<Box, 'width' | 'height'>): boolean {
  return left >= GAP && top >= 0 && left + width <= edge.width - GAP && top + height <= edge.height
}

/** @param apart how far they are to be from each other sideways */
function overlaps(a: Box, b: Box, apart = GAP): boolean {
  return (
    a.left < b.left + b.width + apart &&
    b.left < a.left + a.width + apart &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  )
}

/** In CSS pixels. */
function sizeOf({ canvas }: CanvasRenderingContext2D): Pick<Box, 'width' | 'height'> {
  return { width: canvas.width / devicePixelRatio, height: canvas.height / devicePixelRatio }
}

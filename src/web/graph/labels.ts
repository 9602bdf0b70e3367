import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Colours } from './colours.ts'

/** A sign for each kind, so that kinds differ by more than their colour. */
const SIGNS: Readonly<Record<string, string>> = {
  task: '✓',
  idea: '✦',
  knowledge: '≡',
  decision: '◆',
  project: '◎',
}

export function signOf(kind: string | null): string {
  return SIGNS[kind ?? ''] ?? '·'
}

interface Labelled {
  readonly label?: string | null
  readonly kind?: string | null
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Draws the title beside its note, with the sign of its kind. */
export function labelDrawer(colours: Colours) {
  return (
    context: CanvasRenderingContext2D,
    data: Labelled,
    { font, size }: { readonly font: string; readonly size: number },
  ): void => {
    if (!data.label) return
    context.font = `${size}px ${font}`
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = colours.paper
    context.fillStyle = colours.ink
    const words = labelOf(data)
    const [x, y] = [data.x + data.size + 4, data.y + size / 3]
    context.strokeText(words, x, y)
    context.fillText(words, x, y)
  }
}

/** The same, as Sigma asks for it. */
export function drawLabel(colours: Colours): NodeLabelDrawingFunction {
  const draw = labelDrawer(colours)
  return (context, data, { labelFont, labelSize }) => draw(context, data, { font: labelFont, size: labelSize })
}

/** The same on a card of its own, above what lies around. */
export function drawHover(colours: Colours): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`
    const words = labelOf(data)
    const width = context.measureText(words).width + 16
    context.fillStyle = colours.raised
    context.strokeStyle = colours.accent
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(data.x + data.size + 2, data.y - settings.labelSize, width, settings.labelSize * 2, 6)
    context.fill()
    context.stroke()
    context.fillStyle = colours.ink
    context.fillText(words, data.x + data.size + 10, data.y + settings.labelSize / 3)
    context.beginPath()
    context.arc(data.x, data.y, data.size + 2, 0, Math.PI * 2)
    context.stroke()
  }
}

function labelOf(data: object): string {
  const { label, kind = null } = data as { label?: string | null; kind?: string | null }
  return `${signOf(kind)} ${label ?? ''}`
}

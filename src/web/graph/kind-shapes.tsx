import type { ReactElement, Ref } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'

/** The icons of the kinds as paths of 24 by 24, by kind; the empty string is a note without one. */
export type KindShapes = ReadonlyMap<string, Path2D>

/** The icons of a graph's kinds, where the picture takes their shapes from: it draws the same ones as every list has. */
export function KindIcons({ answer, at }: { answer: GraphAnswer; at: Ref<HTMLSpanElement> }): ReactElement {
  return (
    <span ref={at} hidden>
      {[...new Set(answer.notes.kind)].map((kind) => (
        <span key={kind ?? ''} data-kind={kind ?? ''}>
          <KindIcon kind={kind} />
        </span>
      ))}
    </span>
  )
}

/** @param place holds `KindIcons` */
export function shapesIn(place: HTMLElement | null): KindShapes {
  const shapes = new Map<string, Path2D>()
  for (const icon of place?.querySelectorAll<HTMLElement>('[data-kind]') ?? []) {
    const shape = new Path2D()
    for (const part of icon.querySelectorAll('svg *')) shape.addPath(pathOf(part))
    shapes.set(icon.dataset.kind ?? '', shape)
  }
  return shapes
}

/** Icons are made of paths, circles and rectangles. */
function pathOf(part: Element): Path2D {
  const number = (name: string): number => Number(part.getAttribute(name) ?? 0)
  const path = new Path2D(part.getAttribute('d') ?? '')
  if (part.tagName === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, Math.PI * 2)
  if (part.tagName === 'rect') path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'))
  return path
}

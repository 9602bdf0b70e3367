import { memo, type ReactElement } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import controls from '../ui/controls.module.css'
import type { Colours } from './colours.ts'
import { toGraphMl, toJson, toSvg } from './export.ts'
import type { GraphPart } from './filter.ts'
import css from './graph.module.css'
import type { Picture } from './picture.ts'

interface ExportProps {
  readonly answer: GraphAnswer
  readonly part: GraphPart
  readonly picture: Picture | undefined
  readonly colours: Colours | undefined
}

/** What is seen, as a file. */
export const ExportButtons = memo(function ExportButtons({
  answer,
  part,
  picture,
  colours,
}: ExportProps): ReactElement {
  const save = (kind: string, make: () => Blob | Promise<Blob>) => (
    <button type="button" className={controls.quiet} onClick={async () => download(await make(), `graph.${kind}`)}>
      {kind === 'graphml' ? 'GraphML' : kind.toUpperCase()}
    </button>
  )
  return (
    <p className={css.exports}>
      <span>Save what is seen as</span>
      {picture && colours && save('svg', () => text(toSvg(answer, part, picture.dots(), colours), 'image/svg+xml'))}
      {picture && save('png', () => bitmap(picture.toCanvas()))}
      {save('graphml', () => text(toGraphMl(answer, part), 'application/xml'))}
      {save('json', () => text(toJson(answer, part), 'application/json'))}
    </p>
  )
})

function text(content: string, type: string): Blob {
  return new Blob([content], { type })
}

function bitmap(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)), 'image/png'),
  )
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Draws links beside the page: sixty thousand of them would hold it up. */
import { type LinkGroup, type Matrix, type Paint, rasterise } from './link-raster.ts'

export type LinkRequest =
  | { readonly kind: 'links'; readonly groups: readonly LinkGroup[] }
  | {
      readonly kind: 'view'
      readonly matrix: Matrix
      /** In pixels of the screen. */
      readonly width: number
      readonly height: number
      /** For each group. */
      readonly paints: readonly Paint[]
      /** x and y of each note, in turn; only when they are others than before. */
      readonly places: Float32Array | undefined
    }

/** The view as it was asked for, drawn. */
export interface LinkNews {
  readonly bitmap: ImageBitmap
}

let groups: readonly LinkGroup[] = []
let places: Float32Array = new Float32Array()

addEventListener('message', async ({ data }: MessageEvent<LinkRequest>) => {
  if (data.kind === 'links') {
    groups = data.groups
    return
  }
  places = data.places ?? places
  const { width, height, pixels } = rasterise(data, data.matrix, places, groups, data.paints)
  const bitmap = await createImageBitmap(new ImageData(pixels, width, height))
  postMessage({ bitmap } satisfies LinkNews, { transfer: [bitmap] })
})

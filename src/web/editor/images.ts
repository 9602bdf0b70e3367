import { WidgetType } from '@codemirror/view'
import { fileNameOf } from '../../core/path.ts'
import { fileUrl } from '../api.ts'

export function isImage(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test(path)
}

/** @param text what follows the bar in `![[image.png|640x480]]`, or the alternative text */
export function imageWidget(path: string, text: string): WidgetType {
  const size = /^(\d+)(?:x(\d+))?$/.exec(text.trim())
  const alt = size === null && text !== '' ? text : fileNameOf(path)
  return new Picture(fileUrl(path), alt, Number(size?.[1] ?? 0), Number(size?.[2] ?? 0))
}

class Picture extends WidgetType {
  readonly src: string
  readonly alt: string
  readonly width: number
  readonly height: number

  constructor(src: string, alt: string, width: number, height: number) {
    super()
    this.src = src
    this.alt = alt
    this.width = width
    this.height = height
  }

  override eq(other: Picture): boolean {
    return (
      other.src === this.src && other.alt === this.alt && other.width === this.width && other.height === this.height
    )
  }

  override toDOM(): HTMLElement {
    const image = document.createElement('img')
    image.className = 'cm-picture'
    image.src = this.src
    image.alt = this.alt
    image.loading = 'lazy'
    if (this.width > 0) image.width = this.width
    if (this.height > 0) image.height = this.height
    return image
  }

  override get estimatedHeight(): number {
    return this.height || 200
  }
}

/** A quotation that begins with `[!note] A title`, as Obsidian writes it: its title is set off, its lines have the tone of its kind. */
import { Decoration, WidgetType } from '@codemirror/view'
import type { SyntaxNodeRef } from '@lezer/common'
import { calloutIn } from '../markdown/callout.ts'
import { eachLine } from './each-line.ts'
import { iconNode } from './icons.tsx'
import type { Scene } from './preview.ts'

class CalloutSign extends WidgetType {
  readonly tone: string
  /** What stands there when no title does. */
  readonly words: string
  constructor(tone: string, words: string) {
    super()
    this.tone = tone
    this.words = words
  }
  override eq(other: CalloutSign): boolean {
    return other.tone === this.tone && other.words === this.words
  }
  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = 'cm-callout-sign'
    sign.append(iconNode(`callout-${this.tone}`), this.words)
    return sign
  }
  override ignoreEvent(): boolean {
    return false
  }
}

const quoted = Decoration.line({ class: 'cm-quote' })
const title = Decoration.line({ class: 'cm-callout-title' })
const source = Decoration.mark({ class: 'cm-dim' })

export function decorateQuote(scene: Scene, { from, to }: SyntaxNodeRef): void {
  const { state } = scene
  const first = state.doc.lineAt(from)
  const line = state.sliceDoc(from, first.to)
  const start = calloutIn(line)
  if (start === undefined) {
    eachLine(scene, from, to, quoted)
    return
  }
  eachLine(scene, from, to, Decoration.line({ class: `cm-callout cm-callout-${start.tone}` }))
  scene.add(title.range(first.from))
  if (scene.lineTouched(from, from)) {
    scene.add(source.range(from + start.from, from + start.to))
    return
  }
  const { kind } = start
  const words = line.length > start.end ? '' : kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
  const sign = Decoration.replace({ widget: new CalloutSign(start.tone, words) })
  scene.add(sign.range(from + start.from, from + start.end))
}

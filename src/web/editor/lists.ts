/** Lists with a hanging indent: each level is one step in, whatever the spaces in the source. */
import { Decoration } from '@codemirror/view'
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'
import type { Scene } from './preview.ts'
import { Bullet } from './widgets.ts'

const MAX_DEPTH = 8

const firstLines = [...Array(MAX_DEPTH + 1).keys()].map((depth) => Decoration.line({ class: `cm-li cm-li-${depth}` }))
const furtherLines = [...Array(MAX_DEPTH + 1).keys()].map((depth) => Decoration.line({ class: `cm-li-${depth}` }))
const number = Decoration.mark({ class: 'cm-number' })
const sourceMark = Decoration.mark({ class: 'cm-number cm-dim' })
const hidden = Decoration.replace({})

export function decorateList(scene: Scene, { node, from, to }: SyntaxNodeRef): void {
  const depth = Math.min(depthOf(node), MAX_DEPTH)
  const { doc } = scene.state
  const inner = node.getChildren('BulletList').concat(node.getChildren('OrderedList'))[0]
  const end = Math.min(inner === undefined ? to : inner.from - 1, scene.to)
  const first = doc.lineAt(from)
  scene.add((firstLines[depth] as Decoration).range(first.from))
  decorateMark(scene, node, first.from)
  for (let at = first.to + 1; at <= end; ) {
    const further = doc.lineAt(at)
    const indent = further.text.length - further.text.trimStart().length
    if (further.from >= scene.from) {
      scene.add((furtherLines[depth] as Decoration).range(further.from))
      if (indent > 0 && !inQuote(node)) scene.add(hidden.range(further.from, further.from + indent))
    }
    at = further.to + 1
  }
}

function decorateMark(scene: Scene, node: SyntaxNode, lineFrom: number): void {
  const marker = node.getChild('ListMark')
  if (marker === null) return
  const before = scene.state.sliceDoc(lineFrom, marker.from)
  if (before !== '' && before.trim() === '') scene.add(hidden.range(lineFrom, marker.from))
  const after = scene.state.sliceDoc(marker.to, marker.to + 1)
  const to = after === ' ' ? marker.to + 1 : marker.to
  const isBullet = node.parent?.name === 'BulletList'
  if (!isBullet) scene.add(number.range(marker.from, to))
  else if (scene.touched(marker.from, marker.to)) scene.add(sourceMark.range(marker.from, to))
  else if (taskOf(node)) scene.add(hidden.range(marker.from, to))
  else scene.add(Decoration.replace({ widget: new Bullet() }).range(marker.from, to))
}

/** A task's box stands where other items have their bullet. */
const taskOf = (node: SyntaxNode): boolean => node.getChild('Task') !== null

export function depthOf(node: SyntaxNode): number {
  let depth = 0
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) if (at.name === 'ListItem') depth++
  return depth
}

function inQuote(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) if (at.name === 'Blockquote') return true
  return false
}

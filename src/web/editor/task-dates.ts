/** A task's dates and priority as a small icon and a day as it is said, where the cursor is not. */
import { Decoration, WidgetType } from '@codemirror/view'
import type { SyntaxNodeRef } from '@lezer/common'
import { type TaskSign, taskSigns } from '../../core/tasks/signs.ts'
import { signTitle, signWords } from '../markdown/sign-icon.tsx'
import { urgencyOf } from '../ui/days.ts'
import { iconNode } from './icons.tsx'
import type { Scene } from './preview.ts'

class SignWidget extends WidgetType {
  readonly sign: TaskSign
  readonly open: boolean
  constructor(sign: TaskSign, open: boolean) {
    super()
    this.sign = sign
    this.open = open
  }
  override eq({ sign, open }: SignWidget): boolean {
    return sign.kind === this.sign.kind && sign.date === this.sign.date && open === this.open
  }
  override toDOM(): HTMLElement {
    const { kind, date } = this.sign
    const holder = document.createElement('span')
    const urgency = this.open && kind === 'due' && date !== undefined ? urgencyOf(date) : 'later'
    holder.className = `cm-sign cm-sign-${urgency}`
    holder.title = signTitle(this.sign)
    holder.append(iconNode(`sign-${kind}`), signWords(this.sign, this.open))
    return holder
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/** @param task the text of a task: what follows its list mark */
export function decorateTaskDates(scene: Scene, { node, from }: SyntaxNodeRef): void {
  const marker = node.getChild('TaskMarker')
  const status = marker === null ? ' ' : scene.state.sliceDoc(marker.from + 1, marker.to - 1)
  const { to } = scene.state.doc.lineAt(from)
  for (const sign of taskSigns(scene.state.sliceDoc(from, to))) {
    const [start, end] = [from + sign.from, from + sign.to]
    if (scene.touched(start, end)) continue
    const widget = new SignWidget(sign, !/[xX-]/.test(status))
    scene.add(Decoration.replace({ widget }).range(start, end))
  }
}

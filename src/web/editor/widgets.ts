import { type EditorView, WidgetType } from '@codemirror/view'

/** A task's box; pressing it changes the one character between the brackets. */
export class Checkbox extends WidgetType {
  readonly status: string
  constructor(status: string) {
    super()
    this.status = status
  }
  override eq(other: Checkbox): boolean {
    return other.status === this.status
  }
  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.className = 'cm-checkbox'
    box.checked = /[xX]/.test(this.status)
    box.indeterminate = !/[ xX]/.test(this.status)
    box.setAttribute('aria-label', 'Done')
    box.addEventListener('mousedown', (event) => event.preventDefault())
    box.addEventListener('click', (event) => {
      event.preventDefault()
      const from = view.posAtDOM(box) + 1
      const insert = this.status === ' ' ? 'x' : ' '
      view.dispatch({ changes: { from, to: from + this.status.length, insert }, userEvent: 'input.check' })
    })
    return box
  }
  override ignoreEvent(): boolean {
    return true
  }
}

export class Bullet extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const bullet = document.createElement('span')
    bullet.className = 'cm-bullet'
    bullet.textContent = '•'
    return bullet
  }
  override ignoreEvent(): boolean {
    return false
  }
}

export class Rule extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const rule = document.createElement('span')
    rule.className = 'cm-rule'
    rule.setAttribute('role', 'separator')
    return rule
  }
  override ignoreEvent(): boolean {
    return false
  }
}

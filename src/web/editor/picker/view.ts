/** The picker's list, drawn from its state. */
import type { EditorView, Rect, TooltipView, ViewUpdate } from '@codemirror/view'
import { iconNode } from '../icons.tsx'
import { accept } from './accept.ts'
import { type Row, rowDetail } from './rows.ts'
import { type Picker, picking } from './state.ts'

export const LIST_ID = 'notly-picker'
export const rowId = (at: number): string => `${LIST_ID}-${at}`

/** A list leaves so much at the screen's edge free, as the text does. Pixels. */
const EDGE = 16

export function spaceOnScreen(): Rect {
  return { left: EDGE, right: window.innerWidth - EDGE, top: 0, bottom: window.innerHeight }
}

export function createPickerView(view: EditorView): TooltipView {
  const dom = document.createElement('div')
  dom.className = 'cm-picker'
  let drawn: Picker | undefined
  const draw = (picker: Picker | undefined): void => {
    if (picker === undefined || picker === drawn) return
    if (drawn?.rows !== picker.rows || drawn.fresh !== picker.fresh) drawList(dom, picker, view)
    select(dom, picker.selected)
    drawn = picker
  }
  draw(view.state.field(picking).open)
  return { dom, update: (update: ViewUpdate) => draw(update.state.field(picking).open), overlap: false }
}

function drawList(dom: HTMLElement, picker: Picker, view: EditorView): void {
  const list = document.createElement('ul')
  list.id = LIST_ID
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', picker.mode === 'relation' ? 'Why this link is here' : 'Notes')
  const isNew = picker.rows.some(({ kind }) => kind === 'create')
  list.append(...picker.rows.map((row, at) => rowNode(row, at, isNew, view)))
  const parts: Node[] = []
  if (picker.mode === 'relation') parts.push(note('Why? This note …'))
  if (picker.rows.length > 0) parts.push(list)
  else if (picker.fresh) parts.push(note(picker.fragment === undefined ? 'No note has this name' : 'No such heading'))
  else parts.push(note('Looking …'))
  dom.replaceChildren(...parts)
}

function note(text: string): HTMLElement {
  const line = document.createElement('div')
  line.className = 'cm-picker-note'
  line.textContent = text
  return line
}

function rowNode(row: Row, at: number, isNew: boolean, view: EditorView): HTMLElement {
  const item = document.createElement('li')
  item.id = rowId(at)
  item.setAttribute('role', 'option')
  item.append(...rowParts(row, isNew))
  // The editor keeps the focus; the row is taken when the button comes up, so that a touch may still scroll.
  item.addEventListener('mousedown', (event) => event.preventDefault())
  item.addEventListener('click', () => void accept(view, at))
  return item
}

function rowParts(row: Row, isNew: boolean): Node[] {
  if (row.kind === 'relation') return [text('cm-picker-name', row.relation)]
  if (row.kind === 'date') {
    const detail = row.rest === '' ? 'due' : `due, then “${row.rest}”`
    return [icon('sign-due'), text('cm-picker-name', row.said), text('cm-picker-detail', detail)]
  }
  if (row.kind === 'create') return [icon('unresolved'), text('cm-picker-name', `Create “${row.name}”`)]
  if (row.kind === 'heading')
    return [text('cm-picker-level', '#'.repeat(row.heading.level)), text('cm-picker-name', row.heading.text)]
  const name = marked(row.answer.name, row.answer.matched)
  return [icon(row.answer.kind), name, text('cm-picker-detail', rowDetail(row, isNew))]
}

function text(className: string, content: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = content
  return span
}

function icon(kind: string | null): HTMLElement {
  const span = text('cm-picker-icon', '')
  span.append(iconNode(kind))
  return span
}

/** A name with the characters that matched in bold. */
function marked(name: string, matched: readonly number[]): HTMLElement {
  const span = text('cm-picker-name', '')
  const hits = new Set(matched)
  let run = ''
  let hit = false
  const flush = (): void => {
    if (run === '') return
    span.append(hit ? Object.assign(document.createElement('b'), { textContent: run }) : run)
    run = ''
  }
  for (let at = 0; at < name.length; at++) {
    if (hits.has(at) !== hit) {
      flush()
      hit = hits.has(at)
    }
    run += name[at]
  }
  flush()
  return span
}

function select(dom: HTMLElement, selected: number): void {
  dom.querySelectorAll('[role=option]').forEach((item, at) => {
    item.setAttribute('aria-selected', String(at === selected))
    if (at === selected) item.scrollIntoView({ block: 'nearest' })
  })
}

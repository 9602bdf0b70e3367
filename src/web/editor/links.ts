/** What happens when a chip, a tag, a checkbox or a web address is pressed. */
import type { Extension } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import { foldHeading } from '../../core/fold.ts'
import type { Link } from '../../core/note.ts'
import { say } from '../notice.ts'
import { hidePreview, showPreview } from '../preview-state.ts'
import { showArrival } from './arrival.ts'
import { type Chip, chipAt } from './chips.ts'
import { contextOf } from './context.ts'
import { tableStart } from './draw.ts'
import { askMeaning } from './resolver.ts'
import { understanding } from './understanding.ts'

function openChip(view: EditorView, chip: Chip, beside: boolean): boolean {
  const { link, meaning } = chip
  const context = contextOf(view.state)
  const place = { ...(link.fragment === undefined ? {} : { fragment: link.fragment }), ...(beside ? { beside } : {}) }
  if (meaning.kind === 'note') context.open(meaning.path, place)
  else if (meaning.kind === 'unresolved') context.create(link.target)
  else if (meaning.kind === 'own') goToFragment(view, link.fragment ?? '')
  else void openWhenKnown(view, chip, beside)
  return true
}

/** Pressed before the server has said what it means: it is asked at once, and the press counts. */
async function openWhenKnown(view: EditorView, chip: Chip, beside: boolean): Promise<void> {
  try {
    const meaning = await askMeaning(contextOf(view.state).path, chip.link)
    if (meaning.kind !== 'unknown' && view.dom.isConnected) openChip(view, { ...chip, meaning }, beside)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

/** Moves to a heading or block of the open note; `A#B` is the heading B below A. */
export function goToFragment(view: EditorView, fragment: string): boolean {
  const { note } = view.state.field(understanding)
  const last = fragment.slice(fragment.lastIndexOf('#') + 1)
  const place = last.startsWith('^')
    ? note.blockIds.find(({ id }) => id === last.slice(1))
    : note.headings.find(({ text }) => foldHeading(text) === foldHeading(last))
  if (place === undefined) return false
  goTo(view, place.from)
  return true
}

export function goTo(view: EditorView, offset: number): void {
  const at = Math.min(offset, view.state.doc.length)
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 96 }) })
  showArrival(view, at)
  view.focus()
}

const openAtCursor: Command = (view) => {
  const chip = chipAt(view.state, view.state.selection.main.head)
  return chip !== undefined && openChip(view, chip, false)
}

/** Forms whose source shows at their end too. */
const SOURCE_FORMS: ReadonlySet<Link['form']> = new Set(['bare', 'frontmatter'])

/** Deleting into a chip first shows its source, so that no half of a link is left by accident. */
function enterChip(from: 'before' | 'behind'): Command {
  return (view) => {
    const { main, ranges } = view.state.selection
    const chip = main.empty && ranges.length === 1 ? chipAt(view.state, main.head) : undefined
    if (
      chip === undefined ||
      SOURCE_FORMS.has(chip.link.form) ||
      main.head !== (from === 'behind' ? chip.to : chip.from)
    )
      return false
    const anchor = from === 'behind' ? Math.min(chip.label.to, chip.to - 1) : Math.max(chip.label.from, chip.from + 1)
    view.dispatch({ selection: { anchor }, userEvent: 'select' })
    return true
  }
}

const PRESSABLE = '[data-chip], [data-tag], [data-href]'

function pressedIn(event: Event): HTMLElement | undefined {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>(PRESSABLE) : null
  return target ?? undefined
}

/** Whether an event happens on something that a press opens. */
export function isPressable(event: Event): boolean {
  return pressedIn(event) !== undefined
}

function press(view: EditorView, element: HTMLElement, beside: boolean): boolean {
  const { tag, href } = element.dataset
  if (tag !== undefined) contextOf(view.state).openTag(tag)
  else if (href !== undefined) window.open(href, '_blank', 'noopener,noreferrer')
  else {
    const table = element.closest('.cm-tableholder')
    const position = table === null ? view.posAtDOM(element) : tableStart(view, table) + Number(element.dataset.offset)
    const chip = chipAt(view.state, position + 1) ?? chipAt(view.state, position)
    return chip !== undefined && openChip(view, chip, beside)
  }
  return true
}

export const openLinks: Extension = [
  keymap.of([
    { key: 'Mod-Enter', run: openAtCursor, preventDefault: true },
    { key: 'Backspace', run: enterChip('behind') },
    { key: 'Delete', run: enterChip('before') },
  ]),
  EditorView.domEventHandlers({
    // The cursor must not jump into a chip that is about to be opened: its source would show for a moment.
    mousedown: (event) => event.button <= 1 && !event.shiftKey && !event.altKey && pressedIn(event) !== undefined,
    click(event, view) {
      const element = pressedIn(event)
      if (element === undefined || event.shiftKey || event.altKey) return false
      hidePreview({ now: true })
      return press(view, element, event.ctrlKey || event.metaKey)
    },
    mouseover(event) {
      const { path, fragment } = pressedIn(event)?.dataset ?? {}
      const anchor = pressedIn(event)?.getBoundingClientRect()
      if (anchor && path?.endsWith('.md')) showPreview(anchor, path, fragment, { now: event.ctrlKey })
    },
    mouseout(event) {
      if (pressedIn(event)?.dataset.path !== undefined) hidePreview()
    },
    auxclick(event, view) {
      const element = pressedIn(event)
      return event.button === 1 && element !== undefined && press(view, element, true)
    },
  }),
]

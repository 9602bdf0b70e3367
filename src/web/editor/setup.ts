/** The parts list of the editor. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { indentUnit } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { dropCursor, EditorView, keymap, placeholder } from '@codemirror/view'
import { arrival } from './arrival.ts'
import { caret } from './caret.ts'
import { direction } from './direction.ts'
import { findLater } from './find.ts'
import { foldFrontmatter } from './fold.ts'
import { formatting } from './formatting.ts'
import { hasLongLine } from './heavy.ts'
import { noteLanguage } from './language.ts'
import { openLinks } from './links.ts'
import { liveBlocks } from './live-blocks.ts'
import { picker } from './picker/picker.ts'
import { livePreview } from './preview.ts'
import { renderTables } from './render-tables.ts'
import { resolveText } from './resolver.ts'
import { suggested } from './suggested.ts'
import { look } from './theme.ts'
import { understandBeginning, understandText } from './understanding.ts'

/** The words of CodeMirror's search panel, written as the rest of the app is. */
const PHRASES = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
}

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/** What every editor of the app shares, those of long notes included. */
const bareText: Extension = [
  EditorView.cspNonce.of(nonce()),
  EditorState.phrases.of(PHRASES),
  look,
  history(),
  caret,
  indentUnit.of('  '),
  EditorState.tabSize.of(4),
  // `Mod-Enter` opens links, `Mod-/` has no meaning in a note.
  keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter' && key !== 'Mod-/'), ...historyKeymap]),
]

/** What every editor shares that shows Markdown, the two of a conflict included. */
export const plainText: Extension = [EditorView.lineWrapping, noteLanguage, direction, bareText]

/** For a note that is too much: its text as it is written. */
export function heavyExtensions(text: string): Extension {
  return [
    hasLongLine(text) ? EditorView.editorAttributes.of({ class: 'cm-unwrapped' }) : EditorView.lineWrapping,
    understandBeginning,
    foldFrontmatter,
    arrival,
    keymap.of([indentWithTab]),
    findLater,
    dropCursor(),
    EditorView.contentAttributes.of({ 'aria-label': 'Note text', spellcheck: 'false' }),
    bareText,
  ]
}

export function noteExtensions(): Extension {
  return [
    understandText,
    resolveText,
    foldFrontmatter,
    picker,
    openLinks,
    arrival,
    formatting,
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, indentWithTab]),
    findLater,
    dropCursor(),
    placeholder('Write. Type @ to mention another note.'),
    EditorView.contentAttributes.of({ 'aria-label': 'Note text', spellcheck: 'true', autocapitalize: 'sentences' }),
    renderTables,
    liveBlocks,
    suggested,
    livePreview,
    plainText,
  ]
}

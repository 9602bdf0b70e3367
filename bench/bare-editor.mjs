/** A page of nothing but CodeMirror, with a text and no language: what a key takes there is the floor for an editor made of it. */
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const doc = await (await fetch('/text')).text()
new EditorView({ parent: document.body, state: EditorState.create({ doc, extensions: [EditorView.lineWrapping] }) })

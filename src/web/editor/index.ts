export { type EditorProps, NoteEditor } from './note-editor.tsx'
export type { SaveState } from './saver.ts'

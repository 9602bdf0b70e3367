/** One open note: the editor's view, the saver, and the server's news, wired together. No React. */
import { EditorSelection, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { normalise, toNormalOffset, toRaw, toRawOffset } from '../../core/lineends.ts'
import type { NotePath } from '../../core/note.ts'
import { folderOf, stemOf } from '../../core/path.ts'
import type { ChangeEvent, NoteAnswer } from '../../http/types.ts'
import { ApiError, api } from '../api.ts'
import { queryClient } from '../client.ts'
import { onChange, onConnection } from '../events.ts'
import { firstNote, isFirstNote, noteIsShown } from '../first-note.ts'
import { leaveAt, tellOpened } from '../left-off.ts'
import { queries } from '../queries.ts'
import { noteUsed, type OpenNote, type Passage, registerOpenNote, settled } from '../refactor/open-notes.ts'
import { type EditorContext, editorContext } from './context.ts'
import { type DraftStore, draftsIn } from './drafts.ts'
import { textStart } from './fold.ts'
import { isHeavy } from './heavy.ts'
import { goTo } from './links.ts'
import { remoteChange, replaceText } from './outside.ts'
import { recallPlace, rememberPlace } from './place.ts'
import { createReading, followReading, readingOf } from './reading.ts'
import { linksMayDiffer } from './resolver.ts'
import { type Base, Saver, type SaveState } from './saver.ts'
import { heavyExtensions, noteExtensions } from './setup.ts'
import { followTitle } from './title.ts'
import { understanding } from './understanding.ts'

export interface SessionEvents {
  onState(state: SaveState): void
  onConflict(conflict: { readonly mine: string; readonly theirs: string } | undefined): void
}

export interface Opened {
  readonly note: NoteAnswer
  readonly drafts: DraftStore
}

/** @returns undefined when there is no such note. @throws OfflineError, ApiError */
export async function openNote(path: string): Promise<Opened | undefined> {
  try {
    // What the page asked for when it came is shown at once; whether it still holds is asked when it is on the screen.
    const staleTime = isFirstNote() ? Number.POSITIVE_INFINITY : 0
    const [note, vault] = await Promise.all([
      queryClient.fetchQuery({ ...queries.note(path), staleTime, retry: false }),
      queryClient.fetchQuery({ ...queries.vault(), retry: false }),
    ])
    return { note, drafts: draftsIn(localStorage, vault.folder) }
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return undefined
    throw error
  }
}

export class Session {
  readonly view: EditorView
  readonly saver: Saver
  readonly path: string
  readonly reading = createReading()
  /** Shown as it is written, because it is too much for more. */
  readonly isHeavy: boolean
  #raw: string
  #ends: (() => void)[]
  #closed = false

  constructor({ note, drafts }: Opened, parent: HTMLElement, context: EditorContext, events: SessionEvents) {
    this.path = note.path
    this.#raw = note.text
    const draft = note.readOnly === null ? drafts.get(note.path) : undefined
    const text = draft?.text ?? normalise(note.text)
    this.isHeavy = isHeavy(text)
    this.view = this.#createView(text, note.readOnly !== null, parent, context)
    this.reading.set(readingOf(this.view.state))
    const base = draft ? { text: draft.base, revision: draft.revision } : { text: note.text, revision: note.revision }
    this.saver = new Saver(note.path, base, {
      put: (request) => api.save(request, request.text.length < KEEPALIVE_UNITS),
      load: () => this.#load(),
      create: (path, text) => api.create({ title: stemOf(path), folder: folderOf(path), text }),
      drafts,
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds)
        return () => clearTimeout(timer)
      },
      text: () => this.view.state.doc.toString(),
      replace: (text) => replaceText(this.view, text),
      ...events,
    })
    this.#ends = this.#listen()
    const entry = this.#entry()
    this.#ends.push(registerOpenNote(entry), tellOpened(note.path))
    this.view.contentDOM.addEventListener('focus', () => noteUsed(entry))
    if (draft !== undefined) void this.saver.resumeDraft()
    else if (isFirstNote()) void firstNote().then(() => this.#refresh())
    noteIsShown()
  }

  /** Scrolls to an offset of the note's text as the file has it. */
  goTo(offset: number): void {
    goTo(this.view, toNormalOffset(this.#raw, offset))
  }

  /** Puts the cursor where it was when the note was last open, else at the start. The page keeps its own scroll. */
  restorePlace(): void {
    const { length } = this.view.state.doc
    const start = textStart(this.view.state)
    const anchor = Math.max(start, Math.min(recallPlace(this.path) ?? start, length))
    this.view.dispatch({ selection: EditorSelection.cursor(anchor) })
    // A note without text was opened to be written.
    if (start === length && !this.view.state.readOnly) this.view.focus()
  }

  /** Saves what is open, remembers the place and ends. */
  close(): void {
    this.#closed = true
    this.#leave()
    for (const end of this.#ends) end()
    void this.saver.close()
    this.view.destroy()
  }

  #leave(): void {
    const { main } = this.view.state.selection
    rememberPlace(this.path, main.head)
    leaveAt(this.path, this.#rawOffset(main.head))
    void this.saver.flush()
  }

  #createView(doc: string, readOnly: boolean, parent: HTMLElement, context: EditorContext): EditorView {
    const saving = EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (!docChanged) return
      if (transactions.some((transaction) => transaction.docChanged && !transaction.annotation(remoteChange))) {
        this.saver.edited()
      }
    })
    const extensions = [
      editorContext.of(context),
      EditorState.readOnly.of(readOnly),
      saving,
      followReading(this.reading),
      followTitle(this.path),
      EditorView.domEventHandlers({ blur: () => void this.saver.flush() }),
      this.isHeavy ? heavyExtensions(doc) : noteExtensions(),
    ]
    const view = new EditorView({ parent, state: EditorState.create({ doc, extensions }) })
    // What does not fit beside the page is reached by keys too.
    if (this.isHeavy) view.scrollDOM.tabIndex = 0
    return view
  }

  #listen(): (() => void)[] {
    const leave = (): void => this.#leave()
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', leave)
    return [
      onChange((change) => void this.#follow(change)),
      onConnection((connection) => {
        if (connection === 'online') void this.saver.reconnected()
      }),
      () => document.removeEventListener('visibilitychange', onHide),
      () => window.removeEventListener('pagehide', leave),
    ]
  }

  async #follow(change: ChangeEvent | undefined): Promise<void> {
    this.view.dispatch({ effects: linksMayDiffer.of(null) })
    const concerned = change === undefined || change.changed.includes(this.path) || change.removed.includes(this.path)
    if (!concerned) return
    await settled()
    await this.#refresh()
  }

  async #refresh(): Promise<void> {
    if (!this.#closed) await this.saver.refresh()
  }

  /** What the rest of the app may ask of an open note. */
  #entry(): OpenNote {
    const { state } = this.view
    return {
      path: this.path,
      save: async () => {
        await this.saver.flush()
        return this.saver.state.kind === 'saved' || this.saver.state.kind === 'gone'
      },
      carryTo: (path) => {
        rememberPlace(path, this.view.state.selection.main.head)
        this.saver.carryTo(path)
      },
      selection: () => this.#selection(),
      heading: () => headingAt(this.view.state),
      title: () => this.view.state.field(understanding).note.title,
      isReadOnly: () => state.readOnly,
      focus: () => this.view.focus(),
    }
  }

  #rawOffset(offset: number): number {
    const raw = this.#raw
    return normalise(raw) === raw ? offset : toRawOffset(toRaw(raw, this.view.state.doc.toString()), offset)
  }

  /** In the file's own offsets: they hold for the text that was just saved. */
  #selection(): Passage | undefined {
    const { from, to } = this.view.state.selection.main
    if (from === to) return undefined
    const raw = toRaw(this.#raw, this.view.state.doc.toString())
    return { from: toRawOffset(raw, from), to: toRawOffset(raw, to), text: this.view.state.sliceDoc(from, to) }
  }

  async #load(): Promise<Base | undefined> {
    try {
      const { text, revision } = await api.note(this.path)
      this.#raw = text
      return { text, revision }
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'not-found') return undefined
      throw error
    }
  }
}

function headingAt(state: EditorState): string | undefined {
  const line = state.doc.lineAt(state.selection.main.head)
  const { headings } = state.field(understanding).note
  return headings.find(({ from, text }) => text !== '' && line.from <= from && from <= line.to)?.text
}

/** Browsers let a request outlive its page only up to 64 KB. */
const KEEPALIVE_UNITS = 15_000

export function contextFor(path: string, ports: Omit<EditorContext, 'path'>): EditorContext {
  return { path: path as NotePath, ...ports }
}

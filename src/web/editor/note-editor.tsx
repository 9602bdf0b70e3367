import { type ReactElement, useEffect, useRef, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import { ChainLine } from '../chain/chain-line.tsx'
import { takeTextWanted } from '../focus.ts'
import { go } from '../navigate.ts'
import { later } from '../ui/later.tsx'
import type { OpenOptions } from './context.ts'
import css from './editor.module.css'
import { Head } from './head.tsx'
import { HEAVY_NOTE } from './heavy.ts'
import type { SaveState } from './saver.ts'
import { contextFor, type Opened, openNote, Session } from './session.ts'

export interface EditorProps {
  path: string
  /** Scroll to and place the cursor at this offset of the note's text. */
  at?: number | undefined
  onOpen(path: string, options?: OpenOptions): void
  /** @param target the unresolved link's target, as written */
  onCreate(target: string): void
  onSaveState(state: SaveState): void
  /** There is no such note, or it was deleted while it was open. */
  onGone(): void
}

/** Rare, and large. */
const ConflictView = later(async () => (await import('./conflict.tsx')).ConflictView)

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'failed'; readonly message: string }

/** One note, open for reading and writing. Another path is another editor: nothing of the one is left in the other. */
export function NoteEditor(props: EditorProps): ReactElement {
  return <PathEditor key={props.path} {...props} />
}

function PathEditor(props: EditorProps): ReactElement {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const latest = useLatest(props)

  useEffect(() => {
    let wanted = true
    openNote(props.path)
      .then((opened) => {
        if (!wanted) return
        if (opened === undefined) latest.current.onGone()
        else setLoading({ kind: 'open', opened })
      })
      .catch((error: unknown) => {
        if (wanted) setLoading({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      })
    return () => {
      wanted = false
    }
  }, [props.path, latest, attempt])

  if (loading.kind === 'open') return <OpenEditor {...props} opened={loading.opened} />
  if (loading.kind === 'loading') return <div aria-busy="true" />
  return (
    <p className={css.banner} role="alert">
      <span>{loading.message}</span>
      <button type="button" onClick={() => setAttempt(attempt + 1)}>
        Try again
      </button>
    </p>
  )
}

interface Conflict {
  readonly mine: string
  readonly theirs: string
}

function OpenEditor(props: EditorProps & { readonly opened: Opened }): ReactElement {
  const { opened, at } = props
  const place = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<Session>()
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [conflict, setConflict] = useState<Conflict>()
  const latest = useLatest(props)

  useEffect(() => {
    if (place.current === null) return
    const context = contextFor(opened.note.path, {
      open: (path, options) => latest.current.onOpen(path, options),
      create: (target) => latest.current.onCreate(target),
      openTag: (tag) => go({ kind: 'tag', tag }),
    })
    const events = {
      onState(next: SaveState) {
        setState(next)
        latest.current.onSaveState(next)
        if (next.kind === 'gone') latest.current.onGone()
      },
      onConflict: setConflict,
    }
    const made = new Session(opened, place.current, context, events)
    setSession(made)
    if (latest.current.at === undefined) made.restorePlace()
    if (takeTextWanted()) made.view.focus()
    latest.current.onSaveState(made.saver.state)
    return () => made.close()
  }, [opened, latest])

  useEffect(() => {
    if (session !== undefined && at !== undefined) session.goTo(at)
  }, [session, at])

  return (
    <>
      {opened.note.readOnly !== null && <p className={css.banner}>{opened.note.readOnly}</p>}
      {session?.isHeavy && <p className={css.banner}>{HEAVY_NOTE}</p>}
      {session && <Trouble state={state} session={session} />}
      {session && <Head view={session.view} reading={session.reading} readOnly={opened.note.readOnly !== null} />}
      {session && <ChainLine path={opened.note.path} />}
      {conflict && session && <ConflictView {...conflict} session={session} />}
      <div ref={place} className={css.text} hidden={conflict !== undefined} />
    </>
  )
}

/** What the writer must know to lose nothing. */
function Trouble({ state, session }: { state: SaveState; session: Session }): ReactElement | null {
  if (state.kind === 'gone') {
    return (
      <p className={css.banner} role="alert">
        <span>
          This note was deleted{folderOf(session.path) === '' ? '' : ` from ${folderOf(session.path)}`}. Its text is
          still here.
        </span>
        <button type="button" onClick={() => void session.saver.writeBack()}>
          Write it back
        </button>
      </p>
    )
  }
  if (state.kind !== 'refused') return null
  return (
    <p className={css.banner} role="alert">
      <span>{state.message} Your text is kept here.</span>
      <button type="button" onClick={() => void session.saver.flush()}>
        Try again
      </button>
    </p>
  )
}

/** Callbacks may change with each rendering; the editor's listeners always call the newest. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

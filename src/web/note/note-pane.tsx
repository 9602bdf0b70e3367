import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { createNote } from '../create.ts'
import type { NoteEditor, SaveState } from '../editor/index.ts'
import { openNote } from '../navigate.ts'
import { queries } from '../queries.ts'
import { createStore, useStore } from '../store.ts'
import { Awaited } from '../ui/awaited.tsx'
import controls from '../ui/controls.module.css'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import css from './note.module.css'

type Loaded =
  | { readonly kind: 'no' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'yes'; readonly Editor: typeof NoteEditor }

/** The editor is a large part of the app: its code comes after the first paint. */
const loaded = createStore<Loaded>({ kind: 'no' })

/** Fetches the editor before it is needed; again if that failed. React's `lazy` would keep a failure, and delay a success. */
export function loadEditor(): Promise<void> {
  return import('../editor/index.ts').then(
    ({ NoteEditor: Editor }) => loaded.set({ kind: 'yes', Editor }),
    () => loaded.set({ kind: 'failed' }),
  )
}

interface NotePaneProps {
  readonly path: string
  readonly at?: number | undefined
  readonly fragment?: string | undefined
  onSaveState(state: SaveState): void
}

/** The editor of one note, at the place that was asked for. */
export function NotePane({ path, at, fragment, onSaveState }: NotePaneProps): ReactElement | null {
  const editor = useStore(loaded)
  const wantsPlace = at === undefined && fragment !== undefined
  const { data: passage, isPending } = useQuery({ ...queries.passage(path, fragment), enabled: wantsPlace })
  const place = at ?? (passage?.found ? passage.offset : undefined)
  useEffect(() => {
    if (loaded.get().kind === 'no') void loadEditor()
  }, [])
  if (editor.kind === 'failed') return <NoEditor />
  if (editor.kind === 'no' || (wantsPlace && isPending)) return <AwaitedText />
  return (
    <article className={css.pane} aria-label="Note">
      <ErrorBoundary sentence="The editor stopped. What was saved is safe; reload the page to go on.">
        <editor.Editor
          path={path}
          {...(place === undefined ? {} : { at: place })}
          onOpen={openNote}
          onCreate={(target) => void createNote(target)}
          onSaveState={onSaveState}
          onGone={() => onSaveState({ kind: 'gone' })}
        />
      </ErrorBoundary>
    </article>
  )
}

/** In the place of a text that is still on its way. */
export function AwaitedText(): ReactElement {
  return (
    <div className={css.pane}>
      <Awaited />
    </div>
  )
}

function NoEditor(): ReactElement {
  return (
    <div role="alert" className={css.pane}>
      <p>The editor could not be loaded. Check that Notly is still running, then try again.</p>
      <button type="button" className={controls.button} onClick={() => void loadEditor()}>
        Try again
      </button>
    </div>
  )
}

import { Maximize2, X } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { stemOf } from '../../core/path.ts'
import type { SaveState } from '../editor/index.ts'
import { go } from '../navigate.ts'
import type { NoteRoute } from '../routes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import css from './note.module.css'
import { NotePane } from './note-pane.tsx'
import { SaveMark } from './save-mark.tsx'

/** A second note next to the one that is open. */
export function Beside({ route, path }: { route: NoteRoute; path: string }): ReactElement {
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const { beside: _, ...alone } = route
  return (
    <section className={css.beside} aria-label={`Beside: ${stemOf(path)}`}>
      <div className={css.besideBar}>
        <SaveMark state={state} />
        <IconButton icon={Maximize2} size={16} label="Open on its own" onClick={() => go({ kind: 'note', path })} />
        <IconButton icon={X} label="Close this side" onClick={() => go(alone)} />
      </div>
      <NotePane path={path} onSaveState={setState} />
    </section>
  )
}

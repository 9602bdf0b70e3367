import { Check, CloudOff, LoaderCircle, type LucideIcon, Trash2, TriangleAlert } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import type { SaveState } from '../editor/index.ts'
import controls from '../ui/controls.module.css'
import css from './note.module.css'

interface Saying {
  readonly icon: LucideIcon
  readonly words: string
}

/** A change waits less than half a second for its save, so it is said to be on its way. */
const SAYINGS: Readonly<Record<SaveState['kind'], Saying>> = {
  saved: { icon: Check, words: 'Saved' },
  saving: { icon: LoaderCircle, words: 'Saving…' },
  waiting: { icon: TriangleAlert, words: 'Not saved yet, kept here' },
  unsaved: { icon: LoaderCircle, words: 'Saving…' },
  offline: { icon: CloudOff, words: 'Offline, kept here' },
  conflict: { icon: TriangleAlert, words: 'Conflict' },
  refused: { icon: TriangleAlert, words: 'Not saved' },
  gone: { icon: Trash2, words: 'Deleted elsewhere' },
}

/** What has settled for so long is said to screen readers, so that typing is not talked over. */
const SETTLED_MS = 900

export function SaveMark({ state }: { state: SaveState }): ReactElement {
  const { icon: Icon, words } = SAYINGS[state.kind]
  const spoken = useSettled(state.kind === 'refused' ? `${words}. ${state.message}` : words)
  return (
    <>
      <span
        className={css.save}
        data-state={state.kind}
        title={state.kind === 'refused' ? state.message : undefined}
        aria-hidden
      >
        <Icon size={15} strokeWidth={1.75} />
        {words}
      </span>
      <span role="status" aria-label="Save state" className={controls.hidden}>
        {spoken}
      </span>
    </>
  )
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

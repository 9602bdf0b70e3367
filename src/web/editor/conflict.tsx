import { type ReactElement, useEffect, useRef } from 'react'
import { SLIM, useMedia } from '../ui/media.ts'
import css from './conflict.module.css'
import { type ConflictEditor, sideBySide, stacked } from './conflict-editor.ts'
import type { Session } from './session.ts'

export interface ConflictProps {
  /** Normalised texts. */
  readonly mine: string
  readonly theirs: string
  readonly session: Session
}

/** Both texts; one of them can be edited, and nothing is written before one of the buttons is pressed. */
export function ConflictView({ mine, theirs, session }: ConflictProps): ReactElement {
  const slim = useMedia(SLIM)
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<ConflictEditor>(undefined)
  const edited = useRef<string>(undefined)

  useEffect(() => {
    if (place.current === null) return
    // Theirs may change, and the window be turned, while the writer decides: what was edited here so far stays.
    const versions = { theirs, mine: edited.current ?? mine }
    const made = (slim ? stacked : sideBySide)(place.current, versions)
    editor.current = made
    return () => {
      edited.current = made.text()
      made.destroy()
    }
  }, [mine, theirs, slim])

  const keep = (text: string) => {
    void session.saver.resolve(text)
    // The text is hidden as long as this is shown.
    setTimeout(() => session.view.focus())
  }
  return (
    <section className={css.conflict} aria-label="Two versions of this note">
      <p role="alert">
        This note was changed somewhere else while you wrote, in the same place. Nothing is lost: both texts are here.
      </p>
      <div className={css.buttons}>
        <button type="button" onClick={() => keep(theirs)}>
          Take the file’s text
        </button>
        <button type="button" onClick={() => keep(mine)}>
          Keep mine
        </button>
        <button type="button" className={css.primary} onClick={() => keep(editor.current?.text() ?? mine)}>
          {slim ? 'Save the text below' : 'Save the text on the right'}
        </button>
      </div>
      {slim ? (
        <p className={css.how}>Where the texts differ, the file’s words stand above yours, which you can edit.</p>
      ) : (
        <div className={css.titles} aria-hidden="true">
          <span>In the file</span>
          <span>Yours, to edit</span>
        </div>
      )}
      <div className={css.merge} ref={place} />
    </section>
  )
}

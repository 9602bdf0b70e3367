import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import { rememberedStore, useStore } from '../store.ts'
import controls from '../ui/controls.module.css'
import { later } from '../ui/later.tsx'
import { addToToday, makeNote } from './capture.ts'
import { ThoughtSuggestions } from './thought-suggestions.tsx'
import css from './today.module.css'

/** What is typed and not yet sent survives a reload. */
const typed = rememberedStore('thought', '')

const LABEL = 'A thought'
const HINT = 'What is on your mind?'

const ThoughtEditor = later(async () => (await import('../editor/thought-editor.tsx')).ThoughtEditor)

/**
 * One field for a thought: Enter puts it into today's note.
 * @param path of today's note, whether it is there yet or not; undefined until that is known
 */
export function CaptureField({ path }: { path: string | undefined }): ReactElement {
  const thought = useStore(typed)
  const [isBusy, setBusy] = useState(false)
  const hasFocus = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const isEmpty = thought.trim() === ''
  const send = async (put: (thought: string) => Promise<boolean>): Promise<void> => {
    if (isEmpty || isBusy) return
    setBusy(true)
    const isThere = await put(thought)
    // What was typed meanwhile is a thought of its own.
    if (isThere && typed.get() === thought) typed.set('')
    setBusy(false)
    form.current?.querySelector<HTMLElement>('input, [role="textbox"]')?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send(addToToday)
  }
  const plain = (
    <input
      type="text"
      className={controls.field}
      aria-label={LABEL}
      placeholder={HINT}
      autoComplete="off"
      value={thought}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={() => {
        hasFocus.current = false
      }}
      onChange={(event) => typed.set(event.target.value)}
    />
  )
  return (
    <form ref={form} className={css.capture} aria-label="Quick capture" onSubmit={submit}>
      <div className={css.thought}>
        {path === undefined ? (
          plain
        ) : (
          <ThoughtEditor
            typed={typed}
            path={path}
            label={LABEL}
            hint={HINT}
            hasFocus={hasFocus.current}
            onEnter={() => void send(addToToday)}
            fallback={plain}
          />
        )}
      </div>
      <button type="submit" className={`${controls.button} ${controls.primary}`} disabled={isEmpty}>
        Add to today
      </button>
      <button type="button" className={controls.button} disabled={isEmpty} onClick={() => void send(makeNote)}>
        New note
      </button>
      {path !== undefined && !isEmpty && <ThoughtSuggestions path={path} />}
    </form>
  )
}

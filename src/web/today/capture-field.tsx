import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import { rememberedStore, useStore } from '../store.ts'
import controls from '../ui/controls.module.css'
import { addToToday, makeNote } from './capture.ts'
import css from './today.module.css'

/** What is typed and not yet sent survives a reload. */
const typed = rememberedStore('thought', '')

/** One field for a thought: Enter puts it into today's note. */
export function CaptureField(): ReactElement {
  const thought = useStore(typed)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isEmpty = thought.trim() === ''
  const send = async (put: (thought: string) => Promise<boolean>): Promise<void> => {
    if (isEmpty || isBusy) return
    setBusy(true)
    const isThere = await put(thought)
    // What was typed meanwhile is a thought of its own.
    if (isThere && typed.get() === thought) typed.set('')
    setBusy(false)
    field.current?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send(addToToday)
  }
  return (
    <form className={css.capture} aria-label="Quick capture" onSubmit={submit}>
      <input
        ref={field}
        type="text"
        className={controls.field}
        aria-label="A thought"
        placeholder="What is on your mind?"
        autoComplete="off"
        maxLength={10_000}
        value={thought}
        onChange={(event) => typed.set(event.target.value)}
      />
      <button type="submit" className={`${controls.button} ${controls.primary}`} disabled={isEmpty}>
        Add to today
      </button>
      <button type="button" className={controls.button} disabled={isEmpty} onClick={() => void send(makeNote)}>
        New note
      </button>
    </form>
  )
}

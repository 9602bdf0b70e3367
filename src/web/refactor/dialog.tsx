import { Dialog } from '@base-ui/react/dialog'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { stemOf } from '../../core/path.ts'
import { useProgress } from '../events.ts'
import { useStore } from '../store.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { grouped, plural } from '../ui/plural.ts'
import { ChangeField } from './change-field.tsx'
import { DeleteWords } from './delete-words.tsx'
import css from './dialog.module.css'
import { FolderField } from './folder-field.tsx'
import { NoteField } from './note-field.tsx'
import { PreviewList } from './preview-list.tsx'
import { sayingOf, sayPlan, sayRenamed } from './said.ts'
import { keepAlias } from './start.ts'
import { TagField } from './tag-field.tsx'
import { firstWords, type Task, task, wordsFor } from './task.ts'
import { type Refactor, useRefactor } from './use-refactor.ts'

/** What is about to happen to names, seen before it does. */
export function RefactorDialog(): ReactElement {
  const current = useStore(task)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={current !== undefined} onOpenChange={(open) => open || task.set(undefined)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup ref={popup} className={css.popup} initialFocus={(by) => by === 'touch' || fieldIn(popup.current)}>
          {current && <Body key={keyOf(current)} of={current} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Where something is written, whatever there is to choose before it. */
function fieldIn(popup: HTMLElement | null): HTMLElement | true {
  return popup?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"])') ?? true
}

function Body({ of }: { of: Task }): ReactElement {
  const [words, setWords] = useState(firstWords(of))
  const refactor = useRefactor(of, words)
  const { plan, refusal, busy, possible, run } = refactor
  const saying = sayingOf(of, plan)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Dialog.Title className={css.heading}>{saying.heading}</Dialog.Title>
      <Field of={of} words={words} label={saying.field} onChange={setWords} onEnter={run} />
      <Finding of={of} words={words} refactor={refactor} onPropose={setWords} />
      {plan && refusal === undefined && plan.changes.length > 0 && (
        <PreviewList plan={plan} first={'path' in of ? of.path : undefined} />
      )}
      {of.kind === 'rename' && <KeepAlias title={of.title} />}
      {of.kind === 'replace' && (
        <Tick checked={of.matchCase} onChange={(matchCase) => task.set({ ...of, matchCase })}>
          Match case
        </Tick>
      )}
      <div className={css.foot}>
        <Busy shown={busy} />
        <Dialog.Close className={controls.button}>Cancel</Dialog.Close>
        <button
          type="submit"
          className={classes(controls.button, controls.primary, isDeletion(of) && css.danger)}
          aria-disabled={!possible}
        >
          {busy ? saying.busy : saying.button}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly of: Task
  readonly words: string
  readonly label: string
  onChange(words: string): void
  onEnter(): void
}

function Field({ of, words, label, onChange, onEnter }: FieldProps): ReactElement | null {
  const field = useRef<HTMLInputElement>(null)
  if (of.kind === 'link') return null
  if (of.kind === 'delete') return <DeleteWords path={of.path} />
  if (of.kind === 'change')
    return <ChangeField of={of} words={words} label={label} onChange={onChange} onEnter={onEnter} />
  if (of.kind === 'adopt') return <p className={css.words}>{sayRenamed(of)}</p>
  if (of.kind === 'move' || of.kind === 'move-folder')
    return <FolderField value={words} onChange={onChange} onEnter={onEnter} />
  if (of.kind === 'rename-tag')
    return <TagField words={words} label={label} renames={of.tag} onChange={onChange} onEnter={onEnter} />
  if (of.kind === 'merge') return <NoteField except={of.path} onChange={onChange} onEnter={onEnter} />
  return (
    <input
      ref={field}
      className={controls.field}
      aria-label={label}
      autoComplete="off"
      value={words}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface FindingProps {
  readonly of: Task
  readonly words: string
  readonly refactor: Refactor
  onPropose(words: string): void
}

/** What it comes to, or why it cannot be and what could. */
function Finding({ of, words, refactor, onPropose }: FindingProps): ReactElement {
  const { plan, refusal, proposal, waiting } = refactor
  const instead = proposal === undefined ? undefined : wordsFor(of, words, proposal)
  return (
    <div role="status" aria-label="What will change" className={css.finding} data-waiting={waiting || undefined}>
      {refusal !== undefined && (
        <div className={css.refusal}>
          <p>{refusal}</p>
          {instead !== undefined && (
            <button
              type="button"
              className={controls.button}
              onClick={({ currentTarget }) => {
                // The button goes with the refusal; who writes is in the field again.
                currentTarget.form?.querySelector('input')?.focus()
                onPropose(instead)
              }}
            >
              Use “{proposal}”
            </button>
          )}
        </div>
      )}
      {refusal === undefined && plan && <p>{sayPlan(of, plan)}</p>}
      {refusal === undefined && plan?.leftAlone && (
        <ul className={css.left}>
          {plan.leftAlone.slice(0, LEFT).map(({ path, why }) => (
            <li key={path}>
              {stemOf(path)} stays as it is. {why}
            </li>
          ))}
          {plan.leftAlone.length > LEFT && <li>So do {grouped(plan.leftAlone.length - LEFT)} more.</li>}
        </ul>
      )}
    </div>
  )
}

/** Whether something comes or goes, and whether case counts, is chosen in the dialog itself. */
function keyOf(of: Task): string {
  if (of.kind === 'replace') return JSON.stringify({ ...of, matchCase: false })
  return JSON.stringify(of.kind === 'change' ? { ...of, removes: false } : of)
}

/** Notes that stay, named one by one, at most. */
const LEFT = 3

function isDeletion(of: Task): boolean {
  return of.kind === 'delete' || (of.kind === 'change' && of.what === 'delete')
}

function KeepAlias({ title }: { title: string }): ReactElement {
  const kept = useStore(keepAlias)
  return (
    <Tick checked={kept} onChange={keepAlias.set}>
      Keep “{title}” as another name of the note
    </Tick>
  )
}

interface TickProps {
  readonly checked: boolean
  readonly children: ReactNode
  onChange(checked: boolean): void
}

function Tick({ checked, children, onChange }: TickProps): ReactElement {
  return (
    <label className={css.alias}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}

/** Work on thousands of notes says how far it is. */
function Busy({ shown }: { shown: boolean }): ReactElement {
  const progress = useProgress()
  const words = shown && progress ? `${plural(progress.done, 'note')} of ${progress.total}` : ''
  return (
    <span role="status" aria-label="Progress" className={css.busy}>
      {words}
    </span>
  )
}

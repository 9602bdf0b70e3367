import type { EditorView } from '@codemirror/view'
import { Braces, CalendarClock, Plus, X } from 'lucide-react'
import { memo, type ReactElement, useState } from 'react'
import type { TextChange } from '../../core/changes.ts'
import type { Range } from '../../core/note.ts'
import { addTag, type Key, removeTag, setProperty } from '../../core/properties.ts'
import { StatusButton } from '../decisions/status-button.tsx'
import { go } from '../navigate.ts'
import { renameInPlace } from '../refactor/start.ts'
import { useStore } from '../store.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { sayDay, sayDue, urgencyOf } from '../ui/days.ts'
import { later, laterMenu } from '../ui/later.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { contextOf } from './context.ts'
import { DayField } from './day-field.tsx'
import { EditableText } from './editable-text.tsx'
import { showProperties } from './fold.ts'
import css from './head.module.css'
import { KindButton } from './kind-button.tsx'
import type { Reading, ReadingStore } from './reading.ts'
import { understanding } from './understanding.ts'

const KindMenu = laterMenu(async () => (await import('./kind-menu.tsx')).KindMenu)

const DecisionStatus = laterMenu(async () => (await import('../decisions/status-menu.tsx')).StatusMenu)
const Superseding = later(async () => (await import('../decisions/superseding.tsx')).Superseding)

type Edit = (make: (text: string, frontmatter: Range | undefined) => TextChange[]) => void

interface HeadProps {
  readonly view: EditorView
  readonly reading: ReadingStore
  readonly readOnly: boolean
}

/** Title, kind, tags, date and status of the note; what is changed here is written as frontmatter, in the same text, and can be undone there. */
export const Head = memo(function Head({ view, reading, readOnly }: HeadProps): ReactElement | null {
  const read = useStore(reading)
  if (read === undefined) return null
  const edit: Edit = (make) => {
    const text = view.state.doc.toString()
    const { frontmatter } = presentFrontmatter(text) ?? { frontmatter: undefined }
    const changes = make(text, frontmatter)
    if (changes.length > 0) view.dispatch({ changes, userEvent: 'properties' })
  }
  return (
    <header className={css.head}>
      <Title read={read} path={contextOf(view.state).path} readOnly={readOnly} />
      <div className={css.line}>
        <Kind read={read} edit={edit} readOnly={readOnly} />
        {read.kind === 'decision' && !readOnly ? (
          <DecisionStatus
            status={read.status}
            fallback={<StatusButton status={read.status} />}
            onChange={(next) => set(edit, 'status', next)}
          />
        ) : (
          <Status read={read} edit={edit} readOnly={readOnly} />
        )}
        <DueField read={read} edit={edit} readOnly={readOnly} />
        <DateField read={read} edit={edit} readOnly={readOnly} />
        <Tags read={read} edit={edit} readOnly={readOnly} />
        {read.hasFrontmatter && <PropertiesToggle read={read} view={view} />}
      </div>
      {read.kind === 'decision' && (
        <Superseding
          path={contextOf(view.state).path}
          readOnly={readOnly}
          set={(key, value) => set(edit, key, value)}
        />
      )}
      {read.problem !== undefined && <p className={css.problem}>{read.problem}</p>}
    </header>
  )

  /** The text may have moved on since it was understood: the fence is looked up in the text as it is. */
  function presentFrontmatter(text: string): { frontmatter: Range } | undefined {
    if (view.state.field(understanding).note.frontmatter === undefined && !text.startsWith('---\n')) return undefined
    const close = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
    if (!/^---[ \t]*\n/.test(text) || close === null) return undefined
    return { frontmatter: { from: 0, to: close.index + close[0].trimEnd().length } }
  }
})

interface PartProps {
  readonly read: Reading
  readonly edit: Edit
  readonly readOnly: boolean
}

function set(edit: Edit, key: Key, value: string): void {
  edit((text, frontmatter) => setProperty(text, frontmatter, key, value.trim() === '' ? undefined : value.trim()))
}

interface TitleProps {
  readonly read: Reading
  readonly path: string
  readonly readOnly: boolean
}

/** Another title is another name: links follow it, so it is never only written. */
function Title({ read, path, readOnly }: TitleProps): ReactElement {
  // Whatever became of a title that was asked for, the field shows the one that is.
  const [round, setRound] = useState(0)
  // The heading in the text is what is seen; the page has a heading all the same.
  if (read.titleFrom === 'top heading') return <h1 className={controls.hidden}>{read.title}</h1>
  if (readOnly) return <h1 className={css.title}>{read.title}</h1>
  const rename = (wanted: string) => void renameInPlace(path, read.title, wanted).then(() => setRound(round + 1))
  return (
    <h1 className={css.title} aria-label={read.title}>
      <EditableText key={round} label="Title" value={read.title} onChange={rename} />
    </h1>
  )
}

function Kind({ read, edit, readOnly }: PartProps): ReactElement {
  const { kind } = read
  const button = <KindButton kind={kind} disabled={readOnly} />
  if (readOnly) return button
  return <KindMenu kind={kind} fallback={button} onChange={(next) => set(edit, 'kind', next)} />
}

function DateField({ read, edit, readOnly }: PartProps): ReactElement | null {
  const { date } = read
  if (date === undefined) return null
  return (
    <DayField
      label="Date"
      className={css.part}
      date={date}
      readOnly={readOnly}
      onChange={(next) => set(edit, 'date', next)}
    >
      <When date={date} />
    </DayField>
  )
}

/** What a task's status is called when nothing more is to be done. */
const ENDED = /^(?:done|completed?|finished|closed|cancell?ed|dropped)$/i

function DueField({ read, edit, readOnly }: PartProps): ReactElement | null {
  const { due } = read
  if (due === undefined && (read.kind !== 'task' || readOnly)) return null
  const ended = ENDED.test(read.status ?? '')
  const urgency = due === undefined || ended ? undefined : urgencyOf(due)
  return (
    <DayField
      label="Due"
      className={classes(css.part, urgency === 'overdue' && css.overdue, urgency === 'soon' && css.soon)}
      date={due}
      readOnly={readOnly}
      onChange={(next) => set(edit, 'due', next)}
    >
      {due === undefined ? <Plus size={14} aria-hidden /> : <CalendarClock size={15} strokeWidth={1.75} aria-hidden />}
      {due === undefined ? <span className={css.empty}>Due</span> : <span>{said(due, ended)}</span>}
    </DayField>
  )
}

function said(due: string, ended: boolean): string {
  return ended ? `Was due ${sayDay(due)}` : sayDue(due)
}

function Status({ read, edit, readOnly }: PartProps): ReactElement | null {
  const value = read.status
  if (value === undefined && read.kind !== 'task') return null
  if (readOnly) return <span className={css.part}>{value}</span>
  return (
    <span className={css.part}>
      <EditableText
        label="Status"
        placeholder="Status"
        value={value ?? ''}
        onChange={(next) => set(edit, 'status', next)}
      />
    </span>
  )
}

function Tags({ read, edit, readOnly }: PartProps): ReactElement {
  const [adding, setAdding] = useState(false)
  const back = useFocusBack<HTMLButtonElement>(adding)
  const add = (written: string) => {
    const tag = written
      .trim()
      .replace(/^#+/, '')
      .replace(/[\s,]+/g, '-')
    setAdding(false)
    const known = read.tags.some((other) => other.toLowerCase() === tag.toLowerCase())
    if (/[^\d/]/.test(tag) && !known) edit((text, frontmatter) => addTag(text, frontmatter, tag))
  }
  return (
    <>
      {read.tags.map((tag) => (
        <span key={tag} className={css.tag}>
          <button type="button" className={css.tagName} onClick={() => go({ kind: 'tag', tag })}>
            #{tag}
          </button>
          {!readOnly && (
            <button
              type="button"
              className={css.remove}
              aria-label={`Remove tag ${tag}`}
              onClick={() => edit((text, frontmatter) => removeTag(text, frontmatter, tag))}
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {adding ? (
        <input
          className={css.newTag}
          aria-label="New tag"
          // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
          autoFocus
          onBlur={(event) => add(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return
            if (event.key === 'Escape') event.currentTarget.value = ''
            back.ask()
            event.currentTarget.blur()
          }}
        />
      ) : (
        !readOnly && (
          <button
            ref={back.place}
            type="button"
            className={css.part}
            onClick={() => setAdding(true)}
            aria-label="Add a tag"
          >
            <Plus size={14} aria-hidden />
            <span className={css.empty}>Tag</span>
          </button>
        )
      )}
    </>
  )
}

function PropertiesToggle({ read, view }: { read: Reading; view: EditorView }): ReactElement {
  const label = read.propertiesShown ? 'Hide properties' : 'Show properties as text'
  return (
    <button
      type="button"
      className={css.toggle}
      aria-pressed={read.propertiesShown}
      aria-label={label}
      title={label}
      onClick={() => view.dispatch({ effects: showProperties.of(!read.propertiesShown) })}
    >
      <Braces size={15} strokeWidth={1.75} aria-hidden />
    </button>
  )
}

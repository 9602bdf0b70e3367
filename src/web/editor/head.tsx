import { redo, undo } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { Braces, CalendarClock, Plus, X } from 'lucide-react'
import { type KeyboardEvent, memo, type ReactElement, useState } from 'react'
import { addTag, type Key, removeTag, setProperty } from '../../core/properties.ts'
import { noTag, tagFrom } from '../../core/tag-name.ts'
import { StatusButton } from '../decisions/status-button.tsx'
import { go } from '../navigate.ts'
import { say } from '../notice.ts'
import { PropertyRows } from '../properties/property-rows.tsx'
import { SuggestField } from '../properties/suggest-field.tsx'
import { TextValue } from '../properties/text-value.tsx'
import { renameInPlace } from '../refactor/start.ts'
import { useStore } from '../store.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { sayDayWithin, sayDue, urgencyOf } from '../ui/days.ts'
import { later, laterMenu } from '../ui/later.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { contextOf } from './context.ts'
import { DayField } from './day-field.tsx'
import { changeField, type Edit, editIn } from './edit-properties.ts'
import { EditableText } from './editable-text.tsx'
import { showProperties } from './fold.ts'
import css from './head.module.css'
import { KindButton } from './kind-button.tsx'
import { NewTag } from './new-tag.tsx'
import type { Reading, ReadingStore } from './reading.ts'

const KindMenu = laterMenu(async () => (await import('./kind-menu.tsx')).KindMenu)

const DecisionStatus = laterMenu(async () => (await import('../decisions/status-menu.tsx')).StatusMenu)
const Superseding = later(async () => (await import('../decisions/superseding.tsx')).Superseding)

interface HeadProps {
  readonly view: EditorView
  readonly reading: ReadingStore
  readonly readOnly: boolean
}

/** Title, kind, tags, date and status of the note; what is changed here is written as frontmatter, in the same text, and can be undone there. */
export const Head = memo(function Head({ view, reading, readOnly }: HeadProps): ReactElement | null {
  const read = useStore(reading)
  const [adding, setAdding] = useState(false)
  const back = useFocusBack<HTMLButtonElement>(adding)
  if (read === undefined) return null
  const edit = editIn(view, reading)
  const context = contextOf(view.state)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys that are pressed in the controls inside
    <header className={css.head} onKeyDown={(event) => undoByKey(event, view)}>
      <Title read={read} path={context.path} readOnly={readOnly} />
      <div className={css.line}>
        <Kind read={read} edit={edit} readOnly={readOnly} path={context.path} />
        <Status read={read} edit={edit} readOnly={readOnly} path={context.path} />
        <DueField read={read} edit={edit} readOnly={readOnly} />
        <DateField read={read} edit={edit} readOnly={readOnly} />
        <Tags read={read} edit={edit} readOnly={readOnly} />
        <span className={css.together}>
          {!readOnly && read.fields !== undefined && (
            <button ref={back.place} type="button" className={css.part} onClick={() => setAdding(true)}>
              <Plus size={14} aria-hidden />
              <span className={css.empty}>Property</span>
            </button>
          )}
          {read.hasFrontmatter && <PropertiesToggle read={read} view={view} />}
        </span>
      </div>
      {read.kind === 'decision' && (
        <Superseding
          path={context.path}
          readOnly={readOnly}
          written={(read.fields ?? []).map(({ key }) => key.toLowerCase().replace(/[-_]/g, ' '))}
          set={(key, value) => set(edit, key, value)}
        />
      )}
      {read.fields !== undefined && (
        <PropertyRows
          fields={read.fields}
          path={context.path}
          kind={read.kind}
          readOnly={readOnly}
          adding={adding}
          onAdded={(isNamed) => {
            // What has a name is about to get its value.
            if (!isNamed) back.ask()
            setAdding(false)
          }}
          change={(asked) => changeField(edit, asked)}
          onCreate={context.create}
        />
      )}
      {read.problem !== undefined && <p className={css.problem}>{read.problem}</p>}
    </header>
  )
})

/** What is changed here is taken back here, as long as nothing is being typed. */
function undoByKey(event: KeyboardEvent<HTMLElement>, view: EditorView): void {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  const field = event.target as HTMLInputElement
  if (/^(?:INPUT|TEXTAREA)$/.test(field.tagName) && field.type !== 'checkbox') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo(view)
  else undo(view)
}

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

interface ChoiceProps extends PartProps {
  readonly path: string
}

function Kind({ read, edit, readOnly, path }: ChoiceProps): ReactElement {
  const { kind } = read
  const [asking, setAsking] = useState(false)
  const button = <KindButton kind={kind} disabled={readOnly} />
  if (readOnly) return button
  const change = (next: string) => set(edit, 'kind', next)
  if (asking)
    return (
      <SuggestField
        label="Kind"
        value={kind ?? ''}
        property="kind"
        from={path}
        onKeep={change}
        onLeave={() => setAsking(false)}
      />
    )
  return <KindMenu kind={kind} fallback={button} onChange={change} onOther={() => setAsking(true)} />
}

/** Of a decision one of a few, of any other note what its like have. */
function Status({ read, edit, readOnly, path }: ChoiceProps): ReactElement | null {
  const { kind, status } = read
  const [asking, setAsking] = useState(false)
  if (status === undefined && kind !== 'task' && kind !== 'decision') return null
  const change = (next: string) => set(edit, 'status', next)
  if (kind === 'decision' && !readOnly && !asking)
    return (
      <DecisionStatus
        status={status}
        fallback={<StatusButton status={status} />}
        onChange={change}
        onOther={() => setAsking(true)}
      />
    )
  return (
    <TextValue
      key={String(asking)}
      property="Status"
      value={status ?? ''}
      empty="Status"
      path={path}
      kind={kind}
      readOnly={readOnly}
      starts={asking}
      onChange={change}
      onCreate={() => {}}
      onLeave={() => setAsking(false)}
    />
  )
}

function DateField({ read, edit, readOnly }: PartProps): ReactElement | null {
  const { date } = read
  // When it was decided belongs to a decision.
  if (date === undefined && (read.kind !== 'decision' || readOnly)) return null
  return (
    <DayField
      label="Date"
      className={css.part}
      date={date}
      readOnly={readOnly}
      onChange={(next) => set(edit, 'date', next)}
    >
      {date === undefined ? (
        <>
          <Plus size={14} aria-hidden />
          <span className={css.empty}>Date</span>
        </>
      ) : (
        <When date={date} />
      )}
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
  return ended ? `Was due ${sayDayWithin(due)}` : sayDue(due)
}

function Tags({ read, edit, readOnly }: PartProps): ReactElement {
  const [adding, setAdding] = useState(false)
  const back = useFocusBack<HTMLButtonElement>(adding)
  const end = (said: string | undefined, byKey: boolean) => {
    if (byKey) back.ask()
    setAdding(false)
    const tag = tagFrom(said ?? '')
    if (tag === undefined && said) say(noTag(said.replace(/^#+/, '')).message)
    const known = read.tags.some((other) => other.toLowerCase() === tag?.toLowerCase())
    if (tag !== undefined && !known) edit((text, frontmatter) => addTag(text, frontmatter, tag))
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
        <span className={css.newTag}>
          <NewTag had={read.tags} onEnd={end} />
        </span>
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

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { folderOf } from '../../core/path.ts'
import type { NameAnswer, ValueAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { type Choice, ChoiceField } from '../refactor/choice-field.tsx'
import dialog from '../refactor/dialog.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import css from './properties.module.css'

interface SuggestFieldProps {
  readonly label: string
  /** What stands in it at first. */
  readonly value: string
  /** The property whose values in other notes are offered. */
  readonly property: string
  /** Only of notes of this kind. */
  readonly kind?: string | undefined
  /** Path of the note that will have the value: links are written as they are understood there. */
  readonly from: string
  /** Whether notes are offered before `@` or `[[` is typed. */
  readonly wantsNote?: boolean
  /** What the list that the value is for has already: it is not offered again. */
  readonly except?: readonly string[]
  onKeep(value: string): void
  /** @param byKey whether a key ended it, so that the focus goes back */
  onLeave(byKey: boolean): void
}

/** A value as it is typed, with what other notes have below it; `@` or `[[` offers notes. Enter or leaving keeps, Escape takes back. */
export function SuggestField(props: SuggestFieldProps): ReactElement {
  const { label, value, property, kind, from, wantsNote = false, except = [], onKeep, onLeave } = props
  const [typed, setTyped] = useState(value)
  const ended = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  const begun = /(?:@|@?\[\[)([^[\]@]*)$/.exec(typed)
  const isWritten = /^@?\[\[.*\]\]$/.test(typed)
  const name = begun?.[1] ?? (wantsNote && !isWritten ? typed : undefined)
  const isOfNote = name !== undefined
  const { data: notes } = useQuery({ ...queries.targets(name?.trim() ?? '', from), enabled: isOfNote })
  const { data: values } = useQuery({
    ...queries.values(property, typed === value ? '' : typed.trim(), kind),
    enabled: !isOfNote,
  })
  useEffect(() => {
    const field = place.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])
  const end = (act: () => void, byKey: boolean) => {
    if (ended.current) return
    ended.current = true
    act()
    onLeave(byKey)
  }
  const keep = (said: string, byKey: boolean) => end(() => onKeep(said.replace(/\s+/g, ' ').trim()), byKey)
  const takeNote = ({ target }: NameAnswer) => {
    const before = begun === null ? '' : typed.slice(0, begun.index)
    const mark = begun?.[0].startsWith('@') ? '@' : ''
    keep(`${before}${mark}[[${target}]]`, true)
  }
  const had = new Set(except.map((each) => foldName(each.replace(/^@(?=\[\[)/, ''))))
  const choices = isOfNote
    ? (notes ?? [])
        .filter(({ path, target }) => path !== from && !had.has(foldName(`[[${target}]]`)))
        .map((note) => noteChoice(note, () => takeNote(note)))
    : (values ?? [])
        .filter((each) => each.value !== typed && !had.has(foldName(each.value)))
        .map((each) => valueChoice(each, () => keep(each.value, true)))
  return (
    <div
      ref={place}
      role="none"
      className={css.suggest}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) keep(typed, false)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end(() => {}, true)
      }}
    >
      <ChoiceField
        label={label}
        list={isOfNote ? 'Notes' : 'Values in other notes'}
        placeholder=""
        value={typed}
        choices={choices}
        onChange={setTyped}
        onEnter={() => keep(typed, true)}
      />
    </div>
  )
}

function noteChoice({ path, title, name, kind }: NameAnswer, choose: () => void): Choice {
  const label = (
    <>
      <KindIcon kind={kind} />
      <span className={dialog.choiceName}>{title}</span>
      <span className={dialog.choiceSide}>{folderOf(path)}</span>
    </>
  )
  return { id: `${path} ${name}`, label, choose }
}

function valueChoice({ value, notes }: ValueAnswer, choose: () => void): Choice {
  const label = (
    <>
      <span className={dialog.choiceName}>{value}</span>
      <span className={dialog.choiceSide}>{notes}</span>
    </>
  )
  return { id: value, label, choose }
}

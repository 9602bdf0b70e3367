import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { foldName } from '../../core/fold.ts'
import { folderOf } from '../../core/path.ts'
import type { NameAnswer, ValueAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'
import dialog from '../refactor/dialog.module.css'
import { KindIcon } from '../ui/kind-icon.tsx'
import { FieldOverChoices, type Offer } from './field-over-choices.tsx'

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
  const begun = /(?:@|@?\[\[)([^[\]@]*)$/.exec(typed)
  const isWritten = /^@?\[\[.*\]\]$/.test(typed)
  const name = begun?.[1] ?? (wantsNote && !isWritten ? typed : undefined)
  const isOfNote = name !== undefined
  const { data: notes } = useQuery({ ...queries.targets(name?.trim() ?? '', from), enabled: isOfNote })
  const { data: values } = useQuery({
    ...queries.values(property, typed === value ? '' : typed.trim(), kind),
    enabled: !isOfNote,
  })
  const linkTo = ({ target }: NameAnswer): string => {
    const before = begun === null ? '' : typed.slice(0, begun.index)
    const mark = begun?.[0].startsWith('@') ? '@' : ''
    return `${before}${mark}[[${target}]]`
  }
  const had = new Set(except.map((each) => foldName(each.replace(/^@(?=\[\[)/, ''))))
  const offers = isOfNote
    ? (notes ?? [])
        .filter(({ path, target }) => path !== from && !had.has(foldName(`[[${target}]]`)))
        .map((note) => noteOffer(note, linkTo(note)))
    : (values ?? []).filter((each) => each.value !== typed && !had.has(foldName(each.value))).map(valueOffer)
  return (
    <FieldOverChoices
      label={label}
      list={isOfNote ? 'Notes' : 'Values in other notes'}
      typed={typed}
      offers={offers}
      onType={setTyped}
      onEnd={(kept, byKey) => {
        if (kept !== undefined) onKeep(kept)
        onLeave(byKey)
      }}
    />
  )
}

function noteOffer({ path, title, name, kind }: NameAnswer, value: string): Offer {
  const label = (
    <>
      <KindIcon kind={kind} />
      <span className={dialog.choiceName}>{title}</span>
      <span className={dialog.choiceSide}>{folderOf(path)}</span>
    </>
  )
  return { id: `${path} ${name}`, label, value }
}

function valueOffer({ value, notes }: ValueAnswer): Offer {
  const label = (
    <>
      <span className={dialog.choiceName}>{value}</span>
      <span className={dialog.choiceSide}>{notes}</span>
    </>
  )
  return { id: value, label, value }
}

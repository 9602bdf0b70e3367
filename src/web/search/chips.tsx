import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { chipsIn, withFilter, withoutChip } from '../../core/query/chips.ts'
import type { Filter } from '../../core/query/tree.ts'
import type { SearchAnswer } from '../../http/types.ts'
import { DATES, foldersOf, kindsOf, useTags } from './choices.ts'
import { FilterMenu } from './filter-menu.tsx'
import { ReplaceButton } from './replace-button.tsx'
import { SaveButton } from './save-button.tsx'
import css from './search.module.css'

interface ChipsProps {
  readonly q: string
  readonly hits: readonly SearchAnswer[]
  readonly onChange: (q: string) => void
}

/** The filters of a search, each with a way to take it away, and menus to add others: all of it is the text in the field. */
export function Chips({ q, hits, onChange }: ChipsProps): ReactElement {
  const tags = useTags()
  const add = (filter: Filter) => onChange(`${withFilter(q, filter)} `)
  return (
    <div className={css.chips}>
      {chipsIn(q).map((chip) => (
        <button
          key={chip.from}
          type="button"
          className={css.chip}
          aria-label={`Take away the filter ${chip.text}`}
          onClick={() => onChange(withoutChip(q, chip))}
        >
          {chip.text}
          <X size={13} strokeWidth={2} aria-hidden />
        </button>
      ))}
      <FilterMenu label="Kind" choices={kindsOf(hits)} onChoose={add} />
      <FilterMenu label="Tag" choices={tags} onChoose={add} />
      <FilterMenu label="Folder" choices={foldersOf(hits)} onChoose={add} />
      <FilterMenu label="Date" choices={DATES} onChoose={add} />
      {q.trim() !== '' && <SaveButton q={q} />}
      {hits.length > 0 && <ReplaceButton q={q} />}
    </div>
  )
}

import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { chipsIn, withFilter, withoutChip } from '../../core/query/chips.ts'
import type { Filter } from '../../core/query/tree.ts'
import type { SearchAnswer } from '../../http/types.ts'
import { laterMenu } from '../ui/later.tsx'
import { type Choice, DATES, foldersOf, kindsOf, useTags } from './choices.ts'
import { FilterButton } from './filter-button.tsx'
import { ReplaceButton } from './replace-button.tsx'
import { SaveButton } from './save-button.tsx'
import css from './search.module.css'

const FilterMenu = laterMenu(async () => (await import('./filter-menu.tsx')).FilterMenu)

interface ChipsProps {
  readonly q: string
  readonly hits: readonly SearchAnswer[]
  readonly onChange: (q: string) => void
}

/** The filters of a search, each with a way to take it away, and menus to add others: all of it is the text in the field. */
export function Chips({ q, hits, onChange }: ChipsProps): ReactElement {
  const tags = useTags()
  const all: readonly (readonly [label: string, choices: readonly Choice[]])[] = [
    ['Kind', kindsOf(hits)],
    ['Tag', tags],
    ['Folder', foldersOf(hits)],
    ['Date', DATES],
  ]
  const menus = all.filter(([, choices]) => choices.length > 0)
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
      {menus.map(([label, choices]) => (
        <FilterMenu
          key={label}
          label={label}
          choices={choices}
          onChoose={add}
          fallback={<FilterButton label={label} />}
        />
      ))}
      {q.trim() !== '' && <SaveButton q={q} />}
      {hits.length > 0 && <ReplaceButton q={q} />}
    </div>
  )
}

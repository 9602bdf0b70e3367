import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { addDays, addMonths } from '../../core/query/dates.ts'
import { queries } from '../queries.ts'
import { sayWholeDay, today } from '../ui/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import css from './calendar.module.css'
import { mondayOf, monthOf, weeksOf } from './month.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month with the days on which something was written: arrows go by days and weeks, Page Up and Down by months, Enter opens the day. */
export function Calendar({ day }: { day: string }): ReactElement {
  const [at, setAt] = useState(day)
  const [shownFor, setShownFor] = useState(day)
  if (shownFor !== day) {
    setShownFor(day)
    setAt(day)
  }
  const month = monthOf(at)
  const { data } = useQuery(queries.calendar(month))
  const notes = new Map(data?.days.map((each) => [each.day, each.notes]))
  const heading = useId()
  const grid = useRef<HTMLTableElement>(null)
  const isWalking = useRef(false)
  useEffect(() => {
    if (!isWalking.current) return
    isWalking.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])
  const walk = (event: KeyboardEvent): void => {
    const to = dayFor(event, at)
    if (to === undefined) return
    event.preventDefault()
    isWalking.current = true
    setAt(to)
  }
  return (
    <section aria-labelledby={heading} className={css.calendar}>
      <div className={css.head}>
        <h2 id={heading} aria-live="polite">
          {name.format(new Date(`${month}-01T00:00:00Z`))}
        </h2>
        <IconButton icon={ChevronLeft} label="Month before" onClick={() => setAt(addMonths(at, -1))} />
        <IconButton icon={ChevronRight} label="Month after" onClick={() => setAt(addMonths(at, 1))} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern for grids of dates has a table */}
      <table ref={grid} role="grid" aria-labelledby={heading} onKeyDown={walk}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a cell of the grid
                <td key={each} aria-selected={each === day}>
                  <RouteLink
                    to={{ kind: 'day', day: each }}
                    className={css.day}
                    data-day={each}
                    data-other={monthOf(each) !== month || undefined}
                    data-written={notes.has(each) || undefined}
                    aria-current={each === today() ? 'date' : undefined}
                    aria-label={`${sayWholeDay(each)}${notes.has(each) ? `, ${plural(notes.get(each) ?? 0, 'note')}` : ''}`}
                    tabIndex={each === at ? 0 : -1}
                  >
                    {Number(each.slice(8))}
                  </RouteLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** As the pattern for grids of dates has it. */
function dayFor({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent, at: string): string | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1)
    case 'ArrowRight':
      return addDays(at, 1)
    case 'ArrowUp':
      return addDays(at, -7)
    case 'ArrowDown':
      return addDays(at, 7)
    case 'Home':
      return mondayOf(at)
    case 'End':
      return addDays(mondayOf(at), 6)
    case 'PageUp':
      return addMonths(at, shiftKey ? -12 : -1)
    case 'PageDown':
      return addMonths(at, shiftKey ? 12 : 1)
    default:
      return undefined
  }
}

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { stemOf } from '../../core/path.ts'
import type { LinkChange } from '../../http/types.ts'
import { openDaily } from '../create.ts'
import { queries } from '../queries.ts'
import { TaskLine } from '../tasks/task-line.tsx'
import { keyOfTask, useTicks } from '../tasks/ticks.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { Awaited } from '../ui/awaited.tsx'
import controls from '../ui/controls.module.css'
import { sayDay, sayWholeDay, today } from '../ui/days.ts'
import { NoteLink } from '../ui/note-link.tsx'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { View } from '../views/view.tsx'
import { Calendar } from './calendar.tsx'
import { Row, Section } from './section.tsx'
import css from './today.module.css'

/** What was written and linked on a day. */
export function DayView({ day }: { day: string }): ReactElement {
  const { data, error } = useQuery(queries.day(day))
  const ticks = useTicks(data)
  const isThere = data?.day === day
  const isEmpty =
    isThere && data.written.count + data.changed.count + data.made.count + data.removed.count + data.due.length === 0
  return (
    <View
      title={sayWholeDay(day)}
      about={day === today() && 'Today'}
      error={isThere ? null : error}
      wide
      tools={isThere && <DayNote day={day} isThere={data.note.isThere} />}
    >
      <div className={css.withCalendar}>
        <div className={css.aside}>
          <Calendar day={day} />
          {isThere && <Neighbours before={data.before} after={data.after} />}
        </div>
        {!isThere && <Awaited />}
        {isThere && (
          <div onKeyDown={walkRows} role="none">
            {isEmpty && (
              <p className={css.more}>
                Nothing was written on this day. Days with notes have a dot in the calendar; write this day's note to
                begin.
              </p>
            )}
            {data.written.count > 0 && (
              <Section title="Written">
                {data.written.notes.map((note) => (
                  <Row key={note.path} note={note} />
                ))}
                <More count={data.written.count - data.written.notes.length} />
              </Section>
            )}
            {data.due.length > 0 && (
              <Section title="Due">
                {data.due.map((task) => (
                  <TaskLine key={keyOfTask(task)} task={task} ticks={ticks} />
                ))}
              </Section>
            )}
            <Links title="Linked" {...data.made} />
            <Links title="Links taken away" {...data.removed} />
            {data.changed.count > 0 && (
              <Section title="Changed" about="Notes of other days that were last changed on this one">
                {data.changed.notes.map((note) => (
                  <Row key={note.path} note={note} date={note.date} />
                ))}
                <More count={data.changed.count - data.changed.notes.length} />
              </Section>
            )}
          </div>
        )}
      </div>
    </View>
  )
}

function DayNote({ day, isThere }: { day: string; isThere: boolean }): ReactElement {
  return (
    <button type="button" className={controls.button} onClick={() => void openDaily(day)}>
      {isThere ? "This day's note" : "Write this day's note"}
    </button>
  )
}

/** The nearest days on which anything was written. */
function Neighbours({ before, after }: { before: string | null; after: string | null }): ReactElement {
  return (
    <nav aria-label="Days with notes" className={css.neighbours}>
      {before === null ? (
        <span />
      ) : (
        <RouteLink
          to={{ kind: 'day', day: before }}
          className={css.neighbour}
          aria-label={`Before: ${sayWholeDay(before)}`}
        >
          <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
          {sayDay(before)}
        </RouteLink>
      )}
      {after !== null && (
        <RouteLink
          to={{ kind: 'day', day: after }}
          className={css.neighbour}
          aria-label={`After: ${sayWholeDay(after)}`}
        >
          {sayDay(after)}
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
        </RouteLink>
      )}
    </nav>
  )
}

/** Which note came to link to which, or does no longer. */
function Links(props: { title: string; count: number; links: readonly LinkChange[] }): ReactElement | null {
  const { title, count, links } = props
  if (count === 0) return null
  return (
    <Section title={title}>
      {links.map(({ source, title: from, target, resolved }, at) => (
        <li key={`${source} ${target} ${at}`} className={css.linked}>
          <NoteLink path={source} className={css.end} data-row="">
            {from}
          </NoteLink>
          <span aria-hidden>→</span>
          <span className={controls.hidden}> to </span>
          {resolved === null ? (
            <span>{target}</span>
          ) : (
            <NoteLink path={resolved} className={css.end}>
              {stemOf(resolved)}
            </NoteLink>
          )}
        </li>
      ))}
      <More count={count - links.length} />
    </Section>
  )
}

function More({ count }: { count: number }): ReactElement | null {
  return count > 0 ? <li className={css.more}>And {grouped(count)} more.</li> : null
}

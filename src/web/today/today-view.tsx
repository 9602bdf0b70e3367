import { useQuery } from '@tanstack/react-query'
import { CalendarDays } from 'lucide-react'
import type { ReactElement } from 'react'
import { openToday } from '../create.ts'
import { SHORTCUTS } from '../layout/use-shortcuts.ts'
import { queries } from '../queries.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { Awaited } from '../ui/awaited.tsx'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { sayWholeDay, today } from '../ui/days.ts'
import { Empty } from '../ui/empty.tsx'
import { keyLabel } from '../ui/shortcuts.ts'
import { View } from '../views/view.tsx'
import { Calendar } from './calendar.tsx'
import { CaptureField } from './capture-field.tsx'
import { Row, Section } from './section.tsx'
import { TasksDue } from './tasks-due.tsx'
import css from './today.module.css'
import { useLeftOff } from './use-left-off.ts'

/** What a day begins with. */
export function TodayView(): ReactElement {
  const day = today()
  const { data, error } = useQuery(queries.today(day))
  const { data: tasks } = useQuery(queries.tasks('due', day))
  const left = useLeftOff()
  const isThere = data !== undefined && tasks !== undefined && left !== undefined
  return (
    <View title="Today" about={sayWholeDay(day)} error={data ? null : error} tools={<DailyNote />} wide>
      <div className={classes(css.withCalendar, css.today)}>
        <div className={css.aside}>
          <Calendar day={day} />
        </div>
        <div>
          <CaptureField path={data?.note} />
          {!isThere && <Awaited />}
          {isThere && left.length === 0 && (
            <Empty icon={CalendarDays}>
              Where you left off, what is due, and what you wrote on this day before will stand here. Write a first
              thought above.
            </Empty>
          )}
          {isThere && left.length > 0 && (
            <div onKeyDown={walkRows} role="none">
              <Section title="Where you left off">
                {left.map(({ note, at, when }) => (
                  <Row key={note.path} note={note} at={at} date={when} />
                ))}
              </Section>
              <TasksDue answer={tasks} />
              {data.forgotten !== null && (
                <Section title="Worth seeing again">
                  <Row note={data.forgotten} why={data.forgotten.why} />
                </Section>
              )}
              {data.before.map(({ day: before, said, count, notes }) => (
                <Section key={before} title={said} about={sayWholeDay(before)}>
                  {notes.map((note) => (
                    <Row key={note.path} note={note} />
                  ))}
                  {count > notes.length && <li className={css.more}>And {count - notes.length} more of that day.</li>}
                </Section>
              ))}
            </div>
          )}
        </div>
      </div>
    </View>
  )
}

function DailyNote(): ReactElement {
  return (
    <button type="button" className={controls.button} onClick={() => void openToday()}>
      Today's note
      <kbd className={controls.key}>{keyLabel(SHORTCUTS.today)}</kbd>
    </button>
  )
}

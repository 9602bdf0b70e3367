import { useQuery } from '@tanstack/react-query'
import { Shapes } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { KindNotesAnswer } from '../../http/types.ts'
import { ChooseButton } from '../bulk/choose-button.tsx'
import { ChooseList } from '../bulk/later.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { KindRoute } from '../routes.ts'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import parts from '../ui/parts.module.css'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { View } from '../views/view.tsx'
import { KindTable } from './kind-table.tsx'
import css from './kinds.module.css'
import { titleOfKind } from './title.ts'

/** Rows at first, and how many more each time. */
const STEP = 200
/** Nobody reads further; a filter finds what is beyond. */
const MOST = 1000

/** The notes of a kind as a table: what they say of themselves as columns, each to sort by. */
export function KindView({ route }: { route: KindRoute }): ReactElement {
  const { name, sort, status, find = '' } = route
  const [limit, setLimit] = useState(STEP)
  const [choosing, setChoosing] = useState(false)
  const asked = { kind: name, sort, status, find: find.trim() || undefined }
  const { data, error } = useQuery(queries.kind({ ...asked, limit: choosing ? MOST : limit }))
  const all = data?.statuses.reduce((sum, { notes }) => sum + notes, 0) ?? 0
  const beyond = (data?.notes ?? 0) - (data?.rows.length ?? 0)
  return (
    <View
      title={titleOfKind(name)}
      count={data && all}
      error={data ? null : error}
      isAwaited={data === undefined}
      wide
      tools={data && data.rows.length > 0 && !choosing && <ChooseButton onChoose={() => setChoosing(true)} />}
    >
      {name === 'decision' && all > 0 && (
        <p className={css.hint}>
          What came of each stands in{' '}
          <RouteLink to={{ kind: 'decisions' }} className={parts.link}>
            Decisions
          </RouteLink>
          .
        </p>
      )}
      {data && all === 0 && (
        <Empty icon={Shapes}>
          {name === ''
            ? 'Every note has a kind.'
            : `No note is of this kind now. Write kind: ${name} into the properties of a note, and it will stand here.`}
        </Empty>
      )}
      {data && all > 0 && <Filters route={route} answer={data} all={all} />}
      {data?.notes === 0 && all > 0 && (
        <p className={css.none}>No note of this kind has these words and this status.</p>
      )}
      {data && data.rows.length > 0 && choosing && (
        <ChooseList label={titleOfKind(name)} notes={data.rows} onDone={() => setChoosing(false)} />
      )}
      {data && data.rows.length > 0 && !choosing && <KindTable route={route} answer={data} />}
      {beyond > 0 && !choosing && (
        <p className={css.none}>
          {limit < MOST ? (
            <button type="button" className={controls.button} onClick={() => setLimit(limit + STEP)}>
              {grouped(beyond)} more
            </button>
          ) : (
            `${grouped(beyond)} more are not listed; filter by words or a status to see them.`
          )}
        </p>
      )}
    </View>
  )
}

interface FiltersProps {
  readonly route: KindRoute
  readonly answer: KindNotesAnswer
  readonly all: number
}

function Filters({ route, answer, all }: FiltersProps): ReactElement {
  const statuses = answer.statuses.filter((each) => each.status !== null)
  const choices = [
    { value: undefined, label: 'All', count: all },
    ...answer.statuses.map((each) => ({
      value: each.status ?? '',
      label: each.status ?? 'No status',
      count: each.notes,
    })),
  ]
  return (
    <div className={css.filters}>
      {statuses.length > 0 && (
        <ChoiceChips
          label="Status"
          choices={choices}
          chosen={route.status}
          onChoose={(status) => go({ ...route, status })}
        />
      )}
      <input
        type="search"
        className={classes(controls.field, css.words)}
        placeholder="Filter"
        aria-label="Filter by title"
        value={route.find ?? ''}
        onChange={(event) => go({ ...route, find: event.target.value || undefined }, { replace: true })}
      />
    </div>
  )
}

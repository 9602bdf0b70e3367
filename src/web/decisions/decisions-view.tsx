import { useQuery } from '@tanstack/react-query'
import { Signpost } from 'lucide-react'
import { type FormEvent, type ReactElement, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import type { DecisionAnswer, DecisionsAnswer } from '../../http/types.ts'
import { createOf } from '../create.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { DecisionsRoute } from '../routes.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { periodOf, When } from '../ui/dates.tsx'
import { Empty } from '../ui/empty.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { grouped, plural } from '../ui/plural.ts'
import { View } from '../views/view.tsx'
import css from './decisions.module.css'
import { compareStatuses, StatusMark } from './status-mark.tsx'

/** So many are described at first, and at most. */
const STEP = 200
const MOST = 1000

/** Every decision, newest first, with its status and how much hangs on it. */
export function DecisionsView({ route }: { route: DecisionsRoute }): ReactElement {
  const { status, find } = route
  const [limit, setLimit] = useState(STEP)
  const { data, error } = useQuery(queries.decisions({ limit, status, words: find }))
  const all = data?.statuses.reduce((sum, each) => sum + each.decisions, 0)
  const periods = data && Map.groupBy(data.decisions, ({ date }) => periodOf(date))
  return (
    <View
      title="Decisions"
      count={all}
      error={data ? null : error}
      isAwaited={data === undefined}
      about="What was decided, when, and how much hangs on it."
    >
      <NewDecision folder={data?.decisions[0] ? folderOf(data.decisions[0].path) : 'decisions'} />
      {all === 0 && (
        <Empty icon={Signpost}>
          Notes of the kind decision will stand here, the newest first, with what came of each.
        </Empty>
      )}
      {data && all !== undefined && all > 0 && (
        <div className={css.filters}>
          <ChoiceChips
            label="Status"
            chosen={status}
            choices={[
              { value: undefined, label: 'All', count: all },
              ...data.statuses
                .toSorted((a, b) => compareStatuses(a.status, b.status))
                .map((each) => ({
                  value: each.status ?? '',
                  label: each.status ?? 'No status',
                  count: each.decisions,
                })),
            ]}
            onChoose={(each) => go({ ...route, status: each })}
          />
          <input
            type="search"
            className={`${controls.field} ${css.words}`}
            placeholder="Filter"
            aria-label="Filter decisions by their title"
            value={find ?? ''}
            onChange={(event) => go({ ...route, find: event.target.value || undefined }, { replace: true })}
          />
        </div>
      )}
      {data?.found === 0 && all !== 0 && <p className={css.none}>No decision has these words.</p>}
      <div onKeyDown={walkRows} role="none">
        {[...(periods ?? [])].map(([period, decisions]) => (
          <section key={period} aria-label={period}>
            <h2 className={css.period}>{period}</h2>
            <ol className={css.timeline}>
              {decisions.map((decision) => (
                <Decision key={decision.path} decision={decision} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {data && data.found > data.decisions.length && <More data={data} onMore={() => setLimit(limit + 2 * STEP)} />}
    </View>
  )
}

/** As many more as are described at a time; behind them words lead to the others. */
function More({ data, onMore }: { data: DecisionsAnswer; onMore(): void }): ReactElement {
  if (data.decisions.length >= MOST)
    return (
      <p className={css.none}>
        The newest {grouped(MOST)} of {grouped(data.found)} are listed; words or a status lead to the others.
      </p>
    )
  return (
    <button type="button" className={controls.quiet} onClick={onMore}>
      Show more of {plural(data.found, 'decision')}
    </button>
  )
}

function Decision({ decision }: { decision: DecisionAnswer }): ReactElement {
  const { path, title, status, date, supersededBy, follow, open, done, mentions } = decision
  const ended = supersededBy.length > 0 || status === 'superseded' || status === 'rejected'
  const isSaid = supersededBy.length > 0 && status === 'superseded'
  return (
    <li className={css.decision} data-ended={ended}>
      <StatusMark status={status} size={18} />
      <div className={css.decisionBody}>
        <div className={css.decisionHead}>
          <NoteLink path={path} className={classes(css.decisionTitle, parts.quietLink)} data-row="">
            {title}
          </NoteLink>
          <p className={parts.facts}>
            {!isSaid && <span className={css.statusWord}>{status ?? 'no status'}</span>}
            <When date={date} />
            {supersededBy.map((by) => (
              <span key={by.path}>
                superseded by{' '}
                <NoteLink path={by.path} className={parts.link}>
                  {by.title}
                </NoteLink>
              </span>
            ))}
          </p>
        </div>
        <p className={css.hangs}>
          {follow === 0
            ? 'Nothing rests on it yet'
            : `${plural(follow, 'note')} ${follow === 1 ? 'rests' : 'rest'} on it`}
          {open + done > 0 && ` · ${plural(open, 'open task')}, ${done} done`}
          {mentions > 0 && ` · mentioned in ${plural(mentions, 'other note')}`}
        </p>
        {ended && open > 0 && (
          <p className={css.warning}>
            {plural(open, 'open task')} still {open === 1 ? 'rests' : 'rest'} on this.
          </p>
        )}
      </div>
    </li>
  )
}

/** The template comes with it: context, options, choice, reason. */
function NewDecision({ folder }: { folder: string }): ReactElement {
  const [title, setTitle] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') void createOf('decision', title.trim(), { folder })
  }
  return (
    <form className={parts.ask} onSubmit={submit}>
      <input
        className={controls.field}
        aria-label="What is to be decided?"
        placeholder="What is to be decided?"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <button type="submit" className={controls.button} disabled={title.trim() === ''}>
        New decision
      </button>
    </form>
  )
}

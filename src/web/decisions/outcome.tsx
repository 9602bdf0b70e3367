import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { stillResting } from '../../core/chain/ended.ts'
import { compareUrgency } from '../../core/tasks/urgency.ts'
import type { FollowerAnswer, OutcomeAnswer, TaskAnswer } from '../../http/types.ts'
import { Reason } from '../chain/chain-row.tsx'
import { titleOfKind } from '../kinds/title.ts'
import { Fold } from '../layout/fold.tsx'
import { useSteady } from '../margin/use-steady.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { sayDue, urgencyOf } from '../ui/days.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { plural } from '../ui/plural.ts'
import css from './decisions.module.css'

/** So many tasks and mentions are drawn at first. */
const DRAWN = 6
const NO_MARK = [0, 0] as const

const HEADINGS: Readonly<Record<string, string>> = {
  task: 'Tasks',
  project: 'Projects that depend on it',
  decision: 'Later decisions that come back to it',
  idea: 'Ideas',
  knowledge: 'What was learnt since',
}

/** What came of a decision: who rests on it, and what is still to be done. */
export function Outcome({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.outcome(path))
  const { shown, watch } = useSteady(path, data)
  const notes = shown?.groups.reduce((sum, group) => sum + group.notes.length, 0)
  return (
    <div {...watch}>
      <Fold id="outcome" title="What came of it" count={notes}>
        {shown && <OutcomeBody outcome={shown} notes={notes ?? 0} />}
      </Fold>
    </div>
  )
}

function OutcomeBody({ outcome, notes }: { outcome: OutcomeAnswer; notes: number }): ReactElement {
  const { groups, mentions, open, done, tasks } = outcome
  if (notes + mentions.length === 0)
    return <p className={css.empty}>Notes that rest on this decision will stand here, with their tasks.</p>
  return (
    <>
      <StillResting outcome={outcome} />
      {open + done > 0 && (
        <div className={css.group}>
          <h3 className={css.groupName}>
            {plural(open, 'open task')}, {done} done
          </h3>
          <Tasks tasks={tasks} outcome={outcome} />
        </div>
      )}
      {groups.map((group) => (
        <div key={group.kind ?? ''} className={css.group}>
          <h3 className={css.groupName}>
            {HEADINGS[group.kind ?? ''] ?? (group.kind === null ? 'Notes' : titleOfKind(group.kind))}{' '}
            <span className={controls.count}>{group.notes.length}</span>
          </h3>
          <Followers followers={group.notes} />
        </div>
      ))}
      {mentions.length > 0 && (
        <div className={css.group}>
          <h3 className={css.groupName}>
            Only mentioned in <span className={controls.count}>{mentions.length}</span>
          </h3>
          <Followers followers={mentions} />
        </div>
      )}
    </>
  )
}

/** What rests on something that no longer holds is what its reader must know first. */
function StillResting({ outcome }: { outcome: OutcomeAnswer }): ReactElement | null {
  const resting = stillResting(outcome)
  if (resting === undefined) return null
  const { notes, open } = resting
  const tasks = open > 0 ? `${plural(open, 'open task')} in ` : ''
  return (
    <p className={css.warning}>
      This decision no longer holds, and {tasks}
      {plural(notes, 'note')} still {notes === 1 ? 'rests' : 'rest'} on it.
    </p>
  )
}

function Tasks({ tasks, outcome }: { tasks: readonly TaskAnswer[]; outcome: OutcomeAnswer }): ReactElement {
  const [drawn, setDrawn] = useState(DRAWN)
  const sorted = tasks.toSorted(compareUrgency)
  const titles = new Map(outcome.groups.flatMap(({ notes }) => notes.map(({ note }) => [note.path, note.title])))
  return (
    <>
      <ul>
        {sorted.slice(0, drawn).map((task) => (
          <li key={`${task.path} ${task.line}`} className={css.task} data-done={task.done}>
            {task.done ? (
              <CircleCheck size={15} strokeWidth={1.75} role="img" aria-label="Done" />
            ) : (
              <CircleDashed size={15} strokeWidth={1.75} role="img" aria-label="Open" />
            )}
            <div>
              <span className={css.taskText}>
                <Sentence text={task.text} mark={NO_MARK} />
              </span>{' '}
              {task.due !== null && !task.done && (
                <span className={classes(css.due, css[urgencyOf(task.due)])}>{sayDue(task.due)}</span>
              )}
              <NoteLink path={task.path} className={css.taskNote}>
                {titles.get(task.path) ?? task.path}
              </NoteLink>
            </div>
          </li>
        ))}
      </ul>
      {tasks.length > drawn && (
        <button type="button" className={classes(controls.quiet, css.moreRows)} onClick={() => setDrawn(tasks.length)}>
          {tasks.length - drawn} more
        </button>
      )}
    </>
  )
}

function Followers({ followers }: { followers: readonly FollowerAnswer[] }): ReactElement {
  const [drawn, setDrawn] = useState(DRAWN)
  return (
    <>
      <ul>
        {followers.slice(0, drawn).map(({ note, why, distance }) => (
          <li key={note.path} className={css.follower}>
            <div className={css.followerHead}>
              <NoteLink path={note.path} className={classes(css.followerTitle, parts.quietLink)}>
                <KindIcon kind={note.kind} size={15} />
                <span>{note.title}</span>
              </NoteLink>
              <span className={classes(parts.facts, css.fine)}>
                {note.status !== null && <span>{note.status}</span>}
                <When date={note.date} />
              </span>
            </div>
            {distance === 1 ? (
              <Reason why={why} />
            ) : (
              <span className={classes(parts.facts, css.fine)}>{plural(distance, 'step')} away</span>
            )}
          </li>
        ))}
      </ul>
      {followers.length > drawn && (
        <button
          type="button"
          className={classes(controls.quiet, css.moreRows)}
          onClick={() => setDrawn(followers.length)}
        >
          {followers.length - drawn} more
        </button>
      )}
    </>
  )
}

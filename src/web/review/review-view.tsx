import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import type { ReviewAnswer } from '../../http/types.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { linkThere } from '../suggest/acts.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { sayWholeDay, today } from '../ui/days.ts'
import { Empty } from '../ui/empty.tsx'
import { View } from '../views/view.tsx'
import { keepReview, leave } from './acts.ts'
import css from './review.module.css'
import { stepsOf } from './steps.tsx'

const PERIODS = [
  ['7d', 'A week'],
  ['1m', 'A month'],
  ['3m', 'A quarter'],
  ['1y', 'A year'],
] as const

/** The look back, a step at a time. */
export function ReviewView({ since = '7d' }: { since: string | undefined }): ReactElement {
  const { data, error } = useQuery(queries.review(since, today()))
  return (
    <View
      title="Review"
      error={data ? null : error}
      isAwaited={data === undefined}
      about={data && `${sayWholeDay(data.since)} to ${sayWholeDay(data.until)}`}
      tools={<Period since={since} />}
    >
      {data && <Steps key={since} answer={data} since={since} />}
    </View>
  )
}

function Period({ since }: { since: string }): ReactElement {
  return (
    <label>
      <span className={controls.hidden}>Period</span>
      <select
        className={controls.field}
        value={since}
        onChange={(event) => go({ kind: 'review', since: event.target.value }, { replace: true })}
      >
        {PERIODS.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
        {!PERIODS.some(([value]) => value === since) && <option value={since}>Since {since}</option>}
      </select>
    </label>
  )
}

function Steps({ answer, since }: { answer: ReviewAnswer; since: string }): ReactElement {
  const [at, setAt] = useState(0)
  const steps = stepsOf(answer)
  const last = steps.length - 1
  const here = Math.min(at, Math.max(last, 0))
  const step = steps[here]
  const first = step?.title === 'Might connect' ? answer.connect[0] : undefined
  useKeys({
    ArrowRight: () => setAt(Math.min(here + 1, last)),
    ArrowLeft: () => setAt(Math.max(here - 1, 0)),
    l: () => first && void linkThere(first),
    d: () => first && void leave(first),
  })
  if (step === undefined) return <Empty icon={History}>Nothing was written in this time, and nothing waits.</Empty>
  return (
    <>
      <nav aria-label="Steps" className={css.steps}>
        <button type="button" className={controls.button} disabled={here === 0} onClick={() => setAt(here - 1)}>
          Back
        </button>
        <progress
          className={classes(controls.bar, css.progress)}
          aria-label="Steps done"
          max={steps.length}
          value={here + 1}
        />
        <span className={css.count}>
          {here + 1} of {steps.length}
        </span>
        {here < last ? (
          <button type="button" className={`${controls.button} ${controls.primary}`} onClick={() => setAt(here + 1)}>
            Next
          </button>
        ) : (
          <button
            type="button"
            className={`${controls.button} ${controls.primary}`}
            onClick={() => void keepReview(since, answer.until)}
          >
            Keep as a note
          </button>
        )}
      </nav>
      <section aria-label={step.title} onKeyDown={walkRows}>
        <h2 className={css.title} aria-live="polite">
          {step.title}
        </h2>
        <p className={css.about}>{step.about}</p>
        {step.body}
      </section>
    </>
  )
}

/** Keys of the whole page, where nobody writes. */
function useKeys(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof HTMLElement && event.target.matches('input, select, textarea, [contenteditable=true]')
      const action = actions[event.key]
      if (action === undefined || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

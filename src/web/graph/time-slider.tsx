import { type ReactElement, useEffect, useRef, useState } from 'react'
import { sayDayWithin } from '../ui/days.ts'
import css from './graph.module.css'

/** A picture for each day that is passed over would be more than anyone sees. Milliseconds. */
const PAUSE = 120

interface TimeSliderProps {
  readonly days: readonly string[]
  /** The empty string for all. */
  readonly until: string
  onChange(until: string): void
}

/** The vault as it was on a day: the notes dated until then. */
export function TimeSlider({ days, until, onChange }: TimeSliderProps): ReactElement | null {
  const last = days.length - 1
  const chosen =
    until === ''
      ? last
      : Math.max(
          0,
          days.findLastIndex((day) => day <= until),
        )
  const [held, setHeld] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (last < 1) return null
  const at = held ?? chosen
  const said = at === last ? 'Until today' : `As of ${sayDayWithin(days[at] ?? '')}`
  const slide = (to: number): void => {
    setHeld(to)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setHeld(undefined)
      onChange(to === last ? '' : (days[to] ?? ''))
    }, PAUSE)
  }
  return (
    <label className={css.time}>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label="Notes dated until"
        aria-valuetext={said}
        onChange={(event) => slide(Number(event.target.value))}
      />
      <span>{said}</span>
    </label>
  )
}

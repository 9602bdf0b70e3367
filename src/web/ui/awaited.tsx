import { type ReactElement, useEffect, useState } from 'react'
import css from './awaited.module.css'
import controls from './controls.module.css'

/** An answer that is there sooner is not announced: what comes and goes in that time only flickers. Milliseconds. */
const SOON = 150
/** How wide the rows are, in per cent: rows of one width would look like a table. */
const WIDTHS = [62, 48, 71, 55, 66, 41] as const

/** What stands where an answer is to be, once it is late: rows without words, that do not move. */
export function Awaited(): ReactElement | null {
  if (!useIsLate()) return null
  return (
    <div role="status" className={css.awaited}>
      <span className={controls.hidden}>Loading</span>
      {WIDTHS.map((width) => (
        <span key={width} className={css.row} style={{ inlineSize: `${width}%` }} aria-hidden />
      ))}
    </div>
  )
}

/** Whether one has waited so long that it wants saying. */
export function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), SOON)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}

import { useEffect, useRef } from 'react'
import { useStore } from '../store.ts'
import { acted } from './passage.ts'

/**
 * What the reader did shows at once: the next answer is not held back, even when it says what the last one did, which may have been asked
 * after the act and have come before it was known here.
 * @param answeredAt when the last answer came
 */
export function useShowAfterActs(answeredAt: number, showNewest: () => void): void {
  const acts = useStore(acted)
  const seen = useRef({ acts, answeredAt })
  useEffect(() => {
    if (seen.current.acts === acts) seen.current.answeredAt = answeredAt
    // Until the answer has come that knows of the act.
    if (seen.current.answeredAt === answeredAt) return
    seen.current = { acts, answeredAt }
    showNewest()
  })
}

import { useEffect, useRef } from 'react'
import { useStore } from '../store.ts'
import { acted } from './passage.ts'

/** What the reader did shows at once: the next answer is not held back. */
export function useShowAfterActs<T>(newest: T | undefined, showNewest: () => void): void {
  const acts = useStore(acted)
  const seen = useRef({ acts, newest })
  useEffect(() => {
    if (seen.current.acts === acts) seen.current.newest = newest
    // Until the answer has come that knows of the act.
    if (seen.current.newest === newest) return
    seen.current = { acts, newest }
    showNewest()
  })
}

import { useEffect, useRef } from 'react'
import { useStore } from '../store.ts'
import { acted } from './passage.ts'

/**
 * What the reader did shows at once: neither the answer that is there by then, which may know of it already, is held back, nor the next one that
 * says something else.
 */
export function useShowAfterActs<T>(newest: T | undefined, showNewest: () => void): void {
  const acts = useStore(acted)
  const seen = useRef({ acts, newest, isNextDue: false })
  useEffect(() => {
    const { current } = seen
    if (current.acts !== acts) seen.current = { acts, newest, isNextDue: true }
    else if (current.isNextDue && current.newest !== newest) seen.current = { acts, newest, isNextDue: false }
    else return
    showNewest()
  })
}

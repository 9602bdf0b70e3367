import { useSyncExternalStore } from 'react'

/** Below this the left column is a drawer. */
export const NARROW = '(max-width: 1079px)'
/** Below this the margin is a sheet. */
export const SLIM = '(max-width: 859px)'

export function useMedia(query: string): boolean {
  const matches = () => matchMedia(query).matches
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    matches,
    matches,
  )
}

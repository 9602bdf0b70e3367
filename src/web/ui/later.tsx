import { type ComponentType, createElement, type ReactNode, useEffect } from 'react'
import { firstNote } from '../first-note.ts'
import { createStore, useStore } from '../store.ts'

interface LaterProps {
  /** Whether its code is needed now; false waits until something else fetches it, undefined until it is its turn. */
  readonly wanted?: boolean
  /** What stands there meanwhile. */
  readonly fallback?: ReactNode
}

export interface Later<P> {
  (props: P & LaterProps): ReactNode
  /** Fetches the code before it is needed. @returns whether it is there */
  fetch(): Promise<boolean>
  isThere(): boolean
}

/**
 * A part of the app whose code comes after the first paint. React's `lazy` would keep a failure for good; this tries again
 * whenever the part is wanted anew.
 * @param turn when it may be fetched where nobody has asked for it yet
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  turn: () => Promise<void> = () => Promise.resolve(),
): Later<P> {
  const loaded = createStore<{ readonly part: ComponentType<P> | undefined }>({ part: undefined })
  let loading: Promise<boolean> | undefined
  const fetch = () => {
    loading ??= load().then(
      (part) => {
        loaded.set({ part })
        return true
      },
      () => {
        loading = undefined
        return false
      },
    )
    return loading
  }
  function Part({ wanted, fallback = null, ...props }: P & LaterProps): ReactNode {
    const { part } = useStore(loaded)
    useEffect(() => {
      if (wanted === true) void fetch()
      else if (wanted === undefined) void turn().then(fetch)
    }, [wanted])
    return part === undefined ? fallback : createElement(part, props as unknown as P)
  }
  return Object.assign(Part, { fetch, isThere: () => loaded.get().part !== undefined })
}

/**
 * The same for what lies over the page: its library adds styles, which the page's security policy must know. It is large, and nothing
 * of it is seen at first, so the first note comes before it.
 */
export function laterOver<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  return later(async () => {
    const [{ withNonce }, part] = await Promise.all([import('./with-nonce.tsx'), load()])
    return withNonce(part)
  }, firstNote)
}

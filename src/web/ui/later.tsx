import { type ComponentType, createElement, type ReactNode, useEffect } from 'react'
import { firstNote } from '../first-note.ts'
import { createStore, useStore } from '../store.ts'
import { type EarlyPress, useEarlyPress, Waiting } from './early-press.tsx'

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
 * @param keepsPress a press on the fallback's button goes to the button that takes its place
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  turn: () => Promise<void> = () => Promise.resolve(),
  keepsPress = false,
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
    const press = useEarlyPress(part !== undefined)
    const wait = (early: EarlyPress): void => {
      press(early)
      void fetch()
    }
    if (part !== undefined) return createElement(part, props as unknown as P)
    return fallback === null || !keepsPress ? fallback : <Waiting onPress={wait}>{fallback}</Waiting>
  }
  return Object.assign(Part, { fetch, isThere: () => loaded.get().part !== undefined })
}

/**
 * The same for what lies over the page: its library adds styles, which the page's security policy must know. It is large, and nothing
 * of it is seen at first, so the first note comes before it.
 */
export function laterOver<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  return later(withStyles(load), firstNote)
}

/** The same for a button that opens a menu: it shows at once, and may be pressed at once. */
export function laterMenu<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  return later(withStyles(load), firstNote, true)
}

function withStyles<P extends object>(load: () => Promise<ComponentType<P>>): () => Promise<ComponentType<P>> {
  return async () => {
    const [{ withNonce }, part] = await Promise.all([import('./with-nonce.tsx'), load()])
    return withNonce(part)
  }
}

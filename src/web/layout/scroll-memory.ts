import { type RefObject, useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'

const KEY = 'notly.scroll'
const KEPT = 60
/** Content may come late (the editor, a list): the place is sought again for so long. */
const SEEK_MS = 2500
const BY_THE_READER = ['wheel', 'pointerdown', 'keydown'] as const

/** Gives the current history entry a key of its own, by which its scroll position is kept. */
function entryKey(): string {
  const state = history.state as { key?: string } | null
  if (state?.key) return state.key
  const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`
  history.replaceState({ ...state, key }, '')
  return key
}

/**
 * Keeps where a history entry was scrolled to, and goes there again after Back and after a reload.
 * @param part tells the places of one page apart that scroll on their own
 */
export function useScrollMemory(ref: RefObject<HTMLElement | null>, part = ''): void {
  const state: unknown = useHistoryState()
  // Each history entry has a state of its own, so another state is another place.
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const key = entryKey() + part
    let top = recall().get(key) ?? 0
    const seeking = seek(element, top)
    const follow = () => {
      // On the way to a remembered place, that place is still where the reader is.
      if (!seeking.active()) top = element.scrollTop
    }
    const write = () => remember(key, top)
    element.addEventListener('scroll', follow, { passive: true })
    addEventListener('pagehide', write)
    return () => {
      write()
      seeking.stop()
      element.removeEventListener('scroll', follow)
      removeEventListener('pagehide', write)
    }
  }, [ref, state, part])
}

/** Scrolls to `top` as soon as the content is tall enough, unless the reader scrolls first. */
function seek(element: HTMLElement, top: number): { active(): boolean; stop(): void } {
  let active = top > 0
  const observer = new ResizeObserver(() => attempt())
  const timer = setTimeout(() => stop(), SEEK_MS)
  const stop = () => {
    active = false
    clearTimeout(timer)
    observer.disconnect()
    for (const event of BY_THE_READER) element.removeEventListener(event, stop)
  }
  const attempt = () => {
    element.scrollTop = top
    if (Math.abs(element.scrollTop - top) < 2) stop()
  }
  for (const child of element.children) observer.observe(child)
  for (const event of BY_THE_READER) element.addEventListener(event, stop, { passive: true })
  if (active) attempt()
  else stop()
  return { active: () => active, stop }
}

function recall(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string, number][])
  } catch {
    return new Map()
  }
}

function remember(key: string, top: number): void {
  const kept = recall()
  kept.delete(key)
  kept.set(key, Math.round(top))
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...kept].slice(-KEPT)))
  } catch {
    // Storage may be closed to us: then a reload starts at the top.
  }
}

import { useMemo } from 'react'
import { navigate, useLocationProperty } from 'wouter/use-browser-location'
import { isNotePath } from '../core/path.ts'
import { fileUrl } from './api.ts'
import { hrefOf, type Route, routeOf } from './routes.ts'

/** Read raw: the router's own hooks decode a path as a whole, which breaks on names such as `100% sure.md`. */
const address = () => location.pathname + location.search + location.hash

export function useRoute(): Route {
  const now = useLocationProperty(address, address)
  return useMemo(() => routeOf(now), [now])
}

export function currentRoute(): Route {
  return routeOf(address())
}

export function go(route: Route, options: { replace?: boolean } = {}): void {
  const href = hrefOf(route)
  if (href === address()) return
  // A replaced entry stays the same place: it keeps its state, and with it its scroll position.
  navigate(href, { ...options, state: options.replace ? history.state : null })
}

/** Opens a note; `beside` puts it next to the one that is open. An attachment is shown, or saved, by the browser. */
export function openNote(path: string, options: { fragment?: string; at?: number; beside?: boolean } = {}): void {
  if (!isNotePath(path)) {
    window.open(fileUrl(path), '_blank', 'noopener,noreferrer')
    return
  }
  const here = currentRoute()
  const { beside, ...place } = options
  if (beside && here.kind === 'note') go({ ...here, beside: path })
  else go({ kind: 'note', path, ...place })
}

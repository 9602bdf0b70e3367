import type { Context } from 'hono'

/** Who sends a request, as far as browsers say: they do so truthfully, and a page cannot make them lie. */

/** From another page than one of ours. Also a page of another port of this computer is somebody else's. */
export function isSentFromElsewhere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}

/** `Origin` is sent with what changes something, and with what scripts ask for. */
export function hasForeignOrigin(context: Context): boolean {
  const origin = context.req.header('origin')
  const host = context.req.header('host') ?? ''
  return origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
}

/** A person who opens an address of the app in a tab, in a browser as far as can be told. */
export function isPageRequest(context: Context): boolean {
  const { method, path } = context.req
  const isReading = method === 'GET' || method === 'HEAD'
  const wanted = context.req.header('sec-fetch-dest')
  return (
    isReading &&
    !/^\/(?:api|files|assets)\//.test(path) &&
    acceptsPage(context) &&
    (wanted ?? 'document') === 'document'
  )
}

export function acceptsPage(context: Context): boolean {
  const accepted = context.req.header('accept') ?? '*/*'
  return accepted.includes('text/html') || accepted.includes('*/*')
}

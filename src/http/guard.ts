import type { MiddlewareHandler } from 'hono'
import { refuse } from './errors.ts'

/**
 * Other pages in the same browser can send requests here too, and names that point at this computer can be made by anyone.
 * So only this app's own address is answered, and only this app's own pages may change anything or listen.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (!isOwnHost(host, port())) {
      return refuse(context, 'refused', `Open Notly at http://localhost:${port()}; it answers to no other address.`)
    }
    const { method, path } = context.req
    const isReading = method === 'GET' || method === 'HEAD'
    if ((!isReading || path === '/api/events') && !isSameOrigin(context.req.raw.headers, host)) {
      return refuse(context, 'refused', 'Only a page of this Notly may ask for that; open it in a tab of its own.')
    }
    if (path.startsWith('/api/') && isReading && isForeign(context.req.raw.headers)) {
      return refuse(context, 'refused', 'Only a page of this Notly may ask for that; open it in a tab of its own.')
    }
    await next()
  }
}

/** Names that nobody else can give to another computer: this one's own. Browsers leave the port out where it is the usual one. */
function isOwnHost(host: string, port: number): boolean {
  const [, name = '', given = '80'] = /^(.*?)(?::(\d+))?$/.exec(host.toLowerCase()) ?? []
  return Number(given) === port && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(name)
}

function isSameOrigin(headers: Headers, host: string): boolean {
  const origin = headers.get('origin')
  if (origin !== null && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return false
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** Asked for by a page of somebody else's, as browsers say themselves. */
function isForeign(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}

/** Bodies are JSON and of a size that a note may have. */
export const LARGEST_BODY = 20 * 1024 * 1024

export const jsonOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
  const length = Number(context.req.header('content-length') ?? 0)
  if (length > LARGEST_BODY) {
    return refuse(context, 'invalid', 'That is more than 20 MB, too much for a note; split it into several.', 413)
  }
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const hasBody = length > 0 || context.req.header('transfer-encoding') !== undefined
  if (hasBody ? type !== 'application/json' : type !== undefined && type !== 'application/json') {
    return refuse(context, 'invalid', 'Send JSON, with the content type application/json.', 415)
  }
  return next()
}

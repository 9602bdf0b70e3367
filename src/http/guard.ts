import type { MiddlewareHandler } from 'hono'
import { refuse } from './errors.ts'
import type { IsOwnHost } from './hosts.ts'
import { hasForeignOrigin, isPageRequest, isSentFromElsewhere } from './sender.ts'

/**
 * Other pages in the same browser can send requests here too, and names that point at this computer can be made by anyone.
 * So only this server's own names are answered, and other pages may do no more than lead to a page of the app.
 */
export function guard(isOwnHost: IsOwnHost, home: () => string): MiddlewareHandler {
  return async (context, next) => {
    if (!isOwnHost(context.req.header('host') ?? '')) {
      return refuse(context, 'refused', `Open Notly at ${home()}; it answers to no other address.`)
    }
    const isElsewhere = hasForeignOrigin(context) || (isSentFromElsewhere(context) && !isPageRequest(context))
    if (isElsewhere) {
      return refuse(context, 'refused', 'Only a page of this Notly may ask for that; open it in a tab of its own.')
    }
    return next()
  }
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

import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { UserError } from '../core/errors.ts'
import { VaultError } from '../core/vault.ts'
import type { ErrorAnswer } from './types.ts'

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 500 | 503

const STATUS: Readonly<Record<ErrorAnswer['kind'], Status>> = {
  'not-found': 404,
  ambiguous: 409,
  invalid: 400,
  refused: 403,
  internal: 500,
}

export function refuse(
  context: Context,
  kind: ErrorAnswer['kind'],
  message: string,
  status: Status = STATUS[kind],
): Response {
  return context.json({ error: { kind, message } satisfies ErrorAnswer }, status)
}

/** Turns what a use case threw into an answer; what nobody expected is logged and told in general words. */
export function answerError(error: Error, context: Context): Response {
  if (error instanceof UserError) {
    const { kind, message, candidates, proposal } = error
    const answer: ErrorAnswer = { kind, message, candidates, ...(proposal === undefined ? {} : { proposal }) }
    return context.json({ error: answer }, STATUS[kind])
  }
  // Whoever asked has gone, and reads no answer.
  if (context.req.raw.signal.aborted) return refuse(context, 'refused', 'This was not wanted any more.')
  if (error instanceof HTTPException && error.status < 500) {
    return refuse(context, 'invalid', 'The request cannot be read; look up its form in /api/openapi.json.', 400)
  }
  if (error instanceof VaultError) return refuse(context, 'internal', error.message, 503)
  console.error(error)
  return refuse(context, 'internal', 'Notly could not answer that. Try again; if it happens again, restart Notly.')
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What is wrong with a request, as one sentence about the first thing that is. */
export function describeIssue([issue]: readonly Issue[]): string {
  if (issue === undefined) return 'The request cannot be read; look up its form in /api/openapi.json.'
  const name = issue.path.map(String).join('.')
  const what = issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
  return `${name === '' ? 'The request' : `The value of ${name}`} cannot be read (${what}); look up its form in /api/openapi.json.`
}

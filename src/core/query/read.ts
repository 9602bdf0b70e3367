import { UserError } from '../errors.ts'
import { parseQuery } from './parse.ts'
import type { Query } from './tree.ts'

/** @throws {UserError} with a sentence, and the search put right where that is known */
export function readQuery(text: string): Query {
  const parsed = parseQuery(text)
  if ('query' in parsed) return parsed.query
  throw new UserError('invalid', parsed.problem.message, [], parsed.problem.proposal)
}

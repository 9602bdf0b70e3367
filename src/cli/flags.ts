import { UserError } from '../core/errors.ts'
import type { FlagSpec } from './command.ts'

export function limitFlag(limit: number): FlagSpec {
  return { flags: '--limit <n>', summary: `at most this many (${limit} unless given)`, parse: wholeNumber }
}

/** @throws {UserError} */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UserError('invalid', `${value} is not a number to use here; give a whole number from 1 on.`)
  return Number(value)
}

/** A flag that may be given several times. */
export function collect(value: string, previous: unknown): readonly string[] {
  return [...(Array.isArray(previous) ? previous : []), value]
}

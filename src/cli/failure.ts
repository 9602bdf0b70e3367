import { CommanderError } from 'commander'
import { UserError } from '../core/errors.ts'
import { VaultError } from '../core/vault.ts'
import type { ExitCode } from './command.ts'
import { Stopped } from './reading.ts'
import { oneLine } from './text.ts'

export interface Failure {
  readonly code: ExitCode
  /** For stderr; empty when everything has been said. */
  readonly lines: readonly string[]
}

/** What to say about an error, and with which exit code to end. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UserError) return describeUserError(error)
  if (error instanceof VaultError) return { code: 2, lines: [error.message] }
  if (error instanceof Stopped) return { code: 130, lines: [error.message] }
  if (error instanceof CommanderError) return describeWrongUse(error)
  return describeDefect(error)
}

function describeUserError({ kind, message, candidates }: UserError): Failure {
  const unsaid = candidates.filter((candidate) => !message.includes(candidate))
  return { code: kind === 'not-found' ? 1 : 2, lines: [message, ...unsaid.map((name) => `  ${oneLine(name)}`)] }
}

/** Help and version come as errors too, with exit code 0. */
function describeWrongUse({ exitCode, code, message }: CommanderError): Failure {
  if (exitCode === 0) return { code: 0, lines: [] }
  const subject = /'([^']*)'/.exec(message)?.[1] ?? ''
  const near = /Did you mean (.*)\?/.exec(message)?.[1]
  const next = near === undefined ? 'add --help to see what the command takes.' : `did you mean ${near}?`
  return { code: 2, lines: [`${wrongUse(code, subject, message)}; ${next}`] }
}

function wrongUse(code: string, subject: string, message: string): string {
  switch (code) {
    case 'commander.missingArgument':
      return `The ${subject} is missing`
    case 'commander.optionMissingArgument':
      return `The value of ${subject} is missing`
    case 'commander.unknownOption':
      return `There is no option ${subject}`
    case 'commander.excessArguments':
      return `There are more words than notly ${subject} takes`
    default:
      return message.replace(/^error: |\.$/g, '')
  }
}

function describeDefect(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const lines = [`Notly could not go on: ${oneLine(message)}. Set NOTLY_DEBUG=1 to see where, and report it.`]
  return { code: 2, lines: process.env.NOTLY_DEBUG ? [...lines, stack ?? ''] : lines }
}

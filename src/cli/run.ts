import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { UserError } from '../core/errors.ts'
import { nearestName } from '../core/nearest.ts'
import type { CommandSpec, ExitCode, Flags, Parts } from './command.ts'
import { COMMANDS } from './commands.ts'
import { describeFailure } from './failure.ts'
import { createOutput, endQuietlyOnBrokenPipe } from './output.ts'
import { openSession } from './session.ts'

/** Runs one command line, `argv` without the program, to its exit code. Everything is said on stdout and stderr by then. */
export async function runCommandLine(argv: readonly string[], parts: Parts): Promise<ExitCode> {
  endQuietlyOnBrokenPipe()
  let code: ExitCode = 0
  const program = describeProgram(parts, async (spec, words, flags) => {
    code = await runCommand(spec, words, flags, parts)
  })
  try {
    refuseUnknownCommand(program.parseOptions([...argv]).operands)
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    const failure = describeFailure(error)
    for (const line of failure.lines) process.stderr.write(`${line}\n`)
    return failure.code
  }
}

async function runCommand(spec: CommandSpec, words: readonly string[], flags: Flags, parts: Parts): Promise<ExitCode> {
  const out = createOutput(flags.json ?? false)
  const asked = (spec.takesFolder ? words[0] : undefined) ?? flags.vault
  const session = openSession(asked, out, parts)
  try {
    return await spec.run(session.context, words, flags)
  } finally {
    out.flush()
    await session.close()
  }
}

type Run = (spec: CommandSpec, words: readonly string[], flags: Flags) => Promise<void>

function describeProgram(parts: Parts, run: Run): Command {
  const program = new Command('notly')
    .description('Notes that know about each other, in a folder of Markdown.')
    .version(parts.version, '--version', 'Print the version')
    .option('--vault <dir>', 'The folder of notes (else $NOTLY_VAULT, else the nearest one upwards)')
    .option('--json', 'Answer as JSON: one value, or one object a line')
    .helpOption('-h, --help', 'Show this help')
    .helpCommand('help [command]', 'Show the help of a command')
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`,
    })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
  for (const spec of COMMANDS) addCommand(program, spec, run)
  return program
}

function addCommand(program: Command, spec: CommandSpec, run: Run): void {
  const command = program
    .command(spec.name, { isDefault: spec.isDefault ?? false })
    .description(sentenceCase(spec.summary))
  if (spec.takesDashes) command.allowUnknownOption()
  const meanings = [spec.takesWhat ?? []].flat()
  const takes = spec.takes?.split(/(?<=[>\]]) /) ?? []
  for (const [at, name] of takes.entries()) command.argument(name, meanings[at])
  for (const { flags, summary, parse } of spec.flags ?? []) {
    if (parse) command.option(flags, sentenceCase(summary), parse)
    else command.option(flags, sentenceCase(summary))
  }
  if (spec.examples)
    command.addHelpText('after', `\nFor example:\n${spec.examples.map((line) => `  ${line}\n`).join('')}`)
  command.action(() => run(spec, command.args, command.optsWithGlobals()))
}

function argumentsOf(command: Command): string {
  return command.usage().replace('[options]', '').trim()
}

function sentenceCase(summary: string): string {
  return summary.charAt(0).toUpperCase() + summary.slice(1)
}

/** Without a command the first word is a folder; a word that is neither was meant as a command. */
function refuseUnknownCommand([word]: readonly string[]): void {
  if (word === undefined || word === 'help' || /[/\\~.]/.test(word) || existsSync(word)) return
  const names = COMMANDS.map(({ name }) => name)
  if (names.includes(word)) return
  const near = nearestName(word, names)
  const hint = near ? `did you mean ${near}?` : 'add --help to see the commands.'
  throw new UserError('invalid', `There is no command and no folder ${word}; ${hint}`)
}

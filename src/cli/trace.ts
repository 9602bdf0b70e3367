import type { ChainAnswer, OutcomeAnswer, PathsAnswer } from '../core/chain/answers.ts'
import type { Way } from '../core/chain/steps.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import type { Workspace } from '../workspace.ts'
import type { CommandSpec, Context, ExitCode, Flags } from './command.ts'
import { wholeNumber } from './flags.ts'
import { NOTE } from './note-name.ts'
import { oneLine } from './text.ts'
import { showPaths } from './trace-paths.ts'
import { drawDot, drawMermaid, edgesOfChains, edgesOfPaths, type TraceEdges } from './trace-pictures.ts'
import { showChain } from './trace-tree.ts'

const DRAWINGS: Readonly<Record<string, (edges: TraceEdges) => Iterable<string>>> = {
  dot: drawDot,
  mermaid: drawMermaid,
}

export const trace: CommandSpec = {
  name: 'trace',
  takes: '<note...>',
  takesWhat: NOTE,
  summary: 'why a note is there: what it rests on, and what follows from it',
  flags: [
    { flags: '--up', summary: 'only what it rests on' },
    { flags: '--down', summary: 'only what follows from it' },
    { flags: '--to <note>', summary: 'how it hangs together with another note' },
    { flags: '--depth <n>', summary: 'at most this many steps (4 unless given)', parse: wholeNumber },
    { flags: '--width <n>', summary: 'at most this many notes under each (12 unless given)', parse: wholeNumber },
    { flags: '--format <format>', summary: 'as a picture for another program: dot or mermaid' },
  ],
  examples: [
    'notly trace "Client presentation" --up',
    'notly trace "Charge per team, not per seat" --down',
    'notly trace "Client presentation" --to "Competitor analysis"',
    'notly trace "Pricing gap" --format dot | dot -Tsvg > gap.svg',
  ],
  run: async (context, words, flags) => {
    if (flags.format !== undefined && !Object.hasOwn(DRAWINGS, flags.format))
      throw new UserError('invalid', `There is no format ${oneLine(flags.format)}; use dot or mermaid.`)
    const workspace = await context.openWorkspace()
    const { path } = workspace.find(context.nameOf(words))
    if (flags.to !== undefined) {
      const other = workspace.find(context.nameOf([flags.to]))
      return answerPaths(context, flags, workspace.paths(path, other.path))
    }
    const bounds = { depth: flags.depth, width: flags.width }
    const chains = waysOf(flags).map((way) => workspace.chain(path, way, given(bounds)))
    // A drawing has no room for it.
    const isDrawn = flags.format !== undefined && !context.out.json
    const outcome = isDrawn ? undefined : await outcomeOf(workspace, path, chains)
    return answerChains(context, flags, chains, outcome, workspace.today())
  },
}

function waysOf({ up, down }: Flags): Way[] {
  return up === down ? ['up', 'down'] : [up ? 'up' : 'down']
}

function given(bounds: { depth: number | undefined; width: number | undefined }): { depth?: number; width?: number } {
  return Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined))
}

/** What came of a decision, as the app has it in its margin; undefined for any other note, or when it is not asked for. */
async function outcomeOf(
  workspace: Workspace,
  path: NotePath,
  chains: readonly ChainAnswer[],
): Promise<OutcomeAnswer | undefined> {
  const isAsked = chains.some(({ way, note }) => way === 'down' && note.kind === 'decision')
  return isAsked ? workspace.outcome(path) : undefined
}

function answerChains(
  { out }: Context,
  flags: Flags,
  chains: readonly ChainAnswer[],
  outcome: OutcomeAnswer | undefined,
  today: string,
): ExitCode {
  const found = chains.some(({ next }) => next.length > 0)
  if (out.json) out.value(asJson(chains, outcome))
  else if (flags.format !== undefined) draw(out, flags.format, edgesOfChains(chains))
  else for (const line of showChain(out.colors, chains, outcome, today)) out.line(line)
  return found ? 0 : 1
}

/** Of a decision with what came of it, as the app has it. */
function asJson(chains: readonly ChainAnswer[], outcome: OutcomeAnswer | undefined): object {
  const [first, second] = chains.map((chain) => (chain.way === 'down' && outcome ? { ...chain, outcome } : chain))
  return first !== undefined && second === undefined ? first : { up: first, down: second }
}

function answerPaths({ out }: Context, flags: Flags, answer: PathsAnswer): ExitCode {
  if (out.json) out.value(answer)
  else if (flags.format !== undefined) draw(out, flags.format, edgesOfPaths(answer))
  else for (const line of showPaths(out.colors, answer)) out.line(line)
  if (answer.paths.length > 0) return 0
  if (!out.json)
    out.aside(`No links lead from ${oneLine(answer.from.title)} to ${oneLine(answer.to.title)}, either way.`)
  return 1
}

function draw(out: Context['out'], format: string, edges: TraceEdges): void {
  for (const line of DRAWINGS[format]?.(edges) ?? []) out.line(line)
}

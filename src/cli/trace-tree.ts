import type { ChainAnswer, ChainBranch, ChainNote, OutcomeAnswer, WhyAnswer } from '../core/chain/answers.ts'
import { stillResting } from '../core/chain/ended.ts'
import { compareUrgency } from '../core/tasks/urgency.ts'
import type { Colors } from './command.ts'
import { taskLines } from './task-lines.ts'
import { clip, count, oneLine } from './text.ts'

/** A plain link says why only in its sentence, which may be long. Columns. */
const LONGEST_SENTENCE = 120

/** Of the open tasks that came of a decision, at most. */
const MOST_TASKS = 8

const HEADINGS = { up: 'rests on', down: 'what follows from it' } as const
const NOTHING = { up: 'It links to no note yet.', down: 'No note links to it yet.' } as const

/**
 * One tree for each way, under the note.
 * @param outcome of a decision: what is counted below what follows from it
 * @param today ISO date
 */
export function* showChain(
  colors: Colors,
  chains: readonly ChainAnswer[],
  outcome: OutcomeAnswer | undefined,
  today: string,
): Iterable<string> {
  const [first] = chains
  if (first === undefined) return
  yield showNote(colors, first.note)
  for (const chain of chains) {
    yield ''
    yield colors.magenta(HEADINGS[chain.way])
    if (chain.next.length === 0) yield colors.dim(`  ${NOTHING[chain.way]}`)
    yield* showBranches(colors, chain, '')
    if (chain.way === 'down') yield* outcome ? showOutcome(colors, outcome, today) : showSum(colors, chain)
  }
}

function* showBranches(
  colors: Colors,
  { next, more }: Pick<ChainBranch, 'next' | 'more'>,
  indent: string,
): Iterable<string> {
  for (const [at, branch] of next.entries()) {
    const isLast = at === next.length - 1 && more === 0
    yield `${colors.dim(`${indent}${isLast ? '└ ' : '├ '}`)}${showBranch(colors, branch)}`
    if (branch.met === 'first') yield* showBranches(colors, branch, `${indent}${isLast ? '  ' : '│ '}`)
  }
  if (more > 0) yield colors.dim(`${indent}└ ${more} more`)
}

function showBranch(colors: Colors, { note, why, met }: ChainBranch): string {
  const said = `${colors.magenta(oneLine(why.said))} ${colors.bold(oneLine(note.title))}`
  if (met === 'cycle') return `${said}  ${colors.dim('which leads here again')}`
  if (met !== 'first') return `${said}  ${colors.dim(`see ${met}`)}`
  return `${said}${showFacts(colors, note)}${showReason(colors, why)}`
}

function showNote(colors: Colors, note: ChainNote): string {
  return `${colors.bold(oneLine(note.title))}${showFacts(colors, note)}  ${colors.dim(oneLine(note.path))}`
}

function showFacts(colors: Colors, { kind, status, date, tasks }: ChainNote): string {
  const facts = [
    kind === null ? '' : colors.cyan(oneLine(kind)),
    status === null ? '' : oneLine(status),
    colors.dim(date.slice(0, 10)),
    tasks.open > 0 ? colors.yellow(count(tasks.open, 'open task')) : '',
  ]
  return facts
    .filter((fact) => fact !== '')
    .map((fact) => `  ${fact}`)
    .join('')
}

export function showReason(colors: Colors, { relation, reason, context }: WhyAnswer): string {
  if (relation === null) return colors.dim(` — “${clip(oneLine(context).trim(), LONGEST_SENTENCE)}”`)
  return reason === null ? '' : ` — ${oneLine(reason)}`
}

/** What a reader of a decision asks first. */
function* showSum(colors: Colors, chain: ChainAnswer): Iterable<string> {
  const notes = new Map([...notesIn(chain.next)].map((note) => [note.path, note]))
  if (notes.size === 0) return
  const sum = (of: 'open' | 'done') => [...notes.values()].reduce((all, { tasks }) => all + tasks[of], 0)
  const tasks = `${count(sum('open'), 'open task')}, ${sum('done')} done`
  yield colors.dim(`${count(notes.size, 'note')}, ${tasks}`)
}

/** Counted to the end, however little of the tree is shown, and without what came of the decision that took its place. */
function* showOutcome(colors: Colors, outcome: OutcomeAnswer, today: string): Iterable<string> {
  const notes = outcome.groups.reduce((sum, group) => sum + group.notes.length, 0)
  if (notes + outcome.mentions.length === 0) return
  const facts = [
    notes === 0 ? 'nothing rests on it yet' : `${count(notes, 'note')} ${notes === 1 ? 'rests' : 'rest'} on it`,
    ...(outcome.open + outcome.done > 0 ? [`${count(outcome.open, 'open task')}, ${outcome.done} done`] : []),
    ...(outcome.mentions.length > 0 ? [`mentioned in ${count(outcome.mentions.length, 'other note')}`] : []),
  ]
  yield colors.dim(facts.join('; '))
  yield* showOpenTasks(colors, outcome, today)
  const resting = stillResting(outcome)
  if (resting === undefined) return
  const tasks = resting.open > 0 ? `${count(resting.open, 'open task')} in ` : ''
  const still = `${count(resting.notes, 'note')} still ${resting.notes === 1 ? 'rests' : 'rest'} on it`
  yield colors.yellow(`This decision no longer holds, and ${tasks}${still}.`)
}

function* showOpenTasks(colors: Colors, { tasks, open }: OutcomeAnswer, today: string): Iterable<string> {
  const soonest = tasks
    .filter(({ done }) => !done)
    .sort(compareUrgency)
    .slice(0, MOST_TASKS)
  yield* taskLines(colors, soonest, today)
  if (open > soonest.length) yield colors.dim(`${count(open - soonest.length, 'more open task')}`)
}

function* notesIn(branches: readonly ChainBranch[]): Iterable<ChainNote> {
  for (const { note, next } of branches) {
    yield note
    yield* notesIn(next)
  }
}

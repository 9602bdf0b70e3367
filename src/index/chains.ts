import type { ChainAnswer, ChainBranch, LineStep, PathsAnswer } from '../core/chain/answers.ts'
import { chainLine } from '../core/chain/line.ts'
import { pathsBetween } from '../core/chain/paths.ts'
import type { Step, Way } from '../core/chain/steps.ts'
import { type Branch, chainTree, type TreeBounds } from '../core/chain/tree.ts'
import type { NotePath } from '../core/note.ts'
import { ChainWords } from './chain-words.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'

/** What a note rests on, or what follows from it, as a bounded tree; undefined when there is no such note. */
export function chainOf(db: Database, path: NotePath, way: Way, bounds: TreeBounds): ChainAnswer | undefined {
  const graph = graphOf(db)
  const start = graph.files.number(path)
  if (start === undefined) return undefined
  const tree = chainTree(graph, start, way, bounds)
  const all = branchesIn(tree.next)
  const words = new ChainWords(
    db,
    graph,
    [start, ...all.map(({ note }) => note)],
    all.map(({ link }) => link),
  )
  const put = (from: number, branch: Branch): ChainBranch => ({
    note: words.note(branch.note),
    why: words.why(branch.link, from),
    met: branch.met,
    next: branch.next.map((next) => put(branch.note, next)),
    more: branch.more,
  })
  return { note: words.note(start), way, next: tree.next.map((next) => put(start, next)), more: tree.more }
}

function branchesIn(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...branchesIn(branch.next)])
}

/** The best single chain from a note; undefined when there is no such note. */
export function lineOf(db: Database, path: NotePath, way: Way, longest: number): LineStep[] | undefined {
  const graph = graphOf(db)
  const start = graph.files.number(path)
  if (start === undefined) return undefined
  const line = chainLine(graph, start, way, longest)
  const words = new ChainWords(
    db,
    graph,
    notesIn(line),
    line.map(({ link }) => link),
  )
  return line.map(({ note, link }, at) => ({
    note: words.note(note),
    why: words.why(link, line[at - 1]?.note ?? start),
  }))
}

function notesIn(steps: readonly Step[]): number[] {
  return steps.map(({ note }) => note)
}

/** How two notes hang together; undefined when one of them is not there. */
export function pathsOf(db: Database, from: NotePath, to: NotePath, most: number): PathsAnswer | undefined {
  const graph = graphOf(db)
  const [start, end] = [graph.files.number(from), graph.files.number(to)]
  if (start === undefined || end === undefined) return undefined
  const paths = pathsBetween(graph, start, end, most)
  const steps = paths.flatMap((path) => path.steps)
  const words = new ChainWords(
    db,
    graph,
    [start, end, ...steps.map((step) => step.to)],
    steps.map(({ link }) => link),
  )
  return {
    from: words.note(start),
    to: words.note(end),
    paths: paths.map(({ isShortest, isBestReasoned, steps: own }) => ({
      isShortest,
      isBestReasoned,
      steps: own.map((step) => ({ note: words.note(step.to), why: words.why(step.link, step.from) })),
    })),
  }
}

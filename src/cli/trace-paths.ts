import type { PathAnswer, PathsAnswer } from '../core/chain/answers.ts'
import type { Colors } from './command.ts'
import { count, oneLine } from './text.ts'
import { showReason } from './trace-tree.ts'

/** Each path as sentences, one step a line. */
export function* showPaths(colors: Colors, { from, paths }: PathsAnswer): Iterable<string> {
  for (const [at, path] of paths.entries()) {
    if (at > 0) yield ''
    yield colors.magenta(headingOf(path))
    let title = from.title
    for (const { note, why } of path.steps) {
      const reason = showReason(colors, why)
      yield `  ${colors.bold(oneLine(title))} ${oneLine(why.said)} ${colors.bold(oneLine(note.title))}${reason}`
      title = note.title
    }
  }
}

function headingOf({ isShortest, isBestReasoned, steps }: PathAnswer): string {
  const length = count(steps.length, 'step')
  if (isShortest && isBestReasoned) return `the shortest way, and the best reasoned: ${length}`
  if (isShortest) return `the shortest way: ${length}`
  return isBestReasoned ? `the best reasoned way: ${length}` : `another way: ${length}`
}

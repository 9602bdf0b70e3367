/** Texts that come from elsewhere, put into the editor so that the cursor and the view stay where they are. */
import { Annotation, type ChangeSpec, Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { differencesBetween } from '../../core/differences.ts'

/** Marks a change that nobody typed here: it is not saved again and not undone. */
export const remoteChange = Annotation.define<boolean>()

const linesOf = (text: string): string[] => text.split(/(?<=\n)/)
const wordsOf = (text: string): string[] => text.match(/\p{L}+|\p{N}+|[\s\S]/gu) ?? []

/** What turns one text into the other: the lines that differ, and in them the words. */
export function smallestChanges(before: string, after: string): ChangeSpec[] {
  return differences(linesOf(before), linesOf(after), 0).flatMap((line) =>
    differences(wordsOf(line.old), wordsOf(line.insert), line.from).map(({ from, old, insert }) => ({
      from,
      to: from + old.length,
      insert,
    })),
  )
}

interface Difference {
  readonly from: number
  readonly old: string
  readonly insert: string
}

/** @param offset where `before` starts */
function differences(before: readonly string[], after: readonly string[], offset: number): Difference[] {
  let from = offset
  let done = 0
  return differencesBetween(before, after).map(({ old, young }) => {
    for (; done < old[0]; done++) from += (before[done] as string).length
    return { from, old: before.slice(...old).join(''), insert: after.slice(...young).join('') }
  })
}

export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  if (before === text) return
  view.dispatch({
    changes: smallestChanges(before, text),
    annotations: [remoteChange.of(true), Transaction.addToHistory.of(false)],
  })
}

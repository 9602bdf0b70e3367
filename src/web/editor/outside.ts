/** Texts that come from elsewhere, put into the editor so that the cursor and the view stay where they are. */
import { Annotation, type ChangeSpec, Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { diffIndices } from 'node-diff3'

/** Marks a change that nobody typed here: it is not saved again and not undone. */
export const remoteChange = Annotation.define<boolean>()

/** Comparing takes as long as the one count times the other; beyond this, what differs is replaced as a whole. */
const COMPARABLE = 4_000_000

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
function differences(before: string[], after: string[], offset: number): Difference[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const [old, insert] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const from = offset + lengthOf(before.slice(0, start))
  if (old.length + insert.length === 0) return []
  if (old.length * insert.length > COMPARABLE) return [{ from, old: old.join(''), insert: insert.join('') }]
  return diffIndices(old, insert).map(({ buffer1: [at], buffer1Content, buffer2Content }) => ({
    from: from + lengthOf(old.slice(0, at)),
    old: buffer1Content.join(''),
    insert: buffer2Content.join(''),
  }))
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0)
}

export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  if (before === text) return
  view.dispatch({
    changes: smallestChanges(before, text),
    annotations: [remoteChange.of(true), Transaction.addToHistory.of(false)],
  })
}

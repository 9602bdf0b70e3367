import type { IndexSummary } from '../core/answers.ts'
import type { CommandSpec, Output } from './command.ts'
import { reading } from './reading.ts'
import { count } from './text.ts'

export const index: CommandSpec = {
  name: 'index',
  summary: 'bring the index up to date with the files',
  flags: [{ flags: '--rebuild', summary: 'from nothing' }],
  run: async (context, _words, { rebuild = false }) => {
    const workspace = await context.openUnsynced()
    const summary = await reading((update, signal) =>
      rebuild ? workspace.rebuild(update, signal) : workspace.sync(update, signal),
    )
    if (context.out.json) context.out.value(summary)
    else for (const line of showSummary(context.out, summary)) context.out.line(line)
    return 0
  },
}

function* showSummary({ colors }: Output, summary: IndexSummary): Iterable<string> {
  const { notes, links, resolved, unresolved, ambiguous, tags, bytes, added, changed, removed, milliseconds } = summary
  yield `${count(notes, 'note')}, ${count(tags, 'tag')}, ${showBytes(bytes)} of text`
  yield `${count(links, 'link')}: ${resolved} to a note, ${unresolved} to none yet, ${ambiguous} ambiguous`
  yield colors.dim(`${added} added, ${changed} changed, ${removed} removed, in ${Math.round(milliseconds)} ms`)
}

function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

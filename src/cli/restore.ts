import { UserError } from '../core/errors.ts'
import type { CommandSpec } from './command.ts'
import { revisionOf } from './revisions.ts'
import { oneLine } from './text.ts'

export const restore: CommandSpec = {
  name: 'restore',
  takes: '<note@revision...>',
  takesWhat: 'A note, or the path of one that was deleted, and a revision from notly history; its start is enough',
  summary: 'bring an earlier text of a note back; the present one is kept in its history',
  examples: ['notly restore Acme@Xk3fQ2aB'],
  run: async (context, words) => {
    const workspace = await context.openWorkspace()
    const { path, revision } = revisionOf(workspace, words.join(' '), context.nameOf)
    const answer = await workspace.restore(path, revision)
    if (!answer.saved) throw new UserError('refused', whyNot(path, answer))
    if (context.out.json) context.out.value(answer)
    else context.out.line(`Restored ${oneLine(path)}. Undo with notly undo.`)
    return 0
  },
}

function whyNot(
  path: string,
  answer: { readonly reason: string; readonly message?: string; readonly existing?: string },
) {
  if (answer.message !== undefined) return answer.message
  if (answer.existing !== undefined) return `${answer.existing} is there now; rename it, then restore again.`
  return `${path} was changed meanwhile; look at it, then restore again.`
}

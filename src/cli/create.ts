import { join } from 'node:path'
import type { SaveAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { CommandSpec, Context, ExitCode } from './command.ts'
import { openInEditor } from './editor.ts'
import { collect } from './flags.ts'

const openFlag = { flags: '--open', summary: 'open it in your editor ($VISUAL or $EDITOR)' }

export const create: CommandSpec = {
  name: 'new',
  takes: '<title...>',
  summary: 'create a note and print its path',
  flags: [
    {
      flags: '--kind <kind>',
      summary: 'task, idea, knowledge, decision, project, or a word of yours; from its template, if there is one',
    },
    { flags: '--tag <tag>', summary: 'a tag; may be given several times', parse: collect },
    { flags: '--folder <folder>', summary: 'the folder of the vault it goes into' },
    { flags: '--template <note>', summary: 'the note whose text it starts from, instead of the template of its kind' },
    openFlag,
  ],
  examples: ['notly new "Pricing gap" --kind idea --tag pricing'],
  run: async (context, words, { kind, tag, folder, template, open }) => {
    const workspace = await context.openWorkspace()
    const answer = await workspace.create({
      title: words.join(' '),
      ...(kind === undefined ? {} : { kind }),
      ...(tag === undefined ? {} : { tags: tag.map((name) => name.replace(/^#/, '')) }),
      ...(folder === undefined ? {} : { folder: folder.replace(/^\.\/|\/+$/g, '') }),
      ...(template === undefined ? {} : { template }),
    })
    return report(context, { path: savedPath(answer), created: true }, open)
  },
}

export const today: CommandSpec = {
  name: 'today',
  summary: "print the path of today's note, created when missing",
  flags: [openFlag],
  run: async (context, _words, { open }) => {
    const workspace = await context.openWorkspace()
    const { path, created } = await workspace.daily()
    return report(context, { path, created }, open)
  },
}

async function report(
  { out, folder }: Context,
  answer: { readonly path: string; readonly created: boolean },
  open = false,
): Promise<ExitCode> {
  if (out.json) out.value(answer)
  else out.line(answer.path)
  out.flush()
  if (open) await openInEditor(join(folder, answer.path))
  return 0
}

/** @throws {UserError} when the note could not be created, saying why. */
function savedPath(answer: SaveAnswer): string {
  if (answer.saved) return answer.path
  switch (answer.reason) {
    case 'exists':
      throw new UserError(
        'refused',
        `There is a note ${answer.existing} already; choose another title, or write in that one.`,
      )
    case 'conflict':
      throw new UserError(
        'refused',
        'A note of that name was made by another program at the same moment; choose another title.',
      )
    case 'refused':
      throw new UserError('refused', answer.message)
  }
}

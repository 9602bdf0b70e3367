import type { RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import { stemOf } from '../core/path.ts'
import type { Workspace } from '../workspace.ts'
import type { CommandSpec, Context, ExitCode, FlagSpec, Flags } from './command.ts'
import { NOTE } from './note-name.ts'
import { showProgress } from './progress.ts'
import { count, oneLine } from './text.ts'

export const dryRun: FlagSpec = {
  flags: '--dry-run',
  summary: 'change nothing; print the changes as a diff for git apply',
}

export const rename: CommandSpec = {
  name: 'rename',
  takes: '<note> <title...>',
  takesWhat: [NOTE, 'The new title'],
  summary: 'give a note a new title; its file and every link to it follow',
  flags: [{ flags: '--keep-alias', summary: 'the old title becomes an alias' }, dryRun],
  examples: ['notly rename Acme "Acme Ltd"', 'notly rename Acme "Acme Ltd" --dry-run'],
  run: async (context, [name = '', ...title], flags) => {
    const workspace = await context.openWorkspace()
    const note = workspace.find(context.nameOf([name]))
    const request = {
      kind: 'rename' as const,
      path: note.path,
      title: title.join(' '),
      ...(flags.keepAlias ? { keepAlias: true } : {}),
      ...(isCalledByHeading(name, note) ? { retitle: true } : {}),
    }
    return carryOut(context, workspace, request, flags)
  },
}

/** Who calls a note by its title and not by its file's name means the title, wherever it is said. */
function isCalledByHeading(name: string, { title, path }: { readonly title: string; readonly path: string }): boolean {
  return foldName(name) === foldName(title) && foldName(name) !== foldName(stemOf(path))
}

export const move: CommandSpec = {
  name: 'move',
  takes: '<from> <to>',
  takesWhat: ['The path of a note or a folder', 'A folder, or for a note a new path that ends in .md'],
  summary: 'move a note or a folder; links to and in what moves follow',
  flags: [dryRun],
  examples: ['notly move "ideas/Pricing gap.md" archive', 'notly move clients customers'],
  run: async (context, [from = '', to = ''], flags) => {
    const workspace = await context.openWorkspace()
    const place = /^\.\/*$/.test(to) ? context.nameOf(['./']) : context.nameOf([to])
    return carryOut(context, workspace, { kind: 'move', path: context.nameOf([from]), to: place }, flags)
  },
}

export const merge: CommandSpec = {
  name: 'merge',
  takes: '<note> <into>',
  takesWhat: [NOTE, 'The note that takes up its text, its names and its backlinks'],
  summary: 'put one note into another; every link to it follows',
  flags: [dryRun],
  examples: ['notly merge archive/Acme clients/Acme'],
  run: async (context, [note = '', into = ''], flags) => {
    const workspace = await context.openWorkspace()
    const pathOf = (name: string): string => workspace.find(context.nameOf([name])).path
    return carryOut(context, workspace, { kind: 'merge', path: pathOf(note), into: pathOf(into) }, flags)
  },
}

export const renameHeading: CommandSpec = {
  name: 'rename-heading',
  takes: '<note> <old> <new>',
  takesWhat: [NOTE, 'The words of the heading', 'Its new words'],
  summary: 'change a heading; every link to it follows',
  flags: [dryRun],
  examples: ['notly rename-heading "Q3 market research" Churn "Who leaves, and when"'],
  run: async (context, [note = '', heading = '', words = ''], flags) => {
    const workspace = await context.openWorkspace()
    const { path } = workspace.find(context.nameOf([note]))
    return carryOut(context, workspace, { kind: 'rename-heading', path, heading, words }, flags)
  },
}

export const renameTag: CommandSpec = {
  name: 'rename-tag',
  takes: '<old> <new>',
  takesWhat: ['The tag, with or without #', 'Its new name'],
  summary: 'change a tag and those below it, in every note',
  flags: [dryRun],
  examples: ['notly rename-tag pricing prices'],
  run: async (context, [from = '', to = ''], flags) => {
    const workspace = await context.openWorkspace()
    return carryOut(context, workspace, { kind: 'rename-tag', from, to }, flags)
  },
}

export const replace: CommandSpec = {
  name: 'replace',
  takes: '<old> <new>',
  takesWhat: ['Whole words, in any case', 'What takes their place'],
  summary: 'change words in the text of every note; names, properties, tags and targets of links stay',
  flags: [
    { flags: '--within <query>', summary: 'only in the notes that this search finds' },
    { flags: '--match-case', summary: 'only words in the case in which they are given' },
    dryRun,
  ],
  examples: ['notly replace "small teams" crews --dry-run', 'notly replace Q3 Q4 --within in:research'],
  run: async (context, [from = '', to = ''], flags) => {
    const workspace = await context.openWorkspace()
    const within = flags.within === undefined ? {} : { within: flags.within }
    const matchCase = flags.matchCase === true
    return carryOut(context, workspace, { kind: 'replace', from, to, matchCase, ...within }, flags)
  },
}

export const renameBlock: CommandSpec = {
  name: 'rename-block',
  takes: '<note> <old> <new>',
  takesWhat: [NOTE, 'The id at the end of a block, with or without ^', 'Its new id'],
  summary: 'change the id of a block; every link to it follows',
  flags: [dryRun],
  examples: ['notly rename-block "Q3 market research" ^a1b2 ^churn-table'],
  run: async (context, [note = '', block = '', name = ''], flags) => {
    const workspace = await context.openWorkspace()
    const { path } = workspace.find(context.nameOf([note]))
    return carryOut(context, workspace, { kind: 'rename-block', path, block, name }, flags)
  },
}

export const renameLabel: CommandSpec = {
  name: 'rename-label',
  takes: '<note> <old> <new>',
  takesWhat: [NOTE, 'The label of a reference, or of a footnote with its ^', 'Its new label'],
  summary: 'change a label where it is defined and wherever the note uses it',
  flags: [dryRun],
  examples: ['notly rename-label "Q3 market research" survey survey-2026'],
  run: async (context, [note = '', label = '', name = ''], flags) => {
    const workspace = await context.openWorkspace()
    const { path } = workspace.find(context.nameOf([note]))
    return carryOut(context, workspace, { kind: 'rename-label', path, label, name }, flags)
  },
}

/** Does it, or with `--dry-run` shows what would be done. */
export async function carryOut(
  context: Context,
  workspace: Workspace,
  request: RefactorRequest,
  flags: Flags,
): Promise<ExitCode> {
  const progress = showProgress('Changing notes')
  const stop = workspace.onProgress(progress.update)
  try {
    return await (flags.dryRun ? preview : perform)(context, workspace, request, progress.end)
  } finally {
    stop()
    progress.end()
  }
}

async function preview(
  { out }: Context,
  workspace: Workspace,
  request: RefactorRequest,
  planned: () => void,
): Promise<ExitCode> {
  const plan = await workspace.plan(request)
  planned()
  if (out.json) out.value(plan)
  else {
    for (const { patch } of plan.changes) out.line(patch.replace(/\n$/, ''))
    for (const { path, why } of plan.leftAlone ?? []) out.aside(`${oneLine(path)} stays as it is: ${oneLine(why)}`)
    out.aside(
      isDelete(request)
        ? `${oneLine(plan.label)} would leave ${reach(request, plan)} leading nowhere.`
        : `${oneLine(plan.label)} would change ${reach(request, plan)}.`,
    )
  }
  return 0
}

/** @throws {UserError} when another program was in the way; nothing is changed then */
async function perform(
  { out }: Context,
  workspace: Workspace,
  request: RefactorRequest,
  done: () => void,
): Promise<ExitCode> {
  const answer = await workspace.refactor(request)
  done()
  if (!answer.done) throw new UserError('refused', answer.message, answer.paths)
  if (out.json) out.value(answer)
  else if (answer.operation === 0) out.line('It is so already; nothing was changed.')
  else out.line(`${pastOf(workspace, answer.operation)}${outcome(request, answer)} Undo with notly undo.`)
  return 0
}

/** `Rename Acme to Acme Ltd` → `Renamed Acme to Acme Ltd`. */
function pastOf(workspace: Workspace, operation: number): string {
  const label = workspace.operations(1).find(({ id }) => id === operation)?.label ?? 'Done'
  return oneLine(label).replace(/^(Rename|Move|Merge|Replace|Add|Remove|Delete)\b/, (verb) =>
    verb.endsWith('e') ? `${verb}d` : `${verb}ed`,
  )
}

type Reach = { readonly links: number; readonly notes: number }

function outcome(request: RefactorRequest, answer: Reach): string {
  if (answer.links > 0)
    return isDelete(request) ? `; ${reach(request, answer)} to them stay as they are.` : `: ${reach(request, answer)}.`
  return isOfTexts(request) ? '.' : '; no link had to change.'
}

function reach(request: RefactorRequest, { links, notes }: Reach): string {
  if (isOfTexts(request) && !isDelete(request)) return count(notes, 'note')
  if (links === 0) return 'no link'
  const { kind } = request
  const what = kind === 'rename-tag' ? 'tag' : /^(?:rename-label|replace)$/.test(kind) ? 'place' : 'link'
  return `${count(links, what)} in ${count(notes, 'note')}`
}

function isOfTexts(request: RefactorRequest): boolean {
  return request.kind === 'change' && request.change.kind !== 'move'
}

function isDelete(request: RefactorRequest): boolean {
  return request.kind === 'change' && request.change.kind === 'delete'
}

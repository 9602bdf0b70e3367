import type { PlanAnswer, ProgressEvent, RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import { findHeading } from '../core/fragments.ts'
import type { NotePath } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { fileNameOf, folderOf, isNotePath, isSafePath, joinPath, notePath, stemOf } from '../core/path.ts'
import { withAliases } from '../core/refactor/aliases.ts'
import { planExtract } from '../core/refactor/extract.ts'
import { planRenameHeading } from '../core/refactor/heading.ts'
import { planMerge } from '../core/refactor/merge.ts'
import { patchOf, patchOfNew } from '../core/refactor/patch.ts'
import type { FileChange, Plan } from '../core/refactor/plan.ts'
import { planMove, planRename } from '../core/refactor/rename.ts'
import { planRenameTag } from '../core/refactor/tag.ts'
import type { World } from '../core/refactor/world.ts'
import type { Corpus } from '../core/suggest/corpus.ts'
import { isTag, noTag } from '../core/tag-name.ts'
import type { Source, Vault } from '../core/vault.ts'
import type { Database } from '../index/database.ts'
import { prepareChange } from './changing-notes.ts'
import { folderLikeMv, type Moves, wholeFolder } from './folder-moves.ts'
import { prepareLink, prepareName } from './link-places.ts'
import { prepareBlock, prepareLabel } from './parts.ts'
import { cleanTitle, extensionOf, nameOf, refuseTaken, safe, trimSlashes } from './places.ts'
import { prepareReplace } from './replacing.ts'
import { notesWithTag, worldIn } from './world.ts'

/** An operation on many notes, worked out and not yet done. */
export interface Prepared {
  readonly kind: Exclude<RefactorRequest['kind'], 'move-folder'> | 'delete'
  /** What it does, in the words of the history: `Rename Acme to Acme Ltd`. */
  readonly label: string
  readonly plan: Plan
  readonly created?: { readonly path: NotePath; readonly text: string }
  /** The note (or folder) to look at afterwards. */
  readonly path: string
  /** As a plan's answer has them. */
  readonly merged?: number
  readonly leftAlone?: PlanAnswer['leftAlone']
}

/** A prepared operation as faces show it before it is done. */
export function planAnswer({ label, plan, created, merged, leftAlone }: Prepared): PlanAnswer {
  const changes = plan.changes.map((change) => ({ path: change.path, to: change.to ?? null, patch: patchOf(change) }))
  const made = created && { path: created.path, to: created.path, patch: patchOfNew(created.path, created.text) }
  return {
    label,
    links: plan.links,
    notes: plan.notes,
    changes: made === undefined ? changes : [...changes, made],
    ...(merged === undefined ? {} : { merged }),
    ...(leftAlone === undefined || leftAlone.length === 0 ? {} : { leftAlone }),
  }
}

/** Works out operations on many notes. Every refusal is one sentence that proposes what would work. */
export class Refactoring {
  readonly #vault: Vault
  readonly #db: () => Database
  readonly #onProgress: (progress: ProgressEvent) => void
  readonly #corpus: () => Corpus
  readonly #today: () => string

  constructor(
    vault: Vault,
    db: () => Database,
    onProgress: (progress: ProgressEvent) => void,
    corpus: () => Corpus,
    today: () => string,
  ) {
    this.#vault = vault
    this.#db = db
    this.#onProgress = onProgress
    this.#corpus = corpus
    this.#today = today
  }

  /** @throws {UserError} when it cannot be done, with what could be done instead */
  async prepare(request: RefactorRequest): Promise<Prepared> {
    const world = worldIn(this.#db(), this.#vault, this.#onProgress)
    switch (request.kind) {
      case 'rename':
        return this.#rename(world, request)
      case 'move':
        return this.#move(world, request)
      case 'move-folder':
        return this.#moveFolder(world, request)
      case 'merge':
        return this.#merge(world, request)
      case 'rename-heading':
        return this.#renameHeading(world, request)
      case 'rename-tag':
        return this.#renameTag(world, request)
      case 'replace':
        return prepareReplace(this.#db(), world, this.#today(), request)
      case 'rename-block':
        return prepareBlock(world, await this.#source(request.path), request)
      case 'rename-label':
        return prepareLabel(await this.#source(request.path), request)
      case 'extract':
        return this.#extract(world, request)
      case 'change':
        return prepareChange(this.#db(), world, request)
      case 'link':
        return prepareLink(world, request)
      case 'name':
        return prepareName(world, this.#corpus(), request)
    }
  }

  async #rename(world: World, request: RefactorRequest & { kind: 'rename' }): Promise<Prepared> {
    const source = await this.#source(request.path)
    const title = cleanTitle(request.title)
    const to = notePath(joinPath(folderOf(source.path), `${title}.md`))
    refuseTaken(world, source.path, to, title)
    const old = stemOf(source.path)
    const plan = await planRename(world, source, to, title, request.retitle)
    return {
      kind: 'rename',
      label: `Rename ${old} to ${title}`,
      plan:
        request.keepAlias === true && foldName(old) !== foldName(title)
          ? keepOldName(plan, source.path, to, old)
          : plan,
      path: to,
    }
  }

  async #move(world: World, request: RefactorRequest & { kind: 'move' }): Promise<Prepared> {
    const isFile = (await this.#vault.read(notePath(request.path))) !== undefined
    const moves = isFile ? this.#fileMove(request) : folderLikeMv(this.#db(), request)
    return this.#moved(world, moves, `Move ${request.path} to ${moves.target}`)
  }

  async #moveFolder(world: World, request: RefactorRequest & { kind: 'move-folder' }): Promise<Prepared> {
    const moves = wholeFolder(this.#db(), request)
    const isRename = folderOf(moves.folder) === folderOf(moves.target)
    const label = isRename
      ? `Rename folder ${moves.folder} to ${fileNameOf(moves.target)}`
      : `Move folder ${moves.folder} to ${moves.target}`
    return this.#moved(world, moves, label)
  }

  async #moved(world: World, { target, pairs }: Moves, label: string): Promise<Prepared> {
    for (const { from, to } of pairs) refuseTaken(world, from, to, nameOf(to))
    const sources = await Promise.all(pairs.map(async ({ from, to }) => ({ source: await this.#file(from), to })))
    return { kind: 'move', label, plan: await planMove(world, sources), path: target }
  }

  /** To a path of the same kind of file, else into a folder. */
  #fileMove({ path, to }: { readonly path: string; readonly to: string }): Moves {
    const isPath = isNotePath(path) ? isNotePath(to) : extensionOf(path) !== '' && extensionOf(to) === extensionOf(path)
    if (isNotePath(to) && !isPath)
      throw new UserError('invalid', `${path} is no note, so it keeps its ending; give a folder or another name.`)
    const target = isPath ? trimSlashes(to) : joinPath(trimSlashes(to), fileNameOf(path))
    if (isPath) cleanTitle(nameOf(target))
    return { target, pairs: [{ from: notePath(path), to: safe(target) }] }
  }

  async #merge(world: World, { path, into }: RefactorRequest & { kind: 'merge' }): Promise<Prepared> {
    const [source, target] = [await this.#source(path), await this.#source(into)]
    if (source.path === target.path)
      throw new UserError('invalid', 'A note cannot be merged into itself; choose another note.')
    const title = (note: Source): string => parseNote(note.path, note.text).title
    return {
      kind: 'merge',
      label: `Merge ${title(source)} into ${title(target)}`,
      plan: await planMerge(world, source, target),
      path: target.path,
    }
  }

  async #renameHeading(world: World, request: RefactorRequest & { kind: 'rename-heading' }): Promise<Prepared> {
    const source = await this.#source(request.path)
    const words = request.words.replace(/\s+/g, ' ').trim()
    if (words === '') throw new UserError('invalid', 'A heading needs words; give it one or two.')
    const note = parseNote(source.path, source.text)
    const at = findHeading(
      note.headings.map(({ level, text, from }) => ({ level, text, start: from })),
      request.heading.replace(/^#+\s*/, ''),
    )
    const heading = at === undefined ? undefined : note.headings[at]
    if (at === undefined || heading === undefined)
      throw new UserError(
        'not-found',
        `${source.path} has no heading ${request.heading}; it has ${named(note.headings)}.`,
      )
    return {
      kind: 'rename-heading',
      label: `Rename heading ${heading.text} to ${words} in ${note.title}`,
      plan: await planRenameHeading(world, source, at, words),
      path: source.path,
    }
  }

  async #renameTag(world: World, request: RefactorRequest & { kind: 'rename-tag' }): Promise<Prepared> {
    const [from, to] = [request.from, request.to].map((tag) => tag.trim().replace(/^#/, '').replace(/\/+$/, '')) as [
      string,
      string,
    ]
    if (!isTag(to)) throw noTag(to)
    const paths = notesWithTag(this.#db(), from)
    if (paths.length === 0) throw new UserError('not-found', `No note has the tag #${from}; see the list of tags.`)
    const holders: Source[] = []
    for await (const source of world.readMany(paths)) holders.push(source)
    const merged = foldName(from) === foldName(to) ? 0 : notesWithTag(this.#db(), to).length
    return {
      kind: 'rename-tag',
      label: merged > 0 ? `Merge tag #${from} into #${to}` : `Rename tag #${from} to #${to}`,
      plan: planRenameTag(holders, from, to),
      path: to,
      ...(merged > 0 ? { merged } : {}),
    }
  }

  async #extract(world: World, request: RefactorRequest & { kind: 'extract' }): Promise<Prepared> {
    const source = await this.#source(request.path)
    const { from, to } = request
    if (!(0 <= from && from < to && to <= source.text.length) || source.text.slice(from, to).trim() === '')
      throw new UserError('invalid', 'Nothing is selected; select the text that the new note shall have.')
    const title = cleanTitle(request.title)
    const path = notePath(joinPath(folderOf(source.path), `${title}.md`))
    refuseTaken(world, undefined, path, title)
    const { holder, text } = planExtract(world, source, { from, to }, path, title)
    return {
      kind: 'extract',
      label: `Make ${title} of a passage`,
      plan: { changes: [holder], links: 1, notes: 1 },
      created: { path, text },
      path,
    }
  }

  async #source(path: string): Promise<Source> {
    const source = isSafePath(path) && isNotePath(path) ? await this.#vault.read(notePath(path)) : undefined
    if (source === undefined)
      throw new UserError('not-found', `There is no note ${path}; it may have been moved or deleted.`)
    return source
  }

  async #file(path: NotePath): Promise<Source> {
    const source = await this.#vault.read(path)
    if (source === undefined) throw new UserError('not-found', `${path} is not there any more; try again.`)
    return source
  }
}

function keepOldName(plan: Plan, from: NotePath, to: NotePath, old: string): Plan {
  const changes = plan.changes.map(
    (change): FileChange =>
      change.path === from ? { ...change, after: withAliases(change.after, to, [old]) } : change,
  )
  return { ...plan, changes }
}

function named(headings: readonly { readonly text: string }[]): string {
  const words = headings.slice(0, 5).map(({ text }) => `“${text}”`)
  return words.length === 0 ? 'none' : words.join(', ') + (headings.length > 5 ? ' and more' : '')
}

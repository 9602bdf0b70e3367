import type { RefactorRequest } from '../core/answers.ts'
import { NONE } from '../core/chain/graph.ts'
import { UserError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import { fileNameOf, isNotePath, joinPath } from '../core/path.ts'
import { planNotes, type TextsChange } from '../core/refactor/notes.ts'
import { planMove } from '../core/refactor/rename.ts'
import type { World } from '../core/refactor/world.ts'
import { isTag, noTag } from '../core/tag-name.ts'
import type { Source } from '../core/vault.ts'
import type { Database } from '../index/database.ts'
import { graphOf } from '../index/graph/graph.ts'
import { cleanTitle, nameOf, refuseTaken, safe, trimSlashes } from './places.ts'
import type { Prepared } from './refactoring.ts'

/** @throws {UserError} when it cannot be done, with what could be done instead */
export async function prepareChange(
  db: Database,
  world: World,
  { paths, change }: RefactorRequest & { kind: 'change' },
): Promise<Prepared> {
  const sources: Source[] = []
  for await (const source of world.readMany([...new Set(paths.map(safe))].filter(isNotePath).sort()))
    sources.push(source)
  if (sources.length === 0) throw new UserError('not-found', 'None of these notes is there any more; choose others.')
  if (change.kind === 'move') return moveNotes(world, sources, change.to)
  if (change.kind === 'delete') return deleteNotes(db, sources)
  const checked = check(change)
  const { leftAlone, ...plan } = planNotes(sources, checked)
  return { kind: 'change', label: labelOf(checked, plan.changes.length), plan, leftAlone, path: '' }
}

/** @throws {UserError} for what no note can have */
function check(change: TextsChange): TextsChange {
  if ('tag' in change) {
    const tag = change.tag.trim().replace(/^#+/, '').replace(/\/+$/, '')
    if (change.kind === 'add-tag' && !isTag(tag)) throw noTag(tag)
    return { ...change, tag }
  }
  const key = change.key.replace(/\s+/g, ' ').trim()
  if (key === '') throw new UserError('invalid', 'A property needs a name, such as status; give it one.')
  if (change.kind === 'set' && change.value.trim() === '')
    throw new UserError('invalid', `What shall ${key} be? Give it a value, or remove the property.`)
  if (['title', 'tags', 'tag'].includes(foldName(key)))
    throw new UserError('invalid', `${key} cannot be set for many notes at once; rename a note, or add a tag.`)
  return change.kind === 'set' ? { ...change, key, value: change.value.trim() } : { ...change, key }
}

function labelOf(change: TextsChange, count: number): string {
  const notes = notesOf(count)
  switch (change.kind) {
    case 'add-tag':
      return `Add #${change.tag} to ${notes}`
    case 'remove-tag':
      return `Remove #${change.tag} from ${notes}`
    case 'set':
      return `Set ${change.key} to ${change.value} in ${notes}`
    case 'remove':
      return `Remove ${change.key} from ${notes}`
  }
}

function notesOf(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`
}

async function moveNotes(world: World, sources: readonly Source[], to: string): Promise<Prepared> {
  const folder = trimSlashes(to)
  if (folder !== '') for (const segment of folder.split('/')) cleanTitle(segment, 'folder')
  const moves = sources
    .map((source) => ({ source, to: safe(joinPath(folder, fileNameOf(source.path))) }))
    .filter((each) => each.to !== each.source.path)
  const leaving = new Map<string, NotePath>()
  for (const { source, to: place } of moves) {
    refuseTaken(world, source.path, place, nameOf(place))
    const other = leaving.get(foldName(place))
    if (other !== undefined)
      throw new UserError(
        'refused',
        `${other} and ${source.path} cannot both be in ${folder || 'the top folder'}; rename one of them first.`,
        [other, source.path],
      )
    leaving.set(foldName(place), source.path)
  }
  return {
    kind: 'move',
    label: `Move ${notesOf(moves.length)} to ${folder || 'the top folder'}`,
    plan: await planMove(world, moves),
    path: folder,
  }
}

/** They go to the trash; links to them stay as they are written, and lead nowhere until they come back. */
function deleteNotes(db: Database, sources: readonly Source[]): Prepared {
  const graph = graphOf(db)
  const going = new Set(sources.map(({ path }) => graph.files.number(path)))
  const holders = new Set<number>()
  let links = 0
  for (const note of going)
    for (let link = note === undefined ? NONE : graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) {
      if (going.has(graph.source(link))) continue
      links++
      holders.add(graph.source(link))
    }
  const leftAlone = sources.flatMap(({ path, readOnly }) => (readOnly === undefined ? [] : [{ path, why: readOnly }]))
  const changes = sources
    .filter(({ readOnly }) => readOnly === undefined)
    .map(({ path, revision, text }) => ({ path, base: revision, to: undefined, before: text, after: text }))
  return {
    kind: 'delete',
    label: `Delete ${notesOf(changes.length)}`,
    plan: { changes, links, notes: holders.size },
    leftAlone,
    path: '',
  }
}

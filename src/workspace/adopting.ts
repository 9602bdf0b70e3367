import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { isNotePath, isSafePath, notePath } from '../core/path.ts'
import type { FileChange } from '../core/refactor/plan.ts'
import { planMove } from '../core/refactor/rename.ts'
import type { World } from '../core/refactor/world.ts'
import { type Candidate, namesOf } from '../core/resolve.ts'
import type { Source, Vault } from '../core/vault.ts'
import type { Database } from '../index/database.ts'
import type { Renaming } from './outside-renames.ts'
import type { Prepared } from './refactoring.ts'
import { filesBelow, worldIn } from './world.ts'

interface Pair {
  readonly source: Source
  readonly from: NotePath
}

/**
 * The links that follow a note or a folder which another program renamed, as if Notly had: worked out in the vault as it was before.
 * @throws {UserError} when there is no such rename
 */
export async function prepareAdoption(db: Database, vault: Vault, { from, to }: Renaming): Promise<Prepared> {
  const pairs = await pairsOf(db, vault, from, to)
  const plan = await planMove(
    worldBefore(worldIn(db, vault), pairs),
    pairs.map(({ source, from: old }) => ({ source: { ...source, path: old }, to: source.path })),
  )
  const places = new Map(pairs.map(({ source, from: old }) => [old, source.path]))
  const changes = plan.changes.flatMap((change) => arrived(change, places.get(change.path)) ?? [])
  return { kind: 'move', label: `Follow ${from} to ${to}`, plan: { ...plan, changes }, path: to }
}

/** Whether, as far as the index knows, something is where it went that is not where it was. */
export function isRenamed(db: Database, { from, to }: Renaming): boolean {
  const isThere = (path: string) => db.first('SELECT 1 FROM file WHERE path = ?', path) !== undefined
  if (isNotePath(to)) return isThere(to) && !isThere(from)
  return filesBelow(db, to).some((path) => !isThere(from + path.slice(to.length)))
}

async function pairsOf(db: Database, vault: Vault, from: string, to: string): Promise<Pair[]> {
  const paths = isNotePath(to) ? [to] : filesBelow(db, to)
  const pairs: Pair[] = []
  for (const path of paths.map(notePath)) {
    const old = notePath(from + path.slice(to.length))
    const source = isSafePath(old) && isSafePath(path) ? await vault.read(path) : undefined
    if (source !== undefined && isNotePath(path) === isNotePath(old) && (await vault.read(old)) === undefined)
      pairs.push({ source, from: old })
  }
  if (pairs.length === 0)
    throw new UserError('not-found', `${from} was not renamed to ${to}, or has come back; look at both of them.`)
  return pairs
}

/** The vault with the files where they were. */
function worldBefore(world: World, pairs: readonly Pair[]): World {
  const here = new Map(pairs.map(({ source, from }) => [source.path, from]))
  const there = new Map(pairs.map(({ source, from }) => [from, { ...source, path: from }]))
  const names = new Map<string, Candidate[]>()
  for (const { source, from } of pairs) {
    const note = isNotePath(from) ? parseNote(from, source.text) : undefined
    for (const { key, group } of namesOf(from, note?.title, note?.aliases))
      names.set(key, [...(names.get(key) ?? []), { path: from, group }])
  }
  return {
    answering: (key) => [...world.answering(key).filter(({ path }) => !here.has(path)), ...(names.get(key) ?? [])],
    // What moved is read with its old place in mind.
    linking: (keys) =>
      world.linking(keys).map((holder) => {
        const old = here.get(holder.path)
        return old === undefined ? holder : { path: old, linksIn: () => undefined }
      }),
    read: async (path) => there.get(path) ?? world.read(path),
    async *readMany(paths) {
      let elsewhere: NotePath[] = []
      for (const path of paths) {
        const moved = there.get(path)
        if (moved === undefined) elsewhere.push(path)
        else {
          yield* world.readMany(elsewhere)
          elsewhere = []
          yield moved
        }
      }
      yield* world.readMany(elsewhere)
    },
  }
}

/** The change of a file that is where it shall be. */
function arrived(change: FileChange, place: NotePath | undefined): FileChange | undefined {
  if (place === undefined) return change
  return change.before === change.after ? undefined : { ...change, path: place, to: place }
}

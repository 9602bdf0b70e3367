import { setImmediate } from 'node:timers/promises'
import type { ProgressEvent } from '../core/answers.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import type { World } from '../core/refactor/world.ts'
import type { Vault } from '../core/vault.ts'
import { answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { linkingIn } from './linking.ts'

/** Notes that are read between two looks at the clock. */
const PER_READ = 64

/** What a refactoring asks, answered from the index and the vault; each question once. @param onProgress hears of the notes read */
export function worldIn(db: Database, vault: Vault, onProgress: (progress: ProgressEvent) => void = () => {}): World {
  const ask = answeringIn(db)
  const known = new Map<string, ReturnType<typeof ask>>()
  return {
    answering: (key) => {
      const answer = known.get(key) ?? ask(key)
      known.set(key, answer)
      return answer
    },
    linking: (keys) => linkingIn(db, keys),
    read: (path) => vault.read(path),
    async *readMany(paths) {
      for (let at = 0; at < paths.length; at += PER_READ) {
        onProgress({ done: at, total: paths.length })
        const sources = await vault.readMany(paths.slice(at, at + PER_READ))
        yield* sources.filter((source) => source !== undefined)
        // Whoever waits for an answer is served.
        await setImmediate()
      }
    },
  }
}

/** Every file at or below a folder. */
export function filesBelow(db: Database, folder: string): NotePath[] {
  const prefix = `${folder}/`
  return db
    .all<readonly [NotePath]>('SELECT path FROM file WHERE substr(path, 1, length(?1)) = ?1 ORDER BY path', prefix)
    .map(([path]) => path)
}

/** Whether there is a folder of that name, in whatever case or Unicode form: many file systems take them for one. */
export function isFolder(db: Database, folder: string): boolean {
  const prefix = `${foldName(folder)}/`
  return db
    .all<readonly [string]>("SELECT DISTINCT rtrim(path, replace(path, '/', '')) FROM file")
    .some(([each]) => foldName(each).startsWith(prefix))
}

/** Notes that have a tag or one below it. */
export function notesWithTag(db: Database, tag: string): NotePath[] {
  const key = foldName(tag)
  return db
    .all<readonly [NotePath]>(
      `SELECT DISTINCT f.path FROM tag t JOIN file f ON f.id = t.file WHERE t.key = ?1 OR substr(t.key, 1, length(?1) + 1) = ?1 || '/'`,
      key,
    )
    .map(([path]) => path)
}

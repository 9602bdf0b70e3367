import type { Dirent } from 'node:fs'
import { append } from '../core/append.ts'
import type { NotePath } from '../core/note.ts'
import { VaultError } from '../core/vault.ts'
import type { Breather } from './breathing.ts'
import { type Disk, systemDisk } from './disk.ts'
import type { IgnoreRules } from './ignoring.ts'
import { isComposed, isTemporary, keyNames } from './names.ts'
import { codeOf, isAbsence, sentences } from './sentences.ts'

/** Something on disk and its key; the root folder's key is the empty string. */
export interface Place {
  readonly path: string
  readonly absolute: string
}

export interface FilePlace extends Place {
  readonly path: NotePath
}

/** A file in its folder: its key, and its name as it is on disk. */
export interface Entry {
  readonly key: string
  readonly name: string
}

export interface FolderContents {
  readonly files: readonly Entry[]
  readonly folders: readonly Place[]
  /** Absolute paths of temporaries, of changes that are being made or were interrupted. */
  readonly temporaries: readonly string[]
}

/** Meets the entries of a folder by key, whatever they are. */
export function eachEntry(disk: Disk, absolute: string, meet: (key: string, entry: Dirent) => void): void {
  const entries = disk.entries(absolute)
  if (entries.every(({ name }) => isComposed(name))) {
    for (const entry of entries) meet(entry.name, entry)
    return
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  for (const [key, name] of keyNames([...byName.keys()])) {
    const entry = byName.get(name)
    if (entry !== undefined) meet(key, entry)
  }
}

/**
 * What a folder holds for the vault. Symbolic links are not followed, neither out of the vault nor inside it:
 * so no file is reached twice, no walk goes in circles, and nothing outside is read or written.
 */
export function lookInto(disk: Disk, folder: Place, rules: IgnoreRules): FolderContents {
  const files: Entry[] = []
  const folders: Place[] = []
  const temporaries: string[] = []
  const prefix = prefixOf(folder)
  eachEntry(disk, folder.absolute, (key, entry) => {
    const path = prefix + key
    const { name } = entry
    if (entry.isDirectory()) {
      if (!key.startsWith('.') && !rules.ignoresFolder(path))
        folders.push({ path, absolute: `${folder.absolute}/${name}` })
    } else if (entry.isFile() && isTemporary(key)) {
      temporaries.push(`${folder.absolute}/${name}`)
    } else if (entry.isFile() && !rules.ignoresFile(path)) {
      files.push({ key, name })
    }
  })
  return { files, folders, temporaries }
}

/** Meets a folder and every one below it, each before it is looked into. What goes meanwhile or cannot be read is met and nothing below it. */
export function walkFolders(folder: Place, rules: IgnoreRules, meet: (place: Place) => void): void {
  const waiting = [folder]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    meet(place)
    try {
      append(waiting, lookInto(systemDisk, place, rules).folders)
    } catch (error) {
      // The comparison that follows will say.
      if (codeOf(error) === undefined) throw error
    }
  }
}

const ATTEMPTS = 3

/**
 * Every file of the vault, sorted by path. A folder that goes away on the way (a rename by another program) starts the walk anew.
 * @throws {VaultError} when a folder cannot be read: its notes would look deleted.
 */
export async function walk(disk: Disk, root: string, rules: IgnoreRules, breather: Breather): Promise<Walked> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const walked = await walkOnce(disk, { path: '', absolute: root }, rules, breather)
    if (walked === undefined) continue
    walked.files.sort((a, b) => (a.path < b.path ? -1 : 1))
    return walked
  }
  throw new VaultError(sentences.restless(root))
}

interface Walked {
  readonly files: FilePlace[]
  readonly temporaries: string[]
}

async function walkOnce(disk: Disk, root: Place, rules: IgnoreRules, breather: Breather): Promise<Walked | undefined> {
  const files: FilePlace[] = []
  const temporaries: string[] = []
  const waiting: Place[] = [root]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      const contents = lookInto(disk, folder, rules)
      const prefix = prefixOf(folder)
      for (const { key, name } of contents.files)
        files.push({ path: (prefix + key) as NotePath, absolute: `${folder.absolute}/${name}` })
      for (const inner of contents.folders) waiting.push(inner)
      append(temporaries, contents.temporaries)
    } catch (error) {
      if (!isAbsence(error)) throw new VaultError(sentences.unlistable(folder.path || root.absolute), { cause: error })
      if (folder === root) throw new VaultError(sentences.vanishedVault(root.absolute), { cause: error })
      // A name that is not Unicode comes back with replacement characters and cannot be opened by them.
      if (!folder.path.includes('\uFFFD')) return undefined
    }
    await breather.breathe()
  }
  return { files, temporaries }
}

function prefixOf(folder: Place): string {
  return folder.path === '' ? '' : `${folder.path}/`
}

import { foldCase } from '../core/fold.ts'
import { crypto } from './crypto.ts'

/**
 * Files are found under their name as it is on disk, notes under NFC. Maps each key of a folder to the name on disk.
 * Of names that differ only in Unicode form, the NFC one (else the first in code-unit order) has the NFC key;
 * the others are keyed by their own form, so that none hides another.
 */
export function keyNames(names: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>()
  const decomposed: string[] = []
  for (const name of names) {
    if (isComposed(name)) keys.set(name, name)
    else decomposed.push(name)
  }
  for (const name of decomposed.sort()) {
    const key = name.normalize('NFC')
    keys.set(keys.has(key) ? name : key, name)
  }
  return keys
}

/** Below U+0300 there is nothing that composes, and most names are there: twice as fast as to compose them. */
const BELOW_COMBINING = /^[\0-\u02ff]*$/

export function isComposed(name: string): boolean {
  return BELOW_COMBINING.test(name) || name === name.normalize('NFC')
}

/** Equal for paths that some file system takes for the same: those that differ only in case or Unicode form. */
export function foldPath(path: string): string {
  return foldCase(path.normalize('NFC')).normalize('NFC')
}

const TEMPORARY = /^\.notly-[0-9a-f]{16}\.tmp$/

/** Hidden, no note, and of a fixed length, so that it fits wherever any name fits. */
export function temporaryName(): string {
  return `.notly-${crypto().randomBytes(8).toString('hex')}.tmp`
}

const OWN_FOLDER = /^[0-9a-f]{16}$/

/** Of a folder in which Notly lays out files of one change. */
export function ownFolderName(): string {
  return crypto().randomBytes(8).toString('hex')
}

export function isOwnFolder(name: string): boolean {
  return OWN_FOLDER.test(name)
}

/** Files that lie in such a folder, by their numbers: as they were, as they are to be, and what was found in their place. */
export function isLaidOut(name: string): boolean {
  return /^\d+\.(?:old|new|gone)$/.test(name)
}

/** Where what is found can lie beside a file that is laid out. @returns undefined where that does not lie in such a folder */
export function asideOf(laid: string): string | undefined {
  return /\/\d+\.(?:old|new)$/.test(laid) ? laid.replace(/(?:old|new)$/, 'gone') : undefined
}

export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name)
}

/** What Windows reads as more than a name: another folder, a drive, a stream of a file. */
const MORE_THAN_A_NAME = process.platform === 'win32' ? /[\\:\0]/ : /\0/

/** Whether a path could name a file of a vault at all: relative, inside, not under a hidden folder. Stricter for new paths: `isSafePath`. */
export function isInside(path: string, impossible = MORE_THAN_A_NAME): boolean {
  const segments = path.split('/')
  return segments.every((segment, at) => {
    if (segment === '' || segment === '.' || segment === '..' || impossible.test(segment)) return false
    return at === segments.length - 1 ? !isTemporary(segment) : !segment.startsWith('.')
  })
}

/** `a/b/c.md` → `a`, `a/b`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    folders.push(path.slice(0, slash))
  return folders
}

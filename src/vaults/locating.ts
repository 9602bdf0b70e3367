import type { Dirent } from 'node:fs'
import { dirname } from 'node:path'
import { fileNameOf, joinPath } from '../core/path.ts'
import type { Disk } from './disk.ts'
import { foldPath } from './names.ts'
import { sentences } from './sentences.ts'
import { eachEntry, type Place } from './walking.ts'

/** Where a path leads on disk. */
export type Location =
  | { readonly kind: 'file'; readonly absolute: string }
  /** Nothing there yet. `folder` exists, `missing` are the folders to create in it; `variants` differ from the path only in case or Unicode form. */
  | {
      readonly kind: 'free'
      readonly absolute: string
      readonly folder: string
      readonly missing: readonly string[]
      readonly variants: readonly Place[]
    }
  /** No file can be there. */
  | { readonly kind: 'blocked'; readonly message: string }

/** The names in folders, each folder read once. Lives as long as one use of the vault: it goes stale with any change. */
export class Names {
  readonly #disk: Disk
  readonly #entries = new Map<string, ReadonlyMap<string, Dirent>>()
  readonly #spellings = new Map<string, ReadonlyMap<string, readonly string[]>>()

  constructor(disk: Disk) {
    this.#disk = disk
  }

  entries(folder: string): ReadonlyMap<string, Dirent> {
    const known = this.#entries.get(folder)
    if (known !== undefined) return known
    const entries = new Map<string, Dirent>()
    eachEntry(this.#disk, folder, (key, entry) => entries.set(key, entry))
    this.#entries.set(folder, entries)
    return entries
  }

  /** The keys in a folder that differ from a segment at most in case or Unicode form. */
  variants(folder: string, segment: string): readonly string[] {
    let spellings = this.#spellings.get(folder)
    if (spellings === undefined) {
      spellings = Map.groupBy(this.entries(folder).keys(), foldPath)
      this.#spellings.set(folder, spellings)
    }
    return spellings.get(foldPath(segment)) ?? []
  }
}

/** Whether the file of a path goes in the change for which a place is sought. */
export type IsLeaving = (path: string) => boolean

/** Finds a path by the names in each folder on the way, never through a symbolic link. Failed system calls throw. */
export function locate(root: string, path: string, names: Names, isLeaving: IsLeaving = () => false): Location {
  const segments = path.split('/')
  const last = segments.pop() ?? ''
  let folder: Place = { path: '', absolute: root }
  for (const [at, segment] of segments.entries()) {
    const entry = names.entries(folder.absolute).get(segment)
    if (entry === undefined) return locateInNewFolder(folder, path, segments.slice(at), last, names, isLeaving)
    const inner = inside(folder, segment, entry)
    if (entry.isSymbolicLink()) return { kind: 'blocked', message: sentences.linkedFolder(path, inner.path) }
    if (!entry.isDirectory()) return { kind: 'blocked', message: sentences.fileInTheWay(path, inner.path) }
    folder = inner
  }
  const entry = names.entries(folder.absolute).get(last)
  if (entry === undefined) {
    const variants = variantsOf(folder, last, names)
    return { kind: 'free', absolute: `${folder.absolute}/${last}`, folder: folder.absolute, missing: [], variants }
  }
  if (!entry.isFile()) return { kind: 'blocked', message: sentences.notAFile(path) }
  return { kind: 'file', absolute: `${folder.absolute}/${entry.name}` }
}

function locateInNewFolder(
  folder: Place,
  path: string,
  missing: readonly string[],
  last: string,
  names: Names,
  isLeaving: IsLeaving,
): Location {
  const variants = variantsOf(folder, missing[0] ?? '', names)
  const variant = variants.find((each) => !isEmptied(each, names, isLeaving))
  if (variant !== undefined) return { kind: 'blocked', message: sentences.folderSpelling(path, variant.path) }
  const absolute = [folder.absolute, ...missing, last].join('/')
  return { kind: 'free', absolute, folder: folder.absolute, missing, variants: [] }
}

/** A folder whose spelling changes is one that every file leaves; what no edit names (hidden files, links) keeps it. */
function isEmptied(place: Place, names: Names, isLeaving: IsLeaving): boolean {
  const entry = names.entries(dirname(place.absolute)).get(fileNameOf(place.path))
  if (entry?.isDirectory() !== true) return entry?.isFile() === true && isLeaving(place.path)
  const keys = [...names.entries(place.absolute).keys()]
  return keys.length > 0 && keys.every((key) => isEmptied(insideOf(place, key, names), names, isLeaving))
}

function variantsOf(folder: Place, segment: string, names: Names): readonly Place[] {
  return names.variants(folder.absolute, segment).map((key) => insideOf(folder, key, names))
}

function insideOf(folder: Place, key: string, names: Names): Place {
  const entry = names.entries(folder.absolute).get(key)
  if (entry === undefined) throw new Error(`Folder ${folder.absolute} has the spelling ${key} but no such entry`)
  return inside(folder, key, entry)
}

function inside(folder: Place, key: string, entry: Dirent): Place {
  return { path: joinPath(folder.path, key), absolute: `${folder.absolute}/${entry.name}` }
}

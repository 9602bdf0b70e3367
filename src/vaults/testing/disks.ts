import type { Dirent } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type Disk, systemDisk } from '../disk.ts'
import { foldPath } from '../names.ts'

type Call = Exclude<keyof Disk, 'tellsCaseApart'>

/** A disk on which something happens before each call, such as a failure, or another program's work. */
export function hooked(before: (call: Call, paths: readonly string[]) => void, disk: Disk = systemDisk): Disk {
  const hook =
    <A extends readonly unknown[], R>(call: Call, work: (...values: A) => R) =>
    (...values: A): R => {
      before(call, values.map(String))
      return work(...values)
    }
  return {
    tellsCaseApart: disk.tellsCaseApart,
    entries: hook('entries', disk.entries),
    stat: hook('stat', disk.stat),
    realPath: hook('realPath', disk.realPath),
    isWritable: hook('isWritable', disk.isWritable),
    openToRead: hook('openToRead', disk.openToRead),
    open: hook('open', async (path, flags) => disk.open(path, flags)),
    link: hook('link', disk.link),
    copy: hook('copy', disk.copy),
    rename: hook('rename', disk.rename),
    exchange: hook('exchange', disk.exchange),
    unlink: hook('unlink', disk.unlink),
    discard: hook('discard', async (path) => disk.discard(path)),
    makeFolder: hook('makeFolder', disk.makeFolder),
    removeFolder: hook('removeFolder', disk.removeFolder),
  }
}

const CHANGES: readonly Call[] = [
  'open',
  'link',
  'copy',
  'rename',
  'exchange',
  'unlink',
  'discard',
  'makeFolder',
  'removeFolder',
]

/** Thrown by every call after the simulated end of the process, so that nothing more is done. */
export class Crash extends Error {}

/** A process that ends before the n-th call, from 1, that changes or syncs something. @returns whether it came to that */
export function crashing(n: number, disk: Disk = systemDisk): { readonly disk: Disk; readonly crashed: () => boolean } {
  let calls = 0
  let crashed = false
  const crash = (call: Call) => {
    if (CHANGES.includes(call)) crashed ||= ++calls === n
    if (crashed) throw new Crash(`Crash before call ${n}`)
  }
  return { disk: hooked(crash, disk), crashed: () => crashed }
}

/** A disk on which the n-th call, from 1, fails. */
export function failing(n: number, code: string): { readonly disk: Disk; readonly failed: () => boolean } {
  let calls = 0
  const fail = (call: Call) => {
    if (CHANGES.includes(call) && ++calls === n) throw failure(code, call)
  }
  return { disk: hooked(fail), failed: () => calls >= n }
}

/**
 * A disk that is full: files and folders are still made, since names take no room to speak of, but no more is written than so many bytes,
 * and what does not fit is cut off.
 */
export function full(room: number, disk: Disk = systemDisk): { readonly disk: Disk; readonly refused: () => boolean } {
  let left = room
  let refused = false
  const limited = async (handle: FileHandle): Promise<FileHandle> => {
    const write = handle.writeFile.bind(handle)
    handle.writeFile = async (data) => {
      const bytes = Buffer.from(data as string)
      const fitting = bytes.subarray(0, left)
      left -= fitting.length
      await write(fitting)
      refused ||= fitting.length < bytes.length
      if (fitting.length < bytes.length) throw failure('ENOSPC', 'write')
    }
    return handle
  }
  return {
    disk: { ...disk, open: async (path, flags) => limited(await disk.open(path, flags)) },
    refused: () => refused,
  }
}

/** A disk on which a file, and no other, may not be written. */
export function locked(file: string, disk: Disk = systemDisk): Disk {
  return { ...disk, isWritable: (path) => path !== file && disk.isWritable(path) }
}

export function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })
}

/** A file system without links from one name to another, as FAT is. */
export function withoutLinks(disk: Disk = systemDisk): Disk {
  const refuse = (call: Call) => {
    if (call === 'link') throw failure('EPERM', 'link')
  }
  return hooked(refuse, disk)
}

/** A file system on which no two files change places. */
export function withoutExchange(disk: Disk = systemDisk): Disk {
  return { ...disk, exchange: () => false }
}

/** A folder that is a file system of its own, into which no link and no rename leads. */
export function mounted(folder: string, disk: Disk = systemDisk): Disk {
  const isInside = (path: string) => path === folder || path.startsWith(`${folder}/`)
  const refuse = (call: Call, [from = '', to = '']: readonly string[]) => {
    if (['link', 'rename', 'exchange'].includes(call) && isInside(from) !== isInside(to)) throw failure('EXDEV', call)
  }
  const stat = (path: string) => {
    const found = disk.stat(path)
    if (found !== undefined && isInside(path)) found.dev += 1n
    return found
  }
  return { ...hooked(refuse, disk), stat }
}

/**
 * A file system that keeps the spelling of names and does not tell it apart: `note.md` opens `Note.md`. As on the strictest of these,
 * a rename onto a name keeps that name's spelling, and a rename onto another spelling of the same file does nothing.
 */
export function folding(root: string): Disk {
  const spell = (path: string): string => {
    if (!path.startsWith(`${root}/`)) return path
    const folder = spell(dirname(path))
    const name = basename(path)
    return `${folder}/${namesIn(folder).find((each) => foldPath(each) === foldPath(name)) ?? name}`
  }
  const disk = systemDisk
  return {
    tellsCaseApart: false,
    entries: (folder) => disk.entries(spell(folder)),
    stat: (path) => disk.stat(spell(path)),
    realPath: (path) => disk.realPath(spell(path)),
    isWritable: (path) => disk.isWritable(spell(path)),
    openToRead: (path) => disk.openToRead(spell(path)),
    open: (path, flags) => disk.open(spell(path), flags),
    link: (from, to) => disk.link(spell(from), spell(to)),
    copy: (from, to) => disk.copy(spell(from), spell(to)),
    rename: (from, to) => disk.rename(spell(from), spell(to)),
    exchange: (a, b) => disk.exchange(spell(a), spell(b)),
    unlink: (path) => disk.unlink(spell(path)),
    discard: (path) => disk.discard(spell(path)),
    makeFolder: (path) => disk.makeFolder(spell(path)),
    removeFolder: (path) => disk.removeFolder(spell(path)),
  }
}

function namesIn(folder: string): string[] {
  try {
    return systemDisk.entries(folder).map(({ name }: Dirent) => name)
  } catch {
    return []
  }
}

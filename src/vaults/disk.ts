import {
  accessSync,
  type BigIntStats,
  constants,
  copyFileSync,
  type Dirent,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { exchangeFiles } from './exchanging.ts'

/**
 * The calls of the system through which this room reaches files, as one value, so that a test can put another file system,
 * a failing disk or another program in their place. Failures are those of `node:fs`; no call follows a link at its path's end.
 */
export interface Disk {
  /** False where `note.md` also opens `Note.md`. */
  readonly tellsCaseApart: boolean
  entries(folder: string): Dirent[]
  stat(path: string): BigIntStats | undefined
  /** The path without links, in the spelling that is on disk. */
  realPath(path: string): string
  isWritable(path: string): boolean
  openToRead(path: string): number
  /** `wx` for a file that must not be there yet; `r` to sync what is. */
  open(path: string, flags: 'wx' | 'r'): Promise<FileHandle>
  /** Never over another file. */
  link(from: string, to: string): void
  /** Never over another file. */
  copy(from: string, to: string): void
  rename(from: string, to: string): void
  /** Each takes the other's place, in one step. @returns false where there is no such thing, and nothing was done */
  exchange(a: string, b: string): boolean
  unlink(path: string): void
  /** As `unlink`, without making anybody wait: to let go of a file's last name may take milliseconds. */
  discard(path: string): Promise<void>
  makeFolder(path: string): void
  removeFolder(path: string): void
}

// Not blocking: a pipe that took the file's place would otherwise wait for a writer. (Windows has neither flag.)
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export const systemDisk: Disk = {
  tellsCaseApart: process.platform !== 'darwin' && process.platform !== 'win32',
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  stat: (path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }),
  realPath: (path) => realpathSync.native(path),
  isWritable(path) {
    try {
      accessSync(path, constants.W_OK)
      return true
    } catch {
      return false
    }
  },
  openToRead: (path) => openSync(path, READ_FLAGS),
  open: (path, flags) => open(path, flags, 0o666),
  link: linkSync,
  copy: (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL),
  rename: renameSync,
  exchange: exchangeFiles,
  unlink: unlinkSync,
  discard: unlink,
  makeFolder: (path) => mkdirSync(path),
  removeFolder: rmdirSync,
}

/** Syncs a folder, without which a change of its names may not survive a crash, or a file that was written by the system. */
export async function syncPath(disk: Disk, path: string): Promise<void> {
  // Windows opens no folders and needs no such sync.
  if (process.platform === 'win32') return
  const handle = await disk.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Some file systems (FAT, some of the network) have no hard links, and none has them to another file system. */
export function isWithoutLinks(code: string | undefined): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(code ?? '')
}

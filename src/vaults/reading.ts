import { type BigIntStats, closeSync, fstatSync, readSync } from 'node:fs'
import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Source } from '../core/vault.ts'
import type { Disk } from './disk.ts'
import { revisionOfBytes, revisionOfState, stampOf } from './revision.ts'
import { isNowhere, sentences } from './sentences.ts'

/** Larger files are not read as text. */
export const LARGEST_TEXT = 64 * 1024 * 1024

export interface Content {
  readonly stat: BigIntStats
  /** Undefined when the file is larger than `LARGEST_TEXT`. Others use the same memory afterwards: copy what is to stay. */
  readonly bytes: Buffer | undefined
  /** Milliseconds since 1970, from before the file was opened. */
  readonly readAt: number
}

const ATTEMPTS = 4

/**
 * Uses the content of a file as it was at one moment: when it changes while being read, it is read again.
 * @param use is done with the bytes when it returns
 * @returns undefined when there is no regular file; other failures throw.
 */
export function useContent<T>(disk: Disk, absolute: string, use: (content: Content) => T): T | undefined {
  for (let attempt = 1; ; attempt++) {
    const content = readOnce(disk, absolute)
    if (content === undefined) return undefined
    // What still changes after all attempts is recent, so it has no stamp and will be looked at again.
    if (content.isWhole || attempt === ATTEMPTS) return use(content)
  }
}

function readOnce(disk: Disk, absolute: string): (Content & { readonly isWhole: boolean }) | undefined {
  const readAt = Date.now()
  const file = openToRead(disk, absolute)
  if (file === undefined) return undefined
  try {
    return contentOf(file, readAt)
  } finally {
    closeSync(file)
  }
}

function contentOf(file: number, readAt: number): (Content & { readonly isWhole: boolean }) | undefined {
  const before = fstatSync(file, { bigint: true })
  if (!before.isFile()) return undefined
  if (before.size > LARGEST_TEXT) return { stat: before, bytes: undefined, readAt, isWhole: true }
  const bytes = readBytesOf(file, Number(before.size))
  const stat = fstatSync(file, { bigint: true })
  return { stat, bytes, readAt, isWhole: bytes.length === Number(stat.size) && isSameState(before, stat) }
}

/** Most notes fit; to allocate for each would be most of the time that reading takes. */
const shared = Buffer.allocUnsafeSlow(64 * 1024)

/** @param size what the file should have; one that grows meanwhile is read no further */
function readBytesOf(file: number, size: number): Buffer {
  const buffer = size <= shared.length ? shared : Buffer.allocUnsafeSlow(size)
  let length = 0
  while (length < size) {
    const read = readSync(file, buffer, length, size - length, length)
    if (read === 0) break
    length += read
  }
  return buffer.subarray(0, length)
}

function isSameState(a: BigIntStats, b: BigIntStats): boolean {
  return a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.size === b.size && a.ino === b.ino
}

function openToRead(disk: Disk, absolute: string): number | undefined {
  try {
    return disk.openToRead(absolute)
  } catch (error) {
    if (isNowhere(error)) return undefined
    throw error
  }
}

/** Whether a file's revision comes from its content; else from its state, so that attachments are never read to be listed. */
export function isRevisedByContent(path: string, stat: BigIntStats): boolean {
  return isNotePath(path) && stat.size <= LARGEST_TEXT
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lossy = new TextDecoder('utf-8', { ignoreBOM: true })

/** @returns undefined when there is no such file; other failures throw. */
export function readSource(disk: Disk, path: NotePath, absolute: string): Source | undefined {
  return useContent(disk, absolute, (content) => {
    const source = sourceOf(path, content)
    return { ...source, readOnly: source.readOnly ?? (disk.isWritable(absolute) ? undefined : sentences.locked) }
  })
}

/** The text alone. @returns undefined when there is no such file; other failures throw. */
export function readText(disk: Disk, absolute: string): string | undefined {
  return useContent(disk, absolute, ({ bytes }) => decode(bytes).text)
}

/** What is in a file that is open, whatever became of its name. @throws a failed system call */
export function readOpened(file: number, path: NotePath): Source | undefined {
  const content = contentOf(file, Date.now())
  return content && sourceOf(path, content)
}

function sourceOf(path: NotePath, { stat, bytes, readAt }: Content): Source {
  const { text, readOnly } = decode(bytes)
  return {
    path,
    revision: bytes && isRevisedByContent(path, stat) ? revisionOfBytes(bytes) : revisionOfState(stat),
    stamp: stampOf(stat, readAt),
    modified: Number(stat.mtimeMs),
    bytes: Number(stat.size),
    text,
    readOnly,
  }
}

/** Programs that empty a file before they write it are done by then. */
export const SECOND_LOOK_MILLISECONDS = 50
export const JUST_NOW_MILLISECONDS = 1000

/** Whether a file may be half-written: just now it became empty, or nothing that is text. */
export function isUnsure({ bytes, readOnly, modified }: Source, now: number): boolean {
  return (bytes === 0 || readOnly === sentences.notUtf8) && modified > now - JUST_NOW_MILLISECONDS
}

/** The revision that a file's content gives it now; undefined when there is no such file, or it is too large to be read. */
export function revisionOfContent(disk: Disk, absolute: string): Revision | undefined {
  return useContent(disk, absolute, ({ bytes }) => bytes && revisionOfBytes(bytes))
}

function decode(bytes: Buffer | undefined): { readonly text: string; readonly readOnly: string | undefined } {
  if (bytes === undefined) return { text: '', readOnly: sentences.tooBig }
  try {
    return { text: strict.decode(bytes), readOnly: undefined }
  } catch {
    return { text: lossy.decode(bytes), readOnly: sentences.notUtf8 }
  }
}

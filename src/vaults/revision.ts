import type { BigIntStats } from 'node:fs'
import type { Revision } from '../core/note.ts'
import { crypto } from './crypto.ts'

/** 132 bits of SHA-256: enough that no two texts of a vault ever share a revision. */
const LENGTH = 22

export function revisionOfBytes(bytes: Uint8Array | string): Revision {
  return crypto().hash('sha256', bytes, 'base64url').slice(0, LENGTH) as Revision
}

/** For files whose content is not read: a new state of the file is a new revision. */
export function revisionOfState(stat: BigIntStats): Revision {
  return revisionOfBytes(stateOf(stat))
}

/** Changes with every change of a file that the file system's clock can tell apart. Short: the index keeps one for each file. */
export function stateOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs - mtimeNs, ino].map((number) => number.toString(DIGITS)).join(' ')
}

/** A power of two is written several times as quickly as ten. */
const DIGITS = 32

const MILLISECOND = 1_000_000n
const SECOND = 1000n * MILLISECOND

/**
 * Files carry the time of the clock's last tick, some milliseconds old at worst. A file changed less than a tick before it was read
 * may change again, to the same size, and still carry the same times; so may one from the future. Times in whole seconds come from
 * file systems that keep no finer ones (FAT keeps two seconds).
 *
 * @param readAt milliseconds since 1970, from before the file was read.
 */
export function mayChangeUnseen(stat: BigIntStats, readAt: number): boolean {
  const latest = stat.mtimeNs > stat.ctimeNs ? stat.mtimeNs : stat.ctimeNs
  const isCoarse = stat.mtimeNs % SECOND === 0n && stat.ctimeNs % SECOND === 0n
  const tick = isCoarse ? 2n * SECOND + 100n * MILLISECOND : 100n * MILLISECOND
  return latest + tick > BigInt(readAt) * MILLISECOND
}

/**
 * A file that may change unseen gets no stamp and is read again next time, as git does with entries it calls racily clean.
 * @param readAt milliseconds since 1970, from before the file was read.
 */
export function stampOf(stat: BigIntStats, readAt: number): string {
  return mayChangeUnseen(stat, readAt) ? '' : stateOf(stat)
}

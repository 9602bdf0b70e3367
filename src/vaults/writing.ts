import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { Disk } from './disk.ts'

/** Writes a new file and syncs it. @param like the file whose owner and mode it gets; undefined for those of any new file */
export async function writeSynced(
  disk: Disk,
  path: string,
  text: string,
  like: BigIntStats | undefined,
): Promise<void> {
  const file = await disk.open(path, 'wx')
  try {
    await file.writeFile(text, 'utf8')
    if (like !== undefined) await keepOwnership(file, like)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A program run by an administrator must not take the file away from its user. Only some may give files away, so failing is fine. */
async function keepOwnership(file: FileHandle, { uid, gid, mode }: BigIntStats): Promise<void> {
  const own = await file.stat({ bigint: true })
  if (own.uid !== uid || own.gid !== gid) await file.chown(Number(uid), Number(gid)).catch(() => {})
  await file.chmod(Number(mode) & 0o7777)
}

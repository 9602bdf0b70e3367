import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small disk of its own, in memory, that can be filled, made read-only and pulled out. Linux, for who may mount. */
export class SmallDisk implements Disposable {
  /** Where it is plugged in. */
  readonly place: string
  readonly #base = mkdtempSync(join(tmpdir(), 'notly-disk-'))
  readonly #disk = join(this.#base, 'disk')

  constructor(megabytes: number) {
    this.place = join(this.#base, 'place')
    for (const folder of [this.#disk, this.place]) mkdirSync(folder)
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', this.#disk)
    this.plugIn()
  }

  plugIn(): void {
    run('mount', '--bind', this.#disk, this.place)
  }

  /** Programs that have files of it open keep them; the place is an empty folder. */
  pullOut(): void {
    run('umount', '--lazy', this.place)
  }

  /** Leaves room for no byte more. */
  fill(): void {
    const file = join(this.#disk, '.filling')
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1)
      try {
        while (true) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
      } catch {
        // Something smaller may still fit.
      }
    if (statSync(file).size === 0) throw new Error('The disk was full before')
  }

  makeRoom(): void {
    rmSync(join(this.#disk, '.filling'))
  }

  /** Makes one folder of it read-only: a whole disk cannot be where a program has a file open to write. */
  protect(folder: string): void {
    run('mount', '--bind', folder, folder)
    run('mount', '-o', 'remount,bind,ro', folder)
  }

  unprotect(folder: string): void {
    run('umount', '--lazy', folder)
  }

  [Symbol.dispose](): void {
    for (const folder of [this.place, this.#disk]) spawnSync('umount', ['--lazy', folder])
    rmSync(this.#base, { recursive: true, force: true })
  }
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`${command}: ${stderr}`)
}

/** Whether this user may plug in disks here. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    new SmallDisk(1)[Symbol.dispose]()
    return true
  } catch {
    return false
  }
}

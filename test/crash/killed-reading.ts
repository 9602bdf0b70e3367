import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Index } from '../../src/index/index.ts'
import { sync } from '../../src/index/sync.ts'
import { askEverything } from '../../src/index/testing/questions.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { filesOf, writeFiles } from './scenario.ts'

const CHILD = fileURLToPath(new URL('reading-child.ts', import.meta.url))
/** On a busy machine a reading may have come to its end before it is seen that it has begun. */
const MIDST_ATTEMPTS = 5
const WORDS = ['pricing', 'word', 'note 7']

/** A vault that is read into an index by processes that are killed, each of which goes on where the one before was. */
export class KilledReading implements Disposable {
  killed = 0
  readonly #folder = mkdtempSync(join(tmpdir(), 'notly-reading-'))
  readonly #vault = join(this.#folder, 'vault')
  readonly #file = join(this.#folder, 'index.db')
  #notes = 0
  /** Milliseconds that a whole reading takes. */
  #longest = 0

  static async of(notes: number): Promise<KilledReading> {
    const reading = new KilledReading()
    reading.#notes = notes
    writeFiles(reading.#vault, filesOf('old', notes))
    const start = performance.now()
    await reading.#run()
    reading.#longest = performance.now() - start
    rmSync(reading.#file)
    return reading
  }

  /**
   * @param share of the time that a whole reading takes
   * @returns files that are in the index then, which is sound
   */
  async killAfter(share: number): Promise<{ readonly files: number }> {
    const kill = (signal: AbortSignal) => setTimeout(share * this.#longest, undefined, { signal })
    if (!(await this.#run(kill))) this.killed++
    return { files: await this.#soundFiles() }
  }

  /** Kills one that begins anew as soon as something is in the index. @returns whether something was, and not all */
  async killInTheMidst(): Promise<boolean> {
    for (let attempt = 1; attempt <= MIDST_ATTEMPTS; attempt++) {
      for (const end of ['', '-wal', '-shm']) rmSync(this.#file + end, { force: true })
      await this.#run((signal) => this.#untilBegun(signal))
      const files = await this.#soundFiles()
      if (files > 0 && files < this.#notes) return true
    }
    return false
  }

  async #untilBegun(signal: AbortSignal): Promise<void> {
    for (;;) {
      await setTimeout(1, undefined, { signal })
      if (!existsSync(this.#file)) continue
      const db = new DatabaseSync(this.#file, { readOnly: true, timeout: 1000 })
      try {
        if (Number(db.prepare('SELECT count(*) AS files FROM file').get()?.files) > 0) return
      } catch {
        // Its tables are not there yet.
      } finally {
        db.close()
      }
    }
  }

  async #soundFiles(): Promise<number> {
    const index = await Index.open(this.#file)
    try {
      const [check] = index.db.first<[string]>('PRAGMA integrity_check') ?? []
      if (check !== 'ok') throw new Error(`The index is damaged: ${check}`)
      return index.db.first<[number]>('SELECT count(*) FROM file')?.[0] ?? 0
    } finally {
      index.close()
    }
  }

  /** What the index says when nothing stops its reading any more. */
  async finish(): Promise<unknown> {
    await this.#run()
    return this.#answersOf(await Index.open(this.#file))
  }

  /** What an index says that was made in one go. */
  async anew(): Promise<unknown> {
    const index = await Index.open(':memory:')
    await sync(await FolderVault.open(this.#vault), index)
    return this.#answersOf(index)
  }

  #answersOf(index: Index): unknown {
    try {
      return askEverything(index.db, WORDS)
    } finally {
      index.close()
    }
  }

  /** @param kill resolves when it is to be killed. @returns whether it came to its end. @throws when it could not read */
  async #run(kill?: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const child = spawn(process.execPath, [CHILD, this.#vault, this.#file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'close')
    const waiting = new AbortController()
    void kill?.(waiting.signal).then(
      () => child.kill('SIGKILL'),
      () => {},
    )
    const [code, signal] = await ended
    waiting.abort()
    if (signal === null && code !== 0) throw new Error(`The reading ended with ${code}`)
    return signal === null
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true })
  }
}

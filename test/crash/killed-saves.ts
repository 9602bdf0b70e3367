import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { FolderVault } from '../../src/vaults/folder.ts'
import { CACHE, makeFolder } from './places.ts'
import { SAVED_NOTES, savedNote, saveOf } from './saved-notes.ts'

const CHILD = fileURLToPath(new URL('saving-child.ts', import.meta.url))
/** Milliseconds after which a process that saves is killed at the latest. */
const LONGEST = 40

/** A vault into which processes save until they are killed, and of which is known what was acknowledged. */
export class KilledSaves implements Disposable {
  kills = 0
  acknowledged = 0
  readonly #root = makeFolder('saves')
  /** The last save of each note that was acknowledged. */
  readonly #last = new Map<number, number>()
  #next = 0

  /** @throws when something acknowledged is lost, or what is there is not what a save wrote */
  async kill(): Promise<void> {
    const env = { ...process.env, NODE_COMPILE_CACHE: CACHE }
    const child = spawn(process.execPath, [CHILD, this.#root, String(this.#next)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    const lines = createInterface(child.stdout)
    await once(lines, 'line')
    lines.on('line', (line) => this.#acknowledge(Number(line)))
    await setTimeout(Math.random() * LONGEST)
    child.kill('SIGKILL')
    const [code] = await closed
    if (code !== null) throw new Error(`The process that saves ended by itself, with ${code}`)
    this.kills++
    await this.#check()
  }

  #acknowledge(nth: number): void {
    this.acknowledged++
    this.#last.set(nth % SAVED_NOTES, nth)
    this.#next = nth + 1
  }

  /** Opens the vault, as the next start does. */
  async #check(): Promise<void> {
    const vault = await FolderVault.open(this.#root)
    for (let note = 0; note < SAVED_NOTES; note++) {
      const text = (await vault.read(savedNote(note)))?.text
      const wanted = this.#last.get(note)
      const found = text === undefined ? undefined : saveOf(text)
      if (wanted !== undefined && (found === undefined || found < wanted))
        throw new Error(`Save ${wanted} was acknowledged, but ${found ?? 'nothing'} is there`)
      // It was written but not acknowledged any more.
      if (found !== undefined && found >= this.#next) this.#next = found + 1
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true })
  }
}

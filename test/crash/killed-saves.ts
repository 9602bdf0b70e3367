import { rmSync } from 'node:fs'
import { FolderVault } from '../../src/vaults/folder.ts'
import { makeFolder } from './places.ts'
import { SAVED_NOTES, savedNote, saveOf } from './saved-notes.ts'
import { Saver } from './saver.ts'

/** So many saves a process makes at most before the one at which it is killed. */
const MOST_SAVES = 3
/** The longest that a save is waited for, where the machine is busy with other work. Milliseconds. */
const LONGEST = 20

const clock = new Int32Array(new SharedArrayBuffer(4))

/** A vault into which processes save until they are killed, and of which is known what was acknowledged. */
export class KilledSaves implements AsyncDisposable {
  kills = 0
  acknowledged = 0
  /** Kills after which a save was there that had not been acknowledged: those that came within one, after its rename. */
  within = 0
  readonly #root = makeFolder('saves')
  /** The last save of each note that was acknowledged. */
  readonly #last = new Map<number, number>()
  #next = 0
  /** How long a save takes. Milliseconds. */
  #usual = 2
  /** Starts while the one before it saves: that takes far longer than a save. */
  #waiting = new Saver(this.#root)

  /**
   * Lets a process save and kills it at any moment of a save.
   * @throws when something acknowledged is lost, or what is there is not what a save wrote
   */
  async kill(): Promise<void> {
    const saver = this.#waiting
    await saver.go(this.#next)
    this.#waiting = new Saver(this.#root)
    await saver.saved(Math.floor(Math.random() * (MOST_SAVES + 1)))
    // To a fraction of a millisecond, which no timer gives.
    Atomics.wait(clock, 0, 0, Math.random() * Math.min(LONGEST, 1.2 * this.#usual))
    await saver.kill()
    for (const nth of saver.acknowledged) this.#acknowledge(nth)
    this.#measure(saver.times)
    this.kills++
    await this.#check()
  }

  #acknowledge(nth: number): void {
    this.acknowledged++
    this.#last.set(nth % SAVED_NOTES, nth)
    this.#next = nth + 1
  }

  #measure(times: readonly number[]): void {
    for (const [at, time] of times.slice(1).entries()) this.#usual += 0.1 * (time - (times[at] as number) - this.#usual)
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
      if (found === undefined || found < this.#next) continue
      // It was written but not acknowledged any more.
      this.within++
      this.#next = found + 1
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#waiting.kill()
    rmSync(this.#root, { recursive: true })
  }
}

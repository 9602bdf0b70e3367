import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FolderVault } from '../../src/vaults/folder.ts'
import { isTemporary } from '../../src/vaults/names.ts'
import { Child } from './child-process.ts'
import { type Moment, momentsOf } from './log.ts'
import { makeFolder } from './places.ts'
import { filesOf, other, type State, stateOf, writeFiles } from './scenario.ts'
import { killAt, logCalls } from './strace.ts'

/** What became of the changes that were begun. */
export interface Figures {
  killed: number
  finished: number
  old: number
  new: number
}

export function addFigures(a: Figures, b: Figures): Figures {
  return { killed: a.killed + b.killed, finished: a.finished + b.finished, old: a.old + b.old, new: a.new + b.new }
}

/** A vault in which the same rename is begun, killed and recovered again and again, to and fro. */
export class Killing implements Disposable {
  readonly root = makeFolder('crash')
  readonly figures: Figures = { killed: 0, finished: 0, old: 0, new: 0 }
  readonly #notes: number
  #state: State = 'old'

  constructor(notes: number) {
    this.#notes = notes
    writeFiles(this.root, filesOf('old', notes))
  }

  #start(threads: number): Promise<Child> {
    return Child.start(this.root, other(this.#state), this.#notes, threads)
  }

  /** Milliseconds that the change takes when nothing stops it. */
  async time(): Promise<number> {
    const child = await this.#start(4)
    const begun = performance.now()
    child.go()
    await child.finish()
    const milliseconds = performance.now() - begun
    await this.check()
    return milliseconds
  }

  /** All moments at which the change makes one of these calls. */
  async moments(calls: string): Promise<Moment[]> {
    // The first child of new code writes down what it compiled, which the others do not.
    await this.time()
    const log = `${this.root}.log`
    const child = await this.#start(1)
    await logCalls(child, calls, log)
    await this.check()
    const moments = momentsOf(readFileSync(log, 'utf8'))
    rmSync(log)
    return moments
  }

  async killAfter(milliseconds: number): Promise<void> {
    const child = await this.#start(4)
    child.go()
    await setTimeout(milliseconds)
    child.kill()
    await this.#record(await child.finish())
  }

  async killAt(moment: Moment): Promise<void> {
    await this.#record(await killAt(await this.#start(1), moment))
  }

  async #record(finished: boolean): Promise<void> {
    const before = this.#state
    await this.check()
    this.figures[finished ? 'finished' : 'killed']++
    this.figures[this.#state === before ? 'old' : 'new']++
    if (finished && this.#state === before) throw new Error('A change that was acknowledged is not there')
  }

  /** Opens the vault, as the next start does. @throws when it is neither old nor new, or holds what the change has left */
  async check(): Promise<void> {
    const vault = await FolderVault.open(this.root)
    this.#state = await stateOf(vault, this.#notes)
    const left = readdirSync(this.root, { recursive: true }).map(String).filter(isLeft)
    if (left.length > 0) throw new Error(`After the recovery there is still ${left[0]}`)
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true })
  }
}

function isLeft(path: string): boolean {
  return isTemporary(basename(path)) || path.startsWith(join('.notly', 'journal', '/'))
}

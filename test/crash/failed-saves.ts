import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Child } from './child-process.ts'
import { type Moment, momentsOf } from './log.ts'
import { makeFolder } from './places.ts'
import { filesOf, writeFiles } from './scenario.ts'
import { failAt, logCalls } from './strace.ts'

const NOTES = 3
const NOTE = 'notes/1/1.md'
/** The calls that a save writes with. */
const WRITING = 'openat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,fchmod,close,ftruncate'
/** What a save adds, see `child.ts`. */
const ADDED = 'more\n'

/** A note that is saved again and again, while one call of the system fails each time. */
export class FailedSaves implements Disposable {
  refused = 0
  saved = 0
  readonly #root = makeFolder('failing')
  #text: string

  constructor() {
    writeFiles(this.#root, filesOf('old', NOTES))
    this.#text = this.#read()
  }

  /** All moments at which a save makes a call that may fail. */
  async moments(): Promise<Moment[]> {
    // The first child of new code writes down what it compiled, which the others do not.
    const first = await this.#start()
    first.go()
    await first.finish()
    const log = `${this.#root}.log`
    await logCalls(await this.#start(), WRITING, log)
    this.#text = this.#read()
    const moments = momentsOf(readFileSync(log, 'utf8'))
    rmSync(log)
    return moments
  }

  #start(): Promise<Child> {
    return Child.start(this.#root, NOTE, NOTES, 1)
  }

  /** @throws when the note is neither what it was nor what was saved, or what was acknowledged is not there or not synced */
  async fail(moment: Moment, error: string): Promise<void> {
    const acknowledged = await failAt(await this.#start(), moment, error)
    const now = this.#read()
    const isOld = now === this.#text
    if (!isOld && now !== `${this.#text}${ADDED}`)
      throw new Error(`${where(moment, error)} left ${JSON.stringify(now)}`)
    if (acknowledged && /sync$/.test(moment.call))
      throw new Error(`${where(moment, error)} was acknowledged, and nobody knows whether it is on the disk`)
    if (acknowledged && isOld) throw new Error(`${where(moment, error)} lost what was acknowledged`)
    this.#text = now
    if (acknowledged) this.saved++
    else this.refused++
  }

  #read(): string {
    return readFileSync(join(this.#root, NOTE), 'utf8')
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true })
  }
}

function where({ call, n }: Moment, error: string): string {
  return `${error} at ${call} ${n}`
}

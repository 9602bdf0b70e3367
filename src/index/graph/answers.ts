/** Who answers to a key, by the graph's own numbers. */
import type { Candidate, NameGroup } from '../../core/resolve.ts'
import type { Database } from '../database.ts'
import type { Files } from './files.ts'
import { answeringTo } from './rows.ts'

export interface Answer extends Candidate {
  readonly file: number
}

export type Answering = (key: string) => readonly Answer[]

/** A file's number and how it answers, in one number. */
const GROUPS = 4

/** All names at once, for whoever resolves every link. */
export class AllNames {
  readonly #files: Files
  readonly #byKey = new Map<string, number | number[]>()

  constructor(files: Files) {
    this.#files = files
  }

  add(key: string, group: NameGroup, file: number): void {
    const answer = file * GROUPS + group
    const known = this.#byKey.get(key)
    if (known === undefined) this.#byKey.set(key, answer)
    else if (typeof known === 'number') this.#byKey.set(key, [known, answer])
    else known.push(answer)
  }

  answering(key: string): readonly Answer[] {
    const found = this.#byKey.get(key)
    if (found === undefined) return []
    return typeof found === 'number' ? [this.#answer(found)] : found.map((packed) => this.#answer(packed))
  }

  #answer(packed: number): Answer {
    const file = Math.floor(packed / GROUPS)
    return { file, group: (packed % GROUPS) as NameGroup, path: this.#files.at(file).path }
  }
}

/** Asked of the index, each key once. */
export function answeringAsAsked(db: Database, files: Files): Answering {
  const asked = new Map<string, readonly Answer[]>()
  return (key) => {
    const known = asked.get(key)
    if (known !== undefined) return known
    const answers = answeringTo(db, key).flatMap(({ path, group }): Answer[] => {
      const file = files.number(path)
      if (file === undefined) throw new Error(`${path} answers to ${key} and is not in the graph`)
      return [{ path, group, file }]
    })
    asked.set(key, answers)
    return answers
  }
}

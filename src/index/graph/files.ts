import type { NotePath } from '../../core/note.ts'
import { isNotePath } from '../../core/path.ts'
import { namesOf } from '../../core/resolve.ts'
import { Interned } from './interned.ts'

/** What is kept of a file. */
export interface KeptFile {
  readonly path: NotePath
  readonly isNote: boolean
  readonly title: string
  readonly kind: string | null
  readonly status: string | null
  /** Its date, milliseconds since 1970. */
  readonly at: number
  readonly open: number
  readonly done: number
  /** Another number for another revision or time of change. */
  readonly mark: number
}

/** The files of the vault under numbers of their own, which they keep as long as they keep their path. */
export class Files {
  readonly #numbers = new Map<NotePath, number>()
  readonly #files: (KeptFile | undefined)[] = []
  readonly #aliases = new Map<number, readonly string[]>()
  readonly #words = new Interned()
  #free: number[] = []

  /** One more than the highest number. */
  get size(): number {
    return this.#files.length
  }

  number(path: NotePath): number | undefined {
    return this.#numbers.get(path)
  }

  get(file: number): KeptFile | undefined {
    return this.#files[file]
  }

  /** @throws when there is no such file */
  at(file: number): KeptFile {
    const kept = this.#files[file]
    if (kept === undefined) throw new Error(`No file has the number ${file}; there are ${this.#files.length}`)
    return kept
  }

  isNote(file: number): boolean {
    return this.#files[file]?.isNote ?? false
  }

  eachNote(visit: (file: KeptFile, number: number) => void): void {
    for (let number = 0; number < this.#files.length; number++) {
      const file = this.#files[number]
      if (file?.isNote === true) visit(file, number)
    }
  }

  paths(): IterableIterator<NotePath> {
    return this.#numbers.keys()
  }

  /** @returns its number, the same as before when the path is known */
  put(file: KeptFile): number {
    const number = this.#numbers.get(file.path) ?? this.#free.pop() ?? this.#files.length
    this.#numbers.set(file.path, number)
    this.#files[number] = { ...file, kind: this.#words.same(file.kind), status: this.#words.same(file.status) }
    return number
  }

  remove(path: NotePath): void {
    const number = this.#numbers.get(path)
    if (number === undefined) return
    this.#numbers.delete(path)
    this.#files[number] = undefined
    this.#aliases.delete(number)
    this.#free.push(number)
  }

  addAlias(file: number, key: string): void {
    this.#aliases.set(file, [...(this.#aliases.get(file) ?? []), key])
  }

  setAliases(file: number, keys: readonly string[]): void {
    if (keys.length === 0) this.#aliases.delete(file)
    else this.#aliases.set(file, keys)
  }

  /** What the file answers to, as `group key`; empty for a number that no file has. */
  keys(file: number): Set<string> {
    const kept = this.#files[file]
    if (kept === undefined) return new Set()
    const names = namesOf(kept.path, isNotePath(kept.path) ? kept.title : undefined)
    return new Set([
      ...names.map(({ group, key }) => `${group} ${key}`),
      ...(this.#aliases.get(file) ?? []).map((key) => `2 ${key}`),
    ])
  }
}

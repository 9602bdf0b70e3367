import type { ChangeEvent } from '../core/answers.ts'
import type { NotePath, Revision } from '../core/note.ts'
import type { Index } from '../index/index.ts'
import type { SyncReport } from '../index/sync.ts'

export interface Changed {
  readonly changed: readonly NotePath[]
  readonly removed: readonly NotePath[]
}

/**
 * Which files changed since last asked, whoever took the change into the index: this process, whose sync reports say so,
 * or another one, which is noticed by comparing.
 */
export class Changes {
  readonly #index: Index
  readonly #listeners = new Set<(event: ChangeEvent) => void>()
  #known: Map<NotePath, Revision> | undefined
  #others = 0
  #version = 0

  constructor(index: Index) {
    this.#index = index
    this.#others = index.db.othersVersion()
  }

  get version(): number {
    return this.#version
  }

  /** @returns a function that ends it */
  listen(listener: (event: ChangeEvent) => void): () => void {
    this.#known ??= this.#read()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @returns undefined when anything may have changed */
  since({ added, changed, removed }: SyncReport): Changed | undefined {
    const others = this.#index.db.othersVersion()
    const byOthers = others !== this.#others
    this.#others = others
    if (byOthers) return this.#known && this.#compare()
    const own = { changed: [...added, ...changed], removed }
    this.#note(own)
    return own
  }

  tell({ changed, removed }: Changed): void {
    if (changed.length + removed.length === 0) return
    this.#version++
    const event = { version: this.#version, changed, removed }
    for (const listener of [...this.#listeners]) listener(event)
  }

  /** Lists are not what they were; which notes are new is told when all of them are read. */
  tellAll(): void {
    this.#version++
    const event = { version: this.#version, changed: [], removed: [] }
    for (const listener of [...this.#listeners]) listener(event)
  }

  #note({ changed, removed }: Changed): void {
    if (this.#known === undefined) return
    if (changed.length > 100) {
      this.#known = this.#read()
      return
    }
    for (const path of removed) this.#known.delete(path)
    for (const path of changed) {
      const [revision] = this.#index.db.first<[Revision]>('SELECT revision FROM file WHERE path = ?', path) ?? []
      if (revision !== undefined) this.#known.set(path, revision)
    }
  }

  #compare(): Changed {
    const before = this.#known ?? new Map<NotePath, Revision>()
    const now = this.#read()
    this.#known = now
    return {
      changed: [...now].filter(([path, revision]) => before.get(path) !== revision).map(([path]) => path),
      removed: [...before.keys()].filter((path) => !now.has(path)),
    }
  }

  #read(): Map<NotePath, Revision> {
    return new Map(this.#index.db.all<[NotePath, Revision]>('SELECT path, revision FROM file'))
  }
}

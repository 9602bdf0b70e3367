import { watch as watchBySystem } from 'node:fs'
import type { IgnoreRules } from './ignoring.ts'
import { codeOf } from './sentences.ts'
import { type Place, walkFolders } from './walking.ts'

/** What Node's `fs.watch` gives. */
export interface Watcher {
  on(event: 'error', listener: () => void): unknown
  close(): void
}

/** As `fs.watch`. @throws when the system has no more watchers, or none at all */
export type Watch = (
  folder: string,
  options: { readonly recursive: boolean },
  listener: (event: string, name: string | null) => void,
) => Watcher

export const systemWatch: Watch = (folder, options, listener) => watchBySystem(folder, options, listener)

/**
 * Watches each folder by itself, and new ones as they come. On Linux, because there nothing watches a tree, and what claims to
 * does not see into folders that arrive with folders in them.
 */
export class FolderByFolder {
  readonly #watchers = new Map<string, Watcher | undefined>()
  readonly #watch: Watch
  readonly #rules: () => IgnoreRules
  readonly #onEvent: (folder: Place, name: string | null) => void
  #unwatched = 0

  constructor(watch: Watch, rules: () => IgnoreRules, onEvent: (folder: Place, name: string | null) => void) {
    this.#watch = watch
    this.#rules = rules
    this.#onEvent = onEvent
  }

  /** Whether there is a watcher for every folder. Systems have limits. */
  get isWhole(): boolean {
    return this.#unwatched === 0
  }

  /** Also when the folder was watched before: it may be another one of the same name. */
  add(folder: Place): void {
    this.remove(folder)
    // Each before it is looked into, so that no folder comes in between unseen.
    walkFolders(folder, this.#rules(), (place) => this.#begin(place))
  }

  has(folder: Place): boolean {
    return this.#watchers.has(folder.absolute)
  }

  remove(folder: Place): void {
    if (!this.has(folder)) return
    for (const absolute of [...this.#watchers.keys()]) {
      if (absolute === folder.absolute || absolute.startsWith(`${folder.absolute}/`)) this.#end(absolute)
    }
  }

  close(): void {
    for (const absolute of [...this.#watchers.keys()]) this.#end(absolute)
  }

  #begin(folder: Place): void {
    const watcher = this.#tryToWatch(folder)
    if (watcher === undefined) this.#unwatched++
    this.#watchers.set(folder.absolute, watcher)
  }

  #end(absolute: string): void {
    const watcher = this.#watchers.get(absolute)
    if (watcher === undefined) this.#unwatched--
    watcher?.close()
    this.#watchers.delete(absolute)
  }

  /** @returns undefined where the system has no watcher for it: what changes there is found by looking. */
  #tryToWatch(folder: Place): Watcher | undefined {
    try {
      const watcher = this.#watch(folder.absolute, { recursive: false }, (_, name) => this.#onEvent(folder, name))
      watcher.on('error', () => this.#onEvent(folder, null))
      return watcher
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return undefined
    }
  }
}

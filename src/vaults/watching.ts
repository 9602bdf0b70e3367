import { lstatSync, type Stats } from 'node:fs'
import type { Disk } from './disk.ts'
import { Hints, type OnChange } from './hints.ts'
import { IGNORE_FILE, type IgnoreRules } from './ignoring.ts'
import { isInside } from './names.ts'
import { isOnBattery } from './power.ts'
import { codeOf } from './sentences.ts'
import { Sweep } from './sweep.ts'
import { PACE, type Pace, Sweeper } from './sweeper.ts'
import type { Place } from './walking.ts'
import { FolderByFolder, systemWatch, type Watch } from './watchers.ts'

export interface WatchOptions {
  /** Whether the system itself watches a whole tree, as macOS and Windows do. */
  readonly watchesTrees?: boolean
  readonly watch?: Watch
  readonly pace?: Pace
  readonly isOnBattery?: () => boolean
}

export interface Watched {
  readonly disk: Disk
  readonly root: Place
  readonly rules: () => IgnoreRules
  /** Changes when another folder has come to be at the root. @throws when there is none */
  readonly identify: () => string
}

/**
 * Tells which files may have changed: at once where the system's watcher tells, and whatever it does not tell (it was lost, the system has run
 * out of watchers, the folder is on a network) after a look at every file, which comes often enough and costs next to nothing.
 */
export function watchFolder(watched: Watched, onChange: OnChange, options: WatchOptions = {}): AsyncDisposable {
  const hints = new Hints(onChange)
  const watchesTrees = options.watchesTrees ?? (process.platform === 'darwin' || process.platform === 'win32')
  const watch = options.watch ?? systemWatch
  const begin = () => (watchesTrees ? watchTree(watch, watched, hints) : watchFolders(watch, watched, hints))
  let watching = begin()
  const sweeper = new Sweeper(new Sweep(watched), {
    pace: options.pace ?? PACE,
    isWatched: () => watching.isWhole,
    isOnBattery: options.isOnBattery ?? isOnBattery,
    onChange: (paths) => {
      if (paths === undefined) hints.addAll()
      else for (const path of paths) hints.add(path)
    },
    onBack() {
      watching.close()
      watching = begin()
    },
  })
  return {
    async [Symbol.asyncDispose]() {
      sweeper.stop()
      watching.close()
      hints.stop()
    },
  }
}

interface Watching {
  /** Whether every folder is watched. */
  readonly isWhole: boolean
  close(): void
}

const NOT_WATCHING: Watching = { isWhole: false, close() {} }

function watchTree(watch: Watch, { root, rules }: Watched, hints: Hints): Watching {
  try {
    const watcher = watch(root.absolute, { recursive: true }, (_, name) => {
      if (name === null) return hints.addAll()
      const path = name.replaceAll('\\', process.platform === 'win32' ? '/' : '\\')
      const place = { path, absolute: `${root.absolute}/${path}` }
      if (statHere(place)?.isDirectory()) hints.addAll()
      else hint(place, rules(), hints)
    })
    watcher.on('error', () => hints.addAll())
    return { isWhole: true, close: () => watcher.close() }
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return NOT_WATCHING
  }
}

function watchFolders(watch: Watch, { root, rules }: Watched, hints: Hints): Watching {
  const folders = new FolderByFolder(watch, rules, (folder, name) => {
    if (name === null) return hints.addAll()
    const place = { path: folder.path === '' ? name : `${folder.path}/${name}`, absolute: `${folder.absolute}/${name}` }
    if (statHere(place)?.isDirectory()) return addFolder(place)
    if (folders.has(place)) {
      folders.remove(place)
      return hints.addAll()
    }
    hint(place, rules(), hints)
  })

  /** The hint comes after the watch, so that nothing falls between. */
  function addFolder(place: Place): void {
    if (!isInside(`${place.path}/x`) || rules().ignoresFolder(place.path)) return
    folders.add(place)
    hints.addAll()
  }

  folders.add(root)
  return folders
}

function hint(place: Place, rules: IgnoreRules, hints: Hints): void {
  if (place.path === IGNORE_FILE) hints.addAll()
  else if (isInside(place.path) && !rules.ignoresFile(place.path)) hints.add(place.path)
}

function statHere(place: Place): Stats | undefined {
  try {
    return lstatSync(place.absolute, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

import type { MapAnswer } from '../core/chain/answers.ts'
import type { NotePath } from '../core/note.ts'
import type { DismissalStore } from './dismissing.ts'

/** Of so many notes places are kept in all: some two megabytes. Maps that nobody looked at for longest go first, that of the vault last. */
const MOST = 30_000

interface KeptMap extends MapAnswer {
  /** Null for the whole vault. */
  readonly around: string | null
}

const EMPTY: MapAnswer = { path: [], places: [], links: 0 }

/** Where notes stand in the pictures of the graph: kept with the vault, for every browser. Derived: who deletes it gets new maps. */
export class Maps {
  readonly #store: DismissalStore | undefined

  /** @param store none are kept when undefined */
  constructor(store?: DismissalStore) {
    this.#store = store
  }

  /** @returns one without notes when none is kept */
  of(around: NotePath | null): MapAnswer {
    const map = this.#read().find((each) => each.around === around)
    return map === undefined ? EMPTY : { path: map.path, places: map.places, links: map.links }
  }

  keep(around: NotePath | null, { path, places, links }: MapAnswer): void {
    const others = this.#read().filter((each) => each.around !== around)
    this.#write([...others, { around, path: path.slice(0, MOST), places: places.slice(0, MOST * 2), links }])
  }

  /** @param moves of notes, from old paths to new ones */
  follow(moves: ReadonlyMap<string, string>): void {
    const maps = this.#read()
    const moved = (path: string): string => moves.get(path) ?? path
    if (!maps.some(({ around, path }) => path.some((each) => moves.has(each)) || moves.has(around ?? ''))) return
    this.#write(
      maps.map((map) => ({
        ...map,
        around: map.around === null ? null : moved(map.around),
        path: map.path.map(moved),
      })),
    )
  }

  #read(): readonly KeptMap[] {
    const text = this.#store?.read()
    return text === undefined ? [] : parse(text)
  }

  /** The latest last. */
  #write(maps: readonly KeptMap[]): void {
    const whole = maps.find(({ around }) => around === null)
    let room = MOST - (whole?.path.length ?? 0)
    const kept = maps.toReversed().filter((map) => {
      if (map === whole) return true
      room -= map.path.length
      return room >= 0
    })
    try {
      this.#store?.write(`${JSON.stringify({ maps: kept.reverse() })}\n`)
    } catch {
      // The map is made anew next time.
    }
  }
}

/** What is no map is left out: a person may have had the file in an editor. */
function parse(text: string): KeptMap[] {
  try {
    const { maps } = JSON.parse(text) as { maps?: unknown }
    return Array.isArray(maps) ? maps.filter(isMap) : []
  } catch {
    return []
  }
}

function isMap(value: unknown): value is KeptMap {
  const { around, path, places, links } = Object(value) as Partial<Record<keyof KeptMap, unknown>>
  return (
    (around === null || typeof around === 'string') &&
    Array.isArray(path) &&
    path.every((each) => typeof each === 'string') &&
    Array.isArray(places) &&
    places.length === path.length * 2 &&
    places.every(Number.isSafeInteger) &&
    Number.isSafeInteger(links)
  )
}

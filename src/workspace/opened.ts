import { DAY, dayOfTime } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import type { DismissalStore } from './dismissing.ts'

/** Longer ago than anything asks about. Days. */
const KEPT = 400
/** More notes than anyone opens in that time; the file is read and written as a whole. */
const MOST = 5000

/** When notes were last opened, to the day: kept with the vault, so that no note is called forgotten that somebody read of late. */
export class Opened {
  readonly #store: DismissalStore | undefined
  #text: string | undefined
  #days: ReadonlyMap<NotePath, string> = new Map()

  /** @param store in memory when undefined */
  constructor(store?: DismissalStore) {
    this.#store = store
  }

  /** @param today ISO date */
  open(path: NotePath, today: string): void {
    const days = this.#now()
    if (days.get(path) !== today)
      this.#keep(new Map([...days].filter(([other]) => other !== path)).set(path, today), today)
  }

  /** Whether a note was opened in the days up to one, that day included. @param today ISO date */
  within(days: number, today: string): (path: NotePath) => boolean {
    const known = this.#now()
    const first = dayBefore(today, days)
    return (path) => {
      const day = known.get(path)
      return day !== undefined && day >= first && day <= today
    }
  }

  /** @param moves of notes, from old paths to new ones */
  follow(moves: ReadonlyMap<NotePath, NotePath>): void {
    const days = this.#now()
    const today = [...days.values()].reduce((a, b) => (a > b ? a : b), '')
    if ([...days.keys()].some((path) => moves.has(path)))
      this.#keep(new Map([...days].map(([path, day]) => [moves.get(path) ?? path, day])), today)
  }

  #now(): ReadonlyMap<NotePath, string> {
    const text = this.#store?.read()
    if (this.#store !== undefined && text !== this.#text) {
      this.#text = text
      this.#days = parse(text ?? '')
    }
    return this.#days
  }

  /** The latest last, so that of too many the oldest go. */
  #keep(days: ReadonlyMap<NotePath, string>, today: string): void {
    const first = dayBefore(today, KEPT)
    this.#days = new Map([...days].filter(([, day]) => day >= first).slice(-MOST))
    this.#text = `${JSON.stringify({ opened: Object.fromEntries(this.#days) }, undefined, 2)}\n`
    try {
      this.#store?.write(this.#text)
    } catch {
      // Nobody's note is worse for it: at most one is called forgotten that was not.
    }
  }
}

function dayBefore(today: string, days: number): string {
  return dayOfTime(Date.parse(`${today}T00:00:00Z`) - days * DAY)
}

/** What is no note with its day is left out: a person may have had the file in an editor. */
function parse(text: string): Map<NotePath, string> {
  const days = new Map<NotePath, string>()
  try {
    const { opened } = JSON.parse(text) as { opened?: unknown }
    for (const [path, day] of Object.entries(Object(opened) as Record<string, unknown>))
      if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)) days.set(notePath(path), day)
  } catch {
    // A file that cannot be read, or names what is no path, is begun anew.
  }
  return days
}

import type { DismissalAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { type Dismissal, Dismissals } from '../core/suggest/dismissals.ts'

/** Where what was dismissed is kept between two runs: a text, written as a whole. */
export interface DismissalStore {
  read(): string | undefined
  write(text: string): void
}

/** What was dismissed, kept with the vault and shared by all faces: it is read anew when somebody else wrote it. */
export class Dismissing {
  readonly #store: DismissalStore
  #text: string | undefined
  #dismissals = new Dismissals()

  constructor(store: DismissalStore = inMemory()) {
    this.#store = store
  }

  get now(): Dismissals {
    const text = this.#store.read()
    if (text !== this.#text) {
      this.#text = text
      this.#dismissals = new Dismissals(parse(text ?? ''))
    }
    return this.#dismissals
  }

  list(): DismissalAnswer[] {
    return this.now.list.map(answerOf)
  }

  /** @throws {UserError} when the scope asks for what is not said */
  add(asked: DismissalAnswer): DismissalAnswer[] {
    return this.#keep(this.now.with(dismissalOf(asked)))
  }

  /** Takes a dismissal back. */
  remove(asked: DismissalAnswer): DismissalAnswer[] {
    return this.#keep(this.now.without(dismissalOf(asked)))
  }

  /** @param moves of notes, from old paths to new ones */
  follow(moves: ReadonlyMap<NotePath, NotePath>): void {
    const { now } = this
    const moved = now.moved(moves)
    if (moved === now) return
    try {
      this.#keep(moved)
    } catch {
      // The notes have moved all the same; at worst a suggestion shows again.
    }
  }

  #keep(dismissals: Dismissals): DismissalAnswer[] {
    this.#dismissals = dismissals
    this.#text = `${JSON.stringify({ dismissed: dismissals.list }, undefined, 2)}\n`
    this.#store.write(this.#text)
    return this.list()
  }
}

function inMemory(): DismissalStore {
  let kept: string | undefined
  return {
    read: () => kept,
    write: (text) => {
      kept = text
    },
  }
}

/** What is no dismissal is left out: a person may have had the file in an editor. */
function parse(text: string): Dismissal[] {
  try {
    const { dismissed } = JSON.parse(text) as { dismissed?: unknown }
    return Array.isArray(dismissed) ? dismissed.flatMap(read) : []
  } catch {
    return []
  }
}

function read(value: unknown): Dismissal[] {
  const { scope, key, path, around } = Object(value) as Record<string, unknown>
  if (typeof key !== 'string') return []
  if (scope === 'everywhere') return [{ scope, key }]
  if (typeof path !== 'string') return []
  if (scope === 'note' || scope === 'island') return [{ scope, key, path: notePath(path) }]
  return scope === 'place' && typeof around === 'string' ? [{ scope, key, path: notePath(path), around }] : []
}

function answerOf(dismissal: Dismissal): DismissalAnswer {
  return { path: null, around: null, ...dismissal }
}

function dismissalOf({ scope, key, path, around }: DismissalAnswer): Dismissal {
  const [dismissal] = read({ scope, key, path, around })
  if (dismissal === undefined)
    throw new UserError('invalid', 'What is dismissed of one note needs the note, and in one place the sentence too.')
  return dismissal
}

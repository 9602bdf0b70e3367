import type { NotePath } from '../note.ts'

/** What a person does not want to be told again: one place, a name in one note, a name anywhere, or that a note has no links. */
export type Dismissal =
  /** `around` is the sentence: a place stays dismissed while it says the same, wherever it moves in the note. */
  | { readonly scope: 'place'; readonly key: string; readonly path: NotePath; readonly around: string }
  | { readonly scope: 'note'; readonly key: string; readonly path: NotePath }
  | { readonly scope: 'everywhere'; readonly key: string }
  /** The key is the note's title, for people who read the list. */
  | { readonly scope: 'island'; readonly key: string; readonly path: NotePath }

/** A name or a phrase that could be suggested. */
export interface Suggestible {
  readonly key: string
  readonly path: NotePath | undefined
  /** The sentence; undefined for what belongs to no single place. */
  readonly around: string | undefined
}

/** What was dismissed, to be asked for each suggestion. */
export class Dismissals {
  readonly #all: ReadonlyMap<string, Dismissal>

  constructor(all: readonly Dismissal[] = []) {
    this.#all = new Map(all.map((dismissal) => [idOf(dismissal), dismissal]))
  }

  /** In the order in which they came. */
  get list(): Dismissal[] {
    return [...this.#all.values()]
  }

  with(dismissal: Dismissal): Dismissals {
    return new Dismissals([...this.list, dismissal])
  }

  without(dismissal: Dismissal): Dismissals {
    const id = idOf(dismissal)
    return new Dismissals(this.list.filter((each) => idOf(each) !== id))
  }

  /** What was said of notes follows them to their new paths. @param moves from old paths to new ones; all happen at once */
  moved(moves: ReadonlyMap<NotePath, NotePath>): Dismissals {
    if (!this.list.some((each) => each.scope !== 'everywhere' && moves.has(each.path))) return this
    return new Dismissals(
      this.list.map((each) =>
        each.scope === 'everywhere' ? each : { ...each, path: moves.get(each.path) ?? each.path },
      ),
    )
  }

  /** Whether somebody said that a note is fine without links. */
  isFineIsland(path: NotePath): boolean {
    return this.#all.has(idOf({ scope: 'island', key: '', path }))
  }

  isDismissed({ key, path, around }: Suggestible): boolean {
    if (this.#all.size === 0) return false
    if (this.#all.has(idOf({ scope: 'everywhere', key }))) return true
    if (path === undefined) return false
    if (this.#all.has(idOf({ scope: 'note', key, path }))) return true
    return around !== undefined && this.#all.has(idOf({ scope: 'place', key, path, around: sentence(around) }))
  }
}

function idOf(dismissal: Dismissal): string {
  const { scope, key } = dismissal
  if (scope === 'everywhere') return JSON.stringify([scope, key])
  if (scope === 'island') return JSON.stringify([scope, dismissal.path])
  return JSON.stringify(
    scope === 'note' ? [scope, key, dismissal.path] : [scope, key, dismissal.path, sentence(dismissal.around)],
  )
}

/** As it is compared: on one line, and a task without its box, whether it is done or not. */
function sentence(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[[^[\]]\] /u, '')
}

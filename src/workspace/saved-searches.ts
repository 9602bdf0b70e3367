import type { SavedSearchAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { readQuery } from '../core/query/read.ts'
import type { DismissalStore } from './dismissing.ts'

/** More than a left column can show. */
const MOST = 100

/** Searches that somebody keeps at hand, with the vault and shared by all faces: read anew each time, since others write them too. */
export class SavedSearches {
  readonly #store: DismissalStore

  constructor(store: DismissalStore = inMemory()) {
    this.#store = store
  }

  list(): SavedSearchAnswer[] {
    return parse(this.#store.read() ?? '')
  }

  /** One that is kept already gets the name, and stays in its place. @throws {UserError} for a search that cannot be carried out, or when there are too many */
  add({ q: typed, name = '' }: SavedSearchAnswer): SavedSearchAnswer[] {
    const q = typed.trim()
    if (readQuery(q).root === undefined)
      throw new UserError('invalid', 'There is nothing to search for yet; type a word first.')
    const known = this.list()
    const search = named(q, name)
    if (known.some((each) => each.q === q)) return this.#keep(known.map((each) => (each.q === q ? search : each)))
    const others = known
    if (others.length >= MOST)
      throw new UserError('refused', `There are ${MOST} saved searches already; take one away first.`)
    return this.#keep([...others, search])
  }

  remove(typed: string): SavedSearchAnswer[] {
    return this.#keep(this.list().filter(({ q }) => q !== typed.trim()))
  }

  #keep(searches: readonly SavedSearchAnswer[]): SavedSearchAnswer[] {
    this.#store.write(`${JSON.stringify({ searches }, undefined, 2)}\n`)
    return [...searches]
  }
}

/** What is no search is left out: a person may have had the file in an editor. */
function parse(text: string): SavedSearchAnswer[] {
  try {
    const { searches } = JSON.parse(text) as { searches?: unknown }
    if (!Array.isArray(searches)) return []
    return searches.flatMap((each) => {
      const { q, name } = Object(each) as Record<string, unknown>
      return typeof q === 'string' && q.trim() !== '' ? [named(q, typeof name === 'string' ? name : '')] : []
    })
  } catch {
    return []
  }
}

function named(q: string, name: string): SavedSearchAnswer {
  const said = name.replace(/\s+/g, ' ').trim()
  return said === '' || said === q ? { q } : { q, name: said }
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

/** Begins each word that is typed. */
export const KEYS = 'key'

/** What runs in the page: keeps when each word was typed and when the mark came to say what. As text, because it has none of this program's types. */
export const WATCH = `
  globalThis.watched = { typed: [], said: [] }
  const mark = document.querySelector('header [data-state]')
  addEventListener('beforeinput', ({ data }) => void watched.typed.push([performance.now(), data]), true)
  new MutationObserver(() => watched.said.push([performance.now(), mark.innerText])).observe(mark, {
    subtree: true, childList: true, characterData: true, attributes: true,
  })`

/** Times in milliseconds, with what was typed, and what was said. */
export interface Watched {
  readonly typed: readonly (readonly [at: number, word: string | null])[]
  readonly said: readonly (readonly [at: number, mark: string])[]
}

/**
 * Milliseconds from the first word that the file does not have until the mark said so; undefined when it has all, since only an answer was cut off.
 * @throws when the mark did not say so
 */
export function told(watched: unknown, mark: string, file: string): number | undefined {
  const { typed, said } = watched as Watched
  const first = typed.find(([, word]) => word?.startsWith(KEYS) && !file.includes(word))
  if (first === undefined) return undefined
  const last = said.find(([at, words]) => words === mark && at > first[0])
  if (last === undefined) throw new Error(`“${mark}” was not said: ${JSON.stringify(watched)}`)
  return last[0] - first[0]
}

import { foldName } from '../core/fold.ts'

/** What is looked for: every word, phrase and tag, and nothing of what is unwanted. */
export interface Query {
  /** As typed; the last may be the beginning of a word. */
  readonly words: readonly string[]
  readonly unwanted: readonly string[]
  /** Folded. */
  readonly tags: readonly string[]
  readonly lastIsBegun: boolean
}

/** `small teams`, `"small teams"`, `#pricing`, `-draft`. */
export function readQuery(text: string): Query {
  const words: string[] = []
  const unwanted: string[] = []
  const tags: string[] = []
  for (const [, minus, phrase, word = ''] of text.matchAll(/(?:^|(?<=\s))(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const said = (phrase ?? word).trim()
    if (phrase === undefined && /^#\S/.test(said)) tags.push(foldName(said.slice(1)))
    else if (!/[\p{L}\p{N}]/u.test(said)) continue
    else (minus === '-' ? unwanted : words).push(said)
  }
  const last = words.at(-1)
  return { words, unwanted, tags, lastIsBegun: last !== undefined && text.endsWith(last) }
}

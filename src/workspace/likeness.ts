import { type Foldable, lettersOf } from './matching.ts'

/** Below this, names have little more in common than letters. */
export const ALIKE = 0.45

/** From here on a name is nearly another: who types the one may mean the other. */
const NEARLY = 0.7
/** Shorter ones are alike by chance. Characters. */
const SHORTEST = 5
/** Letters that may be in the one and not in the other, and how much longer the other may be. */
const LETTERS = 2
const LONGER = 1.5

/**
 * Whether names are nearly another one. All names of a vault are asked at each key, so what is far off is told by its letters and length.
 * Numbers have to be the same (Meeting 2 is not Meeting 1), and one more word makes another name.
 */
export class Nearly {
  readonly #query: string
  readonly #letters: number
  readonly #pairs: ReadonlyMap<string, number>

  /** @param query folded */
  constructor(query: string) {
    this.#query = query
    this.#letters = lettersOf(query)
    this.#pairs = pairsOf(query)
  }

  /** Whether a name with these letters may be nearly the same: see `lettersOf`. */
  mayBe(letters: number): boolean {
    return this.#query.length >= SHORTEST && differing(this.#letters, letters) <= LETTERS
  }

  /** @returns how alike they are, from 0 to 1; 0 where they are not nearly the same */
  likeness({ folded, letters }: Foldable): number {
    const query = this.#query
    if (!this.mayBe(letters)) return 0
    if (Math.max(folded.length, query.length) > LONGER * Math.min(folded.length, query.length)) return 0
    if (query.startsWith(`${folded} `) || numbersIn(query) !== numbersIn(folded)) return 0
    const alike = likenessWith(this.#pairs, folded)
    return alike < NEARLY ? 0 : alike
  }
}

function differing(a: number, b: number): number {
  let bits = a ^ b
  let count = 0
  for (; bits !== 0; bits &= bits - 1) count++
  return count
}

function numbersIn(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ')
}

/**
 * How alike two folded names are, from 0 to 1: the share of neighbouring pairs of characters that both have (Dice's coefficient).
 * Words in another order and letters left out or mistyped cost little.
 */
export function likeness(a: string, b: string): number {
  return likenessWith(pairsOf(a), b)
}

function likenessWith(pairs: ReadonlyMap<string, number>, name: string): number {
  const others = pairsOf(name)
  let shared = 0
  for (const [pair, count] of others) shared += Math.min(count, pairs.get(pair) ?? 0)
  const total = sum(pairs) + sum(others)
  return total === 0 ? 0 : (2 * shared) / total
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  const chars = [...` ${text} `]
  for (let at = 0; at + 1 < chars.length; at++) {
    const pair = `${chars[at]}${chars[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function sum(pairs: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of pairs.values()) total += count
  return total
}

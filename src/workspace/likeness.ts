/** Below this, names have little more in common than letters. */
export const ALIKE = 0.45

/**
 * How alike two folded names are, from 0 to 1: the share of neighbouring pairs of characters that both have (Dice's coefficient).
 * Words in another order and letters left out or mistyped cost little.
 */
export function likeness(a: string, b: string): number {
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  let shared = 0
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0)
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

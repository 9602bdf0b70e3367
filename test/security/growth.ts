/**
 * `npm run growth`: repeats each token of the language n and 2n times and prints how much longer the second takes to be read, in processor
 * time. Twice as much would be 2.0; a search that begins anew at each token, 4.0.
 */
import { parseNote } from '../../src/core/parse.ts'
import { notePath } from '../../src/core/path.ts'
import { TOKENS } from '../../src/core/testing/tokens.ts'

const PATH = notePath('a/b.md')
/** Shorter times are noise. Milliseconds. */
const LEAST = 60
const RUNS = 3
const MOST = 2.5
const MOST_CHARACTERS = 1_000_000
/** What a note may take at most, of the largest size that is read whole. Milliseconds. */
const PATIENCE = 2000

let worst = 0
let failed = 0
for (const token of [...TOKENS, ...pairsOf(TOKENS)]) {
  const times = largest(token)
  const { repeats, once, twice } = times
  const growth = twice / once
  worst = Math.max(worst, once < LEAST ? 0 : growth)
  const isBad = (once >= LEAST && growth > MOST) || (repeats <= 20_000 && twice > PATIENCE)
  if (isBad) failed++
  if (isBad || process.argv.includes('--all'))
    console.log(
      `${JSON.stringify(token)} × ${repeats}: ${once.toFixed(0)} ms, twice as many ${twice.toFixed(0)} ms: ${growth.toFixed(2)}`,
    )
}
console.log(
  `${TOKENS.length} tokens and their pairs: time(2n)/time(n) at most ${worst.toFixed(2)}; ${failed} over ${MOST}`,
)
process.exitCode = failed > 0 ? 1 : 0

/** As many repeats as it takes to be measured. */
function largest(token: string): { readonly repeats: number; readonly once: number; readonly twice: number } {
  for (let repeats = 5000; ; repeats *= 2) {
    const once = least(token.repeat(repeats))
    if (once >= LEAST || repeats * 2 * token.length >= MOST_CHARACTERS)
      return { repeats, once, twice: least(token.repeat(2 * repeats)) }
  }
}

function least(text: string): number {
  return Math.min(...Array.from({ length: RUNS }, () => spent(text)))
}

function spent(text: string): number {
  const before = process.cpuUsage()
  parseNote(PATH, text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Each token with the one that comes seven later: all with all would take hours. */
function pairsOf(tokens: readonly string[]): string[] {
  return tokens.map((token, at) => token + tokens[(at + 7) % tokens.length])
}

/**
 * `npm run growth [-- WHICH]`: repeats each token of the language n and 2n times, alone, in lists, quotes, tables and frontmatter, closed and left open,
 * and in pairs, and prints where the second takes more than 2.5 times as long to be read. Twice as much would be 2.0; a search that begins anew at
 * each token, 4.0. WHICH is `pairs` for each token with each other, which takes an hour or two, or words that the names of the texts must have.
 *
 * What is measured is the processor time of this thread, the least of several, of texts large enough that noise is little of it; a text that
 * seems to grow too fast is measured again until it does not or it is sure.
 */
import { parseNote } from '../../src/core/parse.ts'
import { notePath } from '../../src/core/path.ts'
import { type Growing, growing, pairsOf } from '../../src/core/testing/growing.ts'

const PATH = notePath('a/b.md')
/** Shorter times are noise. Milliseconds. */
const LEAST = 40
const MOST = 2.5
/** Of the larger text. A text that takes less than `LEAST` at half of it is quick enough. */
const MOST_CHARACTERS = 800_000
const FEWEST = 500
const RUNS = 3
const RUNS_WHEN_IN_DOUBT = 12
/** What a note of so many characters may take at most. Milliseconds. */
const PATIENCE = 2000
const PATIENT_UP_TO = 200_000

const which = process.argv[2]
const texts =
  which === 'pairs' ? pairsOf() : [...growing()].filter(({ name }) => which === undefined || name.includes(which))
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {})

let count = 0
let worst = { name: '', growth: 0 }
let failed = 0
for (const text of texts) {
  const { repeats, once, twice } = measured(text)
  const growth = twice / once
  count++
  if (once >= LEAST && growth > worst.growth) worst = { name: text.name, growth }
  const isSlow = twice > PATIENCE && text.of(2 * repeats).length <= PATIENT_UP_TO
  if ((once < LEAST || growth <= MOST) && !isSlow) continue
  failed++
  console.log(
    `${text.name} × ${repeats}: ${once.toFixed(0)} ms, twice as many ${twice.toFixed(0)} ms: ${growth.toFixed(2)}`,
  )
}
console.log(
  `${count} texts: time(2n)/time(n) at most ${worst.growth.toFixed(2)} (${worst.name}); ${failed} over ${MOST} or over ${PATIENCE} ms`,
)
process.exitCode = failed > 0 ? 1 : 0

/** As many repeats as it takes to be measured, and the times for them and for twice as many. */
function measured({ of }: Growing): { readonly repeats: number; readonly once: number; readonly twice: number } {
  let repeats = FEWEST
  let once = least(of(repeats), 1)
  while (once < LEAST && of(4 * repeats).length <= MOST_CHARACTERS) {
    repeats *= 2
    once = least(of(repeats), 1)
  }
  if (once < LEAST) return { repeats, once, twice: 2 * once }
  let twice = least(of(2 * repeats), RUNS)
  once = Math.min(once, least(of(repeats), RUNS))
  for (let again = 0; again < RUNS_WHEN_IN_DOUBT && twice / once > MOST; again++) {
    twice = Math.min(twice, least(of(2 * repeats), 1))
    once = Math.min(once, least(of(repeats), 1))
  }
  return { repeats, once, twice }
}

function least(text: string, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => spent(text)))
}

function spent(text: string): number {
  collect()
  const before = process.threadCpuUsage()
  parseNote(PATH, text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

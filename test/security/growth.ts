/**
 * `npm run growth [-- WHICH] [MINUTES]`: repeats each token of the language n and 2n times, alone, in lists, quotes, tables and frontmatter, closed and
 * left open, and in pairs, and prints where the second takes more than 2.5 times as long to be read. Twice as much would be 2.0; a search that begins
 * anew at each token, 4.0. WHICH is `pairs` for each token with each other, or words that the names of the texts must have.
 *
 * It ends after ten minutes, or MINUTES, and says what it has left out: as many of each kind, since the texts come in no order; 0 is for all of them,
 * which takes about half an hour of one core, and of `pairs` an hour.
 *
 * What is measured is the processor time of this thread, the least of several, of texts large enough that noise is little of it; a text that
 * seems to grow too fast is measured again until it does not, and then with twice as many, where what grows is seen all the more, and what only
 * has no room in the processor's own memory is not. Garbage is collected by this thread (see the flags in `package.json`): on
 * a busy computer others that do it come too late for the longer text, which took 2.8 times as long then.
 */
import { parseNote } from '../../src/core/parse.ts'
import { notePath } from '../../src/core/path.ts'
import { type Growing, growing, pairsOf } from '../../src/core/testing/growing.ts'
import { spread } from './spread.ts'

const PATH = notePath('a/b.md')
/** Shorter times are noise. Milliseconds. */
const LEAST = 40
const MOST = 2.5
/** Of the larger text. A text that takes less than `LEAST` at half of it is quick enough. */
const MOST_CHARACTERS = 800_000
const FEWEST = 500
/** So many times as many at once, on the way to a text that is long enough; one whose time grows with the square must not take minutes then. */
const MOST_STEP = 8
/** Of the shorter text, which would hide what grows if it were measured too slow once; the longer one would only seem to grow. */
const RUNS = 3
const RUNS_WHEN_IN_DOUBT = 12
/** What a note of so many characters may take at most. Milliseconds. */
const PATIENCE = 2000
const PATIENT_UP_TO = 200_000
const MINUTES = 10
/** Milliseconds. */
const TELL_EVERY = 15_000

const given = process.argv.slice(2)
const minutes = Number(given.find((word) => /^\d+(\.\d+)?$/.test(word)) ?? MINUTES)
const which = given.find((word) => !/^\d+(\.\d+)?$/.test(word))
const asked =
  which === 'pairs' ? [...pairsOf()] : [...growing()].filter(({ name }) => which === undefined || name.includes(which))
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {})

const start = performance.now()
const end = minutes === 0 ? Number.POSITIVE_INFINITY : start + minutes * 60_000
let told = start
let count = 0
/** Texts that take so little that nobody would notice if they grew. */
let quick = 0
let worst = { name: '', growth: 0 }
let failed = 0
for (const text of spread(asked)) {
  if (performance.now() > end) break
  const { repeats, once, twice } = measured(text)
  const growth = twice / once
  count++
  if (once < LEAST) quick++
  else if (growth > worst.growth) worst = { name: text.name, growth }
  const isSlow = twice > PATIENCE && text.of(2 * repeats).length <= PATIENT_UP_TO
  if ((once >= LEAST && growth > MOST) || isSlow) {
    failed++
    console.log(
      `${text.name} × ${repeats}: ${once.toFixed(0)} ms, twice as many ${twice.toFixed(0)} ms: ${growth.toFixed(2)}`,
    )
  }
  if (performance.now() - told < TELL_EVERY) continue
  told = performance.now()
  console.log(`${count} of ${asked.length} texts after ${seconds()}: ${soFar()}`)
}
const left = asked.length - count
console.log(`${count} of ${asked.length} texts in ${seconds()}: ${soFar()}`)
const all = ['npm run growth --', which, '0'].filter((word) => word !== undefined).join(' ')
if (left > 0) console.log(`${left} texts were left out; \`${all}\` tries all.`)
process.exitCode = failed > 0 ? 1 : 0

function seconds(): string {
  return `${((performance.now() - start) / 1000).toFixed(0)} s`
}

function soFar(): string {
  const most = worst.name === '' ? '' : `time(2n)/time(n) at most ${worst.growth.toFixed(2)} (${worst.name}); `
  return `${most}${quick} quicker than ${LEAST} ms at ${MOST_CHARACTERS / 2} characters; ${failed} over ${MOST} or over ${PATIENCE} ms`
}

/** As many repeats as it takes to be measured, and the times for them and for twice as many. */
function measured({ of }: Growing): { readonly repeats: number; readonly once: number; readonly twice: number } {
  let repeats = FEWEST
  let once = spent(of(repeats))
  while (once < LEAST && of(4 * repeats).length <= MOST_CHARACTERS) {
    repeats *= stepTo(LEAST / once, MOST_CHARACTERS / of(2 * repeats).length)
    once = spent(of(repeats))
  }
  if (once < LEAST) return { repeats, once, twice: 2 * once }
  once = Math.min(once, least(of(repeats), RUNS - 1))
  const first = doubled(of, repeats, once)
  return first.twice / first.once > MOST ? doubled(of, 2 * repeats, first.twice) : first
}

/** @param once what so many took */
function doubled(of: Growing['of'], repeats: number, once: number) {
  let twice = least(of(2 * repeats), 1)
  for (let again = 0; again < RUNS_WHEN_IN_DOUBT && twice / once > MOST; again++) {
    twice = Math.min(twice, least(of(2 * repeats), 1))
    once = Math.min(once, least(of(repeats), 1))
  }
  return { repeats, once, twice }
}

/** A power of two. @param wanted how many times as much would be enough. @param possible how many times as much there may be */
function stepTo(wanted: number, possible: number): number {
  let step = 2
  while (step < MOST_STEP && step < wanted && step * 2 <= possible) step *= 2
  return step
}

function least(text: string, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => spentAlone(text)))
}

/** Without what texts before it have left to be cleared away. */
function spentAlone(text: string): number {
  collect()
  return spent(text)
}

function spent(text: string): number {
  const before = process.threadCpuUsage()
  parseNote(PATH, text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

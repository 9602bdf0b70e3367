/**
 * `npm run soak [MINUTES [NOTES]]`: works with a server for so long, lightly, as somebody does in the app and in other programs; prints once a
 * minute what it holds and how fast it answers, and at the end whether its memory rises, its files stay as many, and its index is right.
 */
import { isDeepStrictEqual } from 'node:util'
import { timesOf } from '../../bench/measure.ts'
import { slope } from './slope.ts'
import { type Look, soak } from './soak.ts'

const [minutes = 120, notes = 3000] = process.argv.slice(2).map(Number)
/** The share of the time in which it is worked with ten times as fast, so that everything that is kept has been asked for, and compiled, once. */
const WARM = 0.25
/** Looks are at the same place of the saw of memory when as many texts, by hundreds, are waiting to be put together. */
const PLACE = 100

console.log(
  'minute\tdoings\tresident MB\theap MB\tof it code MB\tother MB\tfiles\twatched\tthreads\tbusy s\twaiting\tanswers\tmedian ms\tp95 ms\tslowest ms',
)
const { looks, kept, anew } = await soak({ minutes, notes, pause: 600, warm: WARM, every: 60_000 }, (look) =>
  console.log(line(look)),
)
const warm = looks.slice(Math.floor(looks.length * WARM))
const first = looks.length - warm.length
console.log(`After the first ${first} minutes memory rises by, in an hour: ${rises(() => undefined)}`)
console.log(
  `… at the same places between two thousands of texts: ${rises(({ waiting }) => Math.floor(waiting / PLACE))}`,
)
for (const what of ['files', 'watched', 'threads'] as const) {
  const counts = warm.map((look) => look[what])
  console.log(
    `${what}: from ${Math.min(...counts)} to ${Math.max(...counts)}, ${counts.at(0)} at first, ${counts.at(-1)} at last`,
  )
}
const isRight = isDeepStrictEqual(kept, anew)
console.log(isRight ? 'The index is right.' : 'The index is wrong.')
process.exitCode = isRight ? 0 : 1

function rises(placeOf: (look: Look) => number | undefined): string {
  const rise = (what: 'resident' | 'heap' | 'code' | 'external'): number =>
    slope(warm.map((look) => ({ hours: look.hours, value: look[what], place: placeOf(look) })))
  return (['resident', 'heap', 'code', 'external'] as const)
    .map((what) => `${what} ${rise(what).toFixed(2)} %`)
    .join(', ')
}

function line(look: Look): string {
  const { hours, done, resident, heap, code, external, files, watched, threads, busy, waiting, times } = look
  const { median, p95 } = timesOf(times)
  const sizes = [resident, heap, code, external].map((bytes) => (bytes / 1e6).toFixed(1))
  const waits = [median, p95, Math.max(...times)].map((milliseconds) => milliseconds.toFixed(1))
  return [
    (hours * 60).toFixed(1),
    done,
    ...sizes,
    files,
    watched,
    threads,
    busy.toFixed(1),
    waiting,
    times.length,
    ...waits,
  ].join('\t')
}

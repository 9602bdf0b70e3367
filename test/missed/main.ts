/**
 * `npm run missed [NOTES]`: `git checkout` replaces every note of a vault while a server has it open: with the events that the system has for
 * it, without any, and with more than the system keeps. Says after how long all is known, and how fast others were answered meanwhile.
 */
import { timesOf } from '../../bench/measure.ts'
import { type Fate, mayOverflow, replaceAll } from './missed.ts'

const notes = Number(process.argv[2] ?? 20_000)
const fates: readonly Fate[] = mayOverflow() ? ['told', 'lost', 'overflown'] : ['told', 'lost']
for (const fate of fates) {
  const { checkout, converged, times } = await replaceAll(notes, fate)
  const { median, p95 } = timesOf(times)
  const waits = [median, p95, Math.max(...times)].map((milliseconds) => milliseconds.toFixed(0))
  console.log(
    `${notes} notes, events ${fate}: checked out after ${seconds(checkout)}, all known after ${seconds(converged)}; ${times.length} answers meanwhile, median ${waits[0]} ms, p95 ${waits[1]} ms, slowest ${waits[2]} ms`,
  )
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

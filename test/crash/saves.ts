/** `npm run crash:saves [KILLS]`: kills a process that saves, at random times, and looks whether each save that it acknowledged is there. */
import { availableParallelism } from 'node:os'
import { KilledSaves } from './killed-saves.ts'

/** Kills in one vault after which it is said how far it is. */
const TELL = 100
const kills = Number(process.argv[2] ?? 10_000)
const started = performance.now()
const places = availableParallelism()
const sums = await Promise.all(Array.from({ length: places }, (_, place) => some(Math.ceil((kills - place) / places))))
const [killed, acknowledged, within] = [0, 1, 2].map((which) =>
  sums.reduce((sum, each) => sum + (each[which] as number), 0),
)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  `${killed} kills, ${within} of them between the rename of a save and its acknowledgement; ${acknowledged} saves acknowledged, none lost, none half-written, in ${seconds} s`,
)

async function some(count: number): Promise<[kills: number, acknowledged: number, within: number]> {
  await using saves = new KilledSaves()
  for (let nth = 1; nth <= count; nth++) {
    await saves.kill()
    if (nth % TELL === 0) console.error(`${nth} kills, ${saves.acknowledged} saves acknowledged, none lost`)
  }
  return [saves.kills, saves.acknowledged, saves.within]
}

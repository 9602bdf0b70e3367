/**
 * `npm run crash [KILLS]`: kills a process that renames a note with 500 backlinks, half the times at its system calls and half at random times,
 * and opens the vault again; and before that, a rename among eight notes at every single one of its calls. Says after how many kills the vault
 * was all old and all new; fails when it ever is between.
 */
import { availableParallelism } from 'node:os'
import { addFigures, type Figures, Killing } from './killing.ts'
import { type Moment, spread } from './log.ts'
import { FILE_CALLS, hasStrace } from './strace.ts'

const NOTES = 500
/** Of the small vault, in which every single call is met. */
const FEW = 8
/** Changes before the times of a change are taken, so that everything is where it will be. */
const REHEARSALS = 2
const kills = Number(process.argv[2] ?? 1000)
const started = performance.now()

let all: Figures = { killed: 0, finished: 0, old: 0, new: 0 }
if (hasStrace) {
  await atCalls(FEW, Number.MAX_SAFE_INTEGER)
  await atCalls(NOTES, Math.ceil(kills / 2))
  await atRandomTimes(Math.floor(kills / 2))
} else {
  console.log('There is no strace here, so all kills are at random times.')
  await atRandomTimes(kills)
}
report(`In all, in ${Math.round((performance.now() - started) / 1000)} s`, all)

async function atCalls(notes: number, most: number): Promise<void> {
  const moments = await momentsOf(notes)
  const chosen = spread(moments, most)
  const figures = await shared(notes, chosen, (killing, moment: Moment) => killing.killAt(moment))
  report(`${notes} notes, at ${chosen.length} of ${moments.length} calls`, figures)
}

async function momentsOf(notes: number): Promise<Moment[]> {
  using killing = new Killing(notes)
  return await killing.moments(FILE_CALLS)
}

async function atRandomTimes(times: number): Promise<void> {
  const longest = await longestChange()
  const moments = Array.from({ length: times }, () => Math.random() * longest)
  const figures = await shared(NOTES, moments, (killing, moment) => killing.killAfter(moment))
  report(`${NOTES} notes, at ${times} random times within ${Math.round(longest)} ms`, figures)
}

async function longestChange(): Promise<number> {
  using killing = new Killing(NOTES)
  for (let at = 0; at < REHEARSALS; at++) await killing.time()
  return await killing.time()
}

/** Kills at each moment once, in as many vaults at a time as there are cores. */
async function shared<M>(
  notes: number,
  moments: readonly M[],
  kill: (killing: Killing, moment: M) => Promise<void>,
): Promise<Figures> {
  const waiting = [...moments]
  const inOneVault = async (): Promise<Figures> => {
    using killing = new Killing(notes)
    for (let moment = waiting.pop(); moment !== undefined; moment = waiting.pop()) {
      await kill(killing, moment).catch((error: unknown) => {
        throw new Error(`Killed at ${JSON.stringify(moment)} of ${notes} notes`, { cause: error })
      })
    }
    return killing.figures
  }
  const figures = await Promise.all(Array.from({ length: availableParallelism() }, inOneVault))
  const sum = figures.reduce(addFigures)
  all = addFigures(all, sum)
  return sum
}

function report(what: string, { killed, finished, old, new: renamed }: Figures): void {
  console.log(
    `${what}: ${killed} killed, ${finished} finished before; ${old} all old, ${renamed} all new, none between`,
  )
}

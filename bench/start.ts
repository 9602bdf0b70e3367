/**
 * `node bench/start.ts FOLDER [RUNS]`: how soon Notly answers on a vault whose index is in place, each time as a new process, built where it is
 * built (`npm start` does that): a question on the command line from start to end, and the server from its start to its
 * address and to its first answer. By the clock; processor time of all threads beside it, which Linux alone tells, in hundredths of a second.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { showTimes, timesOf } from './measure.ts'
import { runNotly, startNotly } from './processes.ts'

/** Of `clock(3)`, as /proc tells it everywhere. */
const TICK_MILLISECONDS = 10

const [folder = '.', runs = '9'] = process.argv.slice(2)
await runNotly(['recent', '--vault', folder])

const command: number[] = []
const spentBefore = spentByChildren()
for (let at = 0; at < Number(runs); at++) command.push(await runNotly(['recent', '--limit', '1', '--vault', folder]))
const spent = (spentByChildren() - spentBefore) / Number(runs)

interface Start {
  readonly address: number
  readonly answer: number
}

const starts: Start[] = []
for (let at = 0; at < Number(runs); at++) starts.push(await timeServer())

const times = (of: (start: Start) => number): string => showTimes(timesOf(starts.map(of)))
console.log(`\`notly recent --limit 1\`: ${showTimes(timesOf(command))}, ${spent.toFixed(0)} ms of processor time`)
console.log(
  `\`notly open\`: its address after ${times(({ address }) => address)}, the first answer after ${times(({ answer }) => answer)}`,
)
console.log(`Load ${loadavg()[0]?.toFixed(1)}`)

async function timeServer(): Promise<Start> {
  const begun = performance.now()
  const { child, url, token } = await startNotly(folder)
  try {
    const address = performance.now() - begun
    const response = await fetch(`${url}/api/recent?limit=1`, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`The first question was answered with ${response.status}`)
    await response.json()
    return { address, answer: performance.now() - begun }
  } finally {
    child.kill('SIGINT')
    await once(child, 'exit')
  }
}

/** Milliseconds of those that have ended, all threads, user and system; see `proc_pid_stat(5)`. NaN where nobody tells. */
function spentByChildren(): number {
  try {
    const [, rest = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
    const fields = rest.split(' ')
    return (Number(fields[13]) + Number(fields[14])) * TICK_MILLISECONDS
  } catch {
    return Number.NaN
  }
}

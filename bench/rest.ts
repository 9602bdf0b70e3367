/**
 * `node bench/rest.ts FOLDER`: the memory of a server that nobody asks anything, on a vault whose index is in place: resident, and of that what no
 * file on disk holds as well (`VmRSS` and `RssAnon` of `proc_pid_status(5)`; on Linux alone), with the most of both, some times after its start.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { startNotly } from './processes.ts'

const SECONDS = [5, 15, 30, 60]

const { child } = await startNotly(process.argv[2] ?? '.')
const begun = performance.now()
for (const seconds of SECONDS) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 - (performance.now() - begun)))
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = (name: string): string =>
    (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000).toFixed(0)
  console.log(
    `after ${seconds} s: ${megabytes('VmRSS')} MB, ${megabytes('RssAnon')} of them its own, ${megabytes('VmHWM')} at most`,
  )
}
child.kill('SIGINT')
await once(child, 'exit')

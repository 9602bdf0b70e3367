import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** What a running process holds. Bytes, and counts. */
export interface Held {
  readonly resident: number
  /** Of JavaScript, after its garbage was collected. */
  readonly heap: number
  /** Of that, compiled functions. */
  readonly code: number
  /** Of what JavaScript holds outside its heap. */
  readonly external: number
  readonly files: number
  /** Folders that the system tells it of. */
  readonly watched: number
  readonly threads: number
  /** Processor time since it began. Seconds. */
  readonly busy: number
}

/** How long a process may take to collect its garbage. Milliseconds. */
const PATIENCE = 20_000
/** Of the system's clock for processes, in a second. */
const TICKS = 100

/** Reads what a process holds; on Linux, where the system tells of it. @param file that `collect.mjs` writes to */
export async function gauge(pid: number, file: string): Promise<Held> {
  const { heapUsed, code, external } = await collected(pid, file)
  const descriptors = readdirSync(`/proc/${pid}/fd`)
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    resident: field(status, 'VmRSS') * 1024,
    heap: heapUsed,
    code,
    external,
    files: descriptors.length,
    watched: descriptors.reduce((sum, descriptor) => sum + watchesOf(pid, descriptor), 0),
    threads: field(status, 'Threads'),
    busy: busyOf(pid),
  }
}

interface Collected extends NodeJS.MemoryUsage {
  readonly code: number
}

async function collected(pid: number, file: string): Promise<Collected> {
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (const start = performance.now(); performance.now() - start < PATIENCE; await setTimeout(20))
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Collected
    } catch {
      // It has not written yet.
    }
  throw new Error(`The process did not collect its garbage within ${PATIENCE} ms`)
}

function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
}

function watchesOf(pid: number, descriptor: string): number {
  try {
    return readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8').match(/^inotify wd/gm)?.length ?? 0
  } catch {
    // It was closed since.
    return 0
  }
}

function busyOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Child } from './child-process.ts'
import type { Moment } from './log.ts'

/** Whether system calls can be watched here: on Linux, with strace, allowed to attach to processes. */
export const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

/** The calls that name, write, sync or close files. */
export const FILE_CALLS = '%file,write,pwrite64,fsync,fdatasync,fchmod,close'

/** Attaches to a child that is ready. @returns what to wait for after the child has ended */
async function attach(child: Child, options: readonly string[]): Promise<{ readonly ended: Promise<unknown> }> {
  const strace = spawn('strace', ['-f', '-p', String(child.pid), ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(strace, 'close')
  const lines = createInterface(strace.stderr)
  const attached = new Promise<void>((resolve, reject) => {
    let said = ''
    lines.on('line', (line) => {
      said = line
      if (/ attached/.test(line)) resolve()
    })
    strace.on('close', () => reject(new Error(`strace could not be attached: ${said}`)))
  })
  await attached
  return { ended }
}

/** Lets a child run and kills it at a moment. @returns whether it came to its end */
export async function killAt(child: Child, { call, n }: Moment): Promise<boolean> {
  const injection = `inject=${call}:signal=SIGKILL:when=${n}`
  const { ended } = await attach(child, ['-o', '/dev/null', '-e', `trace=${call}`, '-e', injection])
  child.go()
  const finished = await child.finish()
  await ended
  return finished
}

/** Lets a child run to its end while one of its calls fails. @returns whether it made its change */
export async function failAt(child: Child, { call, n }: Moment, error: string): Promise<boolean> {
  const injection = `inject=${call}:error=${error}:when=${n}`
  const { ended } = await attach(child, ['-o', '/dev/null', '-e', `trace=${call}`, '-e', injection])
  child.go()
  const finished = await child.finish().catch(() => false)
  await ended
  return finished
}

/** Lets a child run to its end and writes its calls to a file, with the paths of descriptors. */
export async function logCalls(child: Child, calls: string, file: string): Promise<void> {
  const { ended } = await attach(child, ['-y', '-s', '0', '-o', file, '-e', `trace=${calls}`])
  child.go()
  await child.finish()
  await ended
}

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The clone's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Node 24, as the `node` package brings it; the running Node where that is new enough. */
export function currentNode() {
  const pinned = pinnedNode()
  return existsSync(pinned) ? pinned : process.execPath
}

export function pinnedNode() {
  return `${root}/node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`
}

/**
 * Runs a command to its end, in the clone, with this terminal; signals are passed on, so that nothing outlives us.
 * @returns its exit code, 128 + n when signal n ended it, 127 when it could not be started.
 */
export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } })
    const stopPassing = passSignals(child)
    const end = (code) => {
      stopPassing()
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code, signal) => end(signal ? 128 + constants.signals[signal] : code))
  })
}

/** The npm that started us, else the one on the path. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/** One short line for a step that takes its time. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

function passSignals(child) {
  // At a terminal Ctrl-C reaches the whole group by itself.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT')
  const others = ['SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)])
  const handlers = [['SIGINT', interrupt], ...others]
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

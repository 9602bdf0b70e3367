#!/usr/bin/env node
// The one door for every Node from 20 on: Notly itself runs as TypeScript on Node 24, which the `node` package brings.
// An SQLite older than 3.51.3 can lose writes when its WAL is reset, so a Node that has one is not good enough either.
// Plain JavaScript, no imports from node_modules: it must be able to say what is missing.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { COMMAND, isBuilt } from '../scripts/lib/built-command.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(`${root}node_modules/commander`)) {
  fail(`Notly is not installed yet. Run npm ci in ${root} and try again.`)
} else if (isAtLeast(process.versions.node, [24]) && isAtLeast(process.versions.sqlite, [3, 51, 3])) {
  dropExperimentalWarnings()
  // Types are stripped and code compiled once for each version of a file.
  module.enableCompileCache?.(`${root}node_modules/.cache/notly`)
  await import(isBuilt(root) ? `../${COMMAND}/notly.mjs` : '../src/main.ts')
} else {
  const node = `${root}node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`
  if (existsSync(node)) await handOver(node)
  else fail(`Notly needs Node 24, and this is ${process.version}. Run npm ci in ${root}, which brings it along.`)
}

function isAtLeast(version, wanted) {
  const parts = (version ?? '').split('.').map(Number)
  const differs = wanted.findIndex((part, at) => part !== (parts[at] ?? 0))
  return differs < 0 || (parts[differs] ?? 0) > wanted[differs]
}

/** On Node 24 itself there is no flag to give any more; other warnings still come through. */
function dropExperimentalWarnings() {
  const emit = process.emitWarning
  process.emitWarning = (warning, ...rest) => {
    const kind = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type
    if (kind !== 'ExperimentalWarning' && warning?.name !== 'ExperimentalWarning') emit.call(process, warning, ...rest)
  }
}

async function handOver(node) {
  const { ENVIRONMENT, FLAGS } = await import('../scripts/lib/another-node.mjs')
  const script = fileURLToPath(import.meta.url)
  const env = { ...process.env, ...ENVIRONMENT }
  const child = spawn(node, [...FLAGS, script, ...process.argv.slice(2)], { stdio: 'inherit', env })
  // Ctrl-C reaches the child by itself, since both are in the terminal's foreground group; the other signals do not.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`Node 24 could not be started (${error.message}). Run npm ci in ${root} again.`))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : code
  })
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}

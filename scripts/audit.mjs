// npm run audit: asks the registry whether any package in package-lock.json is known to be unsafe, and fails when one is, from "high" on.
// A registry that cannot be asked is no failure: tests run without a network too.
import { spawnSync } from 'node:child_process'
import { root, say } from './lib/run.mjs'

const PATIENCE_MILLISECONDS = 20_000
const BAD = ['high', 'critical']

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: PATIENCE_MILLISECONDS,
  shell: process.platform === 'win32',
})
process.exitCode = report(stdout)

function report(answer) {
  const found = parsed(answer)?.vulnerabilities
  if (found === undefined) {
    say('The registry could not be asked about known faults of packages; npm run audit asks again.')
    return 0
  }
  const bad = Object.values(found).filter(({ severity }) => BAD.includes(severity))
  for (const { name, severity, range } of bad)
    say(`${name} ${range} has a fault that is known: ${severity}. npm audit tells more.`)
  say(`${Object.keys(found).length} packages with known faults, ${bad.length} of them high or critical.`)
  return bad.length > 0 ? 1 : 0
}

function parsed(answer) {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

// npm test [-- FILTER…]: installs what is missing, then types, lint, web build, unit and browser tests, up to the first failure.
// The last line is the count, alone: `N passed, N failed`. With a filter only the tests that match it are run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOrInstallChromium } from './lib/chromium.mjs'
import { buildCommandWhenChanged } from './lib/command.mjs'
import { installWhatIsMissing } from './lib/install.mjs'
import { npm, say } from './lib/run.mjs'
import { buildWebWhenChanged } from './lib/web.mjs'

const filter = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'notly-test-'))
const count = { passed: 0, failed: 0 }

const chromium = (await installWhatIsMissing()) ? await findOrInstallChromium() : undefined
const steps = [
  ...(filter.length > 0
    ? []
    : [
        step('Types', () => script('types')),
        step('Lint', () => script('lint')),
        step('Known faults', () => script('audit')),
      ]),
  step('Web app and command', build),
  step('Unit tests', () => tests('unit')),
  step('Browser tests', () => tests('browser')),
]

const ok = chromium !== undefined && (await runUpToFirstFailure(steps))
rmSync(scratch, { recursive: true, force: true })
// A step that is not a test counts as one when it fails, so that the last line never says that all is well when it is not.
if (!ok && count.failed === 0) count.failed = 1
process.exitCode = ok ? 0 : 1
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)

function step(name, isFine) {
  return { name, isFine }
}

async function runUpToFirstFailure(steps) {
  for (const { name, isFine } of steps) {
    say(`\n${name}`)
    if (!(await isFine())) {
      say(`\n${name}: failed. The steps after it were not run.`)
      return false
    }
  }
  return true
}

/** The command too, as npm start builds it: the tests start it some five hundred times. */
async function build() {
  const [isThere] = await Promise.all([buildWebWhenChanged(), buildCommandWhenChanged()])
  return isThere
}

async function script(name) {
  return (await npm(['run', '--silent', name])) === 0
}

async function tests(project) {
  const report = join(scratch, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const filters = filter.length > 0 ? ['--passWithNoTests', ...filter] : []
  const code = await npm(['run', '--silent', project, '--', ...reporters, ...filters], {
    env: { NOTLY_CHROMIUM: chromium },
  })
  addUp(report)
  return code === 0
}

function addUp(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    count.passed += numPassedTests
    count.failed += numFailedTests
  } catch {
    say('The test runner ended before it could report.')
  }
}

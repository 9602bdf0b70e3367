import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { currentNode, root, run, say } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser that the tests drive: $NOTLY_CHROMIUM, the system's, the driver's own, else a fresh one.
 * @returns its path, or undefined after a sentence that says what to do.
 */
export async function findOrInstallChromium() {
  const found = await findChromium()
  if (found) return found
  if (process.env.NOTLY_CHROMIUM) {
    say(
      `NOTLY_CHROMIUM is ${process.env.NOTLY_CHROMIUM}, and there is no such file; give the path of a Chromium, or unset it.`,
    )
    return undefined
  }
  say('Installing Chromium for the browser tests…')
  if ((await installFromSystem()) || (await installFromDriver())) {
    const installed = await findChromium()
    if (installed) return installed
  }
  say(
    'The browser tests need Chromium, and it could not be installed here. Install it, or set NOTLY_CHROMIUM to its path.',
  )
  return undefined
}

export async function findChromium() {
  const asked = process.env.NOTLY_CHROMIUM
  if (asked) return isFile(asked) ? asked : undefined
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...PLACES, ...onPath].find(isFile) ?? (await driversOwn())
}

async function driversOwn() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isFile(path) ? path : undefined
}

async function installFromSystem() {
  if (!existsSync('/usr/bin/apt-get')) return false
  const root = await becomeRoot()
  if (root === undefined) return false
  const apt = (...args) => {
    const [command, ...rest] = [...root, 'apt-get', '-qq', ...args]
    // Its chatter goes to stderr: stdout is for the tests.
    return run(command, rest, { stdio: ['ignore', 2, 'inherit'], env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  return (await apt('update')) === 0 && (await apt('install', '-y', '--no-install-recommends', 'chromium')) === 0
}

/** @returns the words to put before a command, or undefined where we may not. */
async function becomeRoot() {
  if (process.getuid?.() === 0) return []
  return (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0 ? ['sudo', '-n'] : undefined
}

async function installFromDriver() {
  return (await run(currentNode(), [`${root}/node_modules/playwright-core/cli.js`, 'install', 'chromium'])) === 0
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile()
}

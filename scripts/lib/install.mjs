import { existsSync, readFileSync } from 'node:fs'
import { npm, pinnedNode, root, say } from './run.mjs'

/**
 * Brings node_modules to what package-lock.json says, when it is not that already.
 * @returns whether it is there now.
 */
export async function installWhatIsMissing() {
  if (isInstalled({ withOptional: true })) return true
  say('Installing what is missing (a minute the first time)…')
  // NODE_ENV=production would leave out what the web app is built with.
  const code = await npm(['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'])
  // What is optional is tried, and Notly does without it where it cannot be had.
  if (code === 0 && isInstalled({ withOptional: false })) return true
  say('The packages could not be installed. Check the network and the message above, then run the command again.')
  return false
}

/** npm notes in a hidden lock file what it installed: no stamp of our own, so `npm ci` and `npm install` by hand count too. */
function isInstalled({ withOptional }) {
  if (!existsSync(pinnedNode())) return false
  const wanted = readPackages(`${root}/package-lock.json`)
  const installed = readPackages(`${root}/node_modules/.package-lock.json`)
  if (wanted === undefined || installed === undefined) return false
  const own = withOptional ? Object.keys(wanted['']?.optionalDependencies ?? {}) : []
  const needed = new Set(own.map((name) => `node_modules/${name}`))
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    return found === undefined ? isDispensable(entry) && !needed.has(path) : found.version === entry.version
  })
}

/** Packages for other platforms, and peers that nobody asked for, are in the lock and rightly not on the disk. */
function isDispensable(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer)
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

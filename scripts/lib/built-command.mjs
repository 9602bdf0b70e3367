// Plain JavaScript, no imports from node_modules: bin/notly.mjs uses it.
import { readFileSync, statSync } from 'node:fs'

/** Where the command line is as one file, seen from the clone's folder. */
export const COMMAND = 'dist/command'
/** Its sources, with what they were when it was built. */
export const MANIFEST = 'built-from.json'

/** Changes when a file does. A fingerprint of the content would take longer than to do without the built command. */
export function stampOf({ size, mtimeMs }) {
  return `${size}-${mtimeMs}`
}

/**
 * Whether the built command is what the sources would do.
 * @param {string} root the clone's folder
 */
export function isBuilt(root) {
  try {
    const builtFrom = Object.entries(JSON.parse(readFileSync(`${root}/${COMMAND}/${MANIFEST}`, 'utf8')))
    return builtFrom.every(([path, stamp]) => stampOf(statSync(`${root}/${path}`)) === stamp)
  } catch {
    return false
  }
}

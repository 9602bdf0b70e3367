import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { holding } from './lock.mjs'
import { currentNode, root, run, say } from './run.mjs'
import { swap } from './swap.mjs'

/** All that the built app depends on. */
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'scripts/lib/compress.mjs',
  'src/core',
  'src/http/types.ts',
  'src/web',
]
const DIST = `${root}/dist`
const WEB = `${DIST}/web`
/** In the built app itself, so that it comes and goes with it. */
const STAMP = `${WEB}/built-from`

/**
 * Builds the web app into dist/ unless what is there was built from the same sources. Who comes while another builds waits for that;
 * the finished app takes the place of the old one at once, so that nobody is served half of one.
 * @returns whether it is there now.
 */
export async function buildWebWhenChanged() {
  const sources = fingerprint()
  if (isBuiltFrom(sources)) return true
  mkdirSync(DIST, { recursive: true })
  return holding(`${DIST}/.building.lock`, () => isBuiltFrom(sources) || build(sources))
}

async function build(sources) {
  say('Building the web app…')
  const fresh = `${DIST}/.building`
  rmSync(fresh, { recursive: true, force: true })
  const vite = [`${root}/node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn', '--outDir', fresh]
  // stdout belongs to the command that needs the app.
  if ((await run(currentNode(), vite, { stdio: ['ignore', 2, 'inherit'] })) !== 0) {
    say('The web app could not be built; the message above says why.')
    return false
  }
  writeFileSync(`${fresh}/built-from`, sources)
  swap(fresh, WEB)
  return true
}

function isBuiltFrom(sources) {
  return existsSync(`${WEB}/index.html`) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesAt)) {
    hash.update(`${path}\0`)
    hash.update(readFileSync(`${root}/${path}`))
  }
  return hash.digest('hex')
}

function filesAt(path) {
  const full = `${root}/${path}`
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  const inside = readdirSync(full).sort()
  return inside.filter((name) => !/\.test\.tsx?$/.test(name)).flatMap((name) => filesAt(`${path}/${name}`))
}

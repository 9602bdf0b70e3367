/**
 * `npm run bench:graph [-- notes or folder...]`: what is asked of the links as a whole, on generated vaults of 10,000 and 100,000 notes,
 * or of the sizes given, or on the notes in a folder. Prints a table in Markdown.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cutNotes } from '../src/core/chain/cuts.ts'
import { pathsBetween } from '../src/core/chain/paths.ts'
import type { NotePath } from '../src/core/note.ts'
import { isNotePath } from '../src/core/path.ts'
import { chainOf, pathsOf } from '../src/index/chains.ts'
import { hubTrends } from '../src/index/connections.ts'
import type { Database } from '../src/index/database.ts'
import { buildGraph } from '../src/index/graph/building.ts'
import { graphOf } from '../src/index/graph/graph.ts'
import { graphView } from '../src/index/graph-view.ts'
import { Index } from '../src/index/index.ts'
import { hubs, islands, unresolved } from '../src/index/overview.ts'
import { sync } from '../src/index/sync.ts'
import { noteTouched } from '../src/index/touched.ts'
import { FolderVault } from '../src/vaults/folder.ts'
import { measure, showTimes, timesOf } from './measure.ts'
import { Random } from './random.ts'
import { generateVault } from './vault.ts'

const RUNS = 100
const BOUNDS = { depth: 3, width: 12, most: 400 }

const asked = process.argv.slice(2)
for (const each of asked.length > 0 ? asked : ['10000', '100000']) {
  const notes = Number(each)
  if (Number.isNaN(notes)) await benchmark(resolve(each))
  else await onGenerated(notes)
}

async function onGenerated(notes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'notly-bench-'))
  try {
    generateVault(folder, { notes, seed: 7 })
    await benchmark(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchmark(folder: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'notly-bench-index-'))
  const index = await Index.open(join(home, 'index.db'))
  try {
    await sync(await FolderVault.open(folder), index)
    await ask(index.db)
  } finally {
    index.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function ask(db: Database): Promise<void> {
  const say = (what: string, figure: string): void => console.log(`| ${what} | ${figure} |`)
  const random = new Random(11)
  const slices: number[] = []
  const before = memory()
  for (let at = performance.now(), steps = buildGraph(db); !steps.next().done; at = performance.now())
    slices.push(performance.now() - at)
  const start = performance.now()
  const graph = graphOf(db)
  const built = performance.now() - start
  const paths = [...graph.files.paths()].filter(isNotePath)
  const pick = (): NotePath => random.pick(paths)
  console.log(`\n| ${paths.length} notes, ${graph.links} links | |\n|---|--:|`)
  say('reading all links into memory', showTimes(timesOf([built])))
  say('… in pauses of at most', showTimes(timesOf([Math.max(...slices)])))
  say('… memory', `${Math.round(memory() - before)} MB, of which links ${Math.round(graph.pool.bytes / 1e6)} MB`)
  const [hub] = hubs(db, 1)
  const path = hub?.path as NotePath
  const timed = async (what: string, run: () => unknown): Promise<void> =>
    say(what, showTimes(await measure(RUNS, run, 3)))
  await timed('chain up from a hub, to depth 3', () => chainOf(db, path, 'up', BOUNDS))
  await timed('chain down from a hub, to depth 3', () => chainOf(db, path, 'down', BOUNDS))
  await timed('chain up from any note', () => chainOf(db, pick(), 'up', BOUNDS))
  await timed('paths between any two notes', () => pathsOf(db, pick(), pick(), 4))
  await timed('… of which finding them', () =>
    pathsBetween(graph, graph.files.number(pick()) ?? 0, graph.files.number(pick()) ?? 0, 4),
  )
  await timed('paths between a hub and any note', () => pathsOf(db, path, pick(), 4))
  await timed('the 50 greatest hubs', () => hubs(db, 50))
  const counted = async (what: string, run: () => unknown): Promise<void> =>
    timed(`${what}, counted anew`, () => {
      graph.changes++
      run()
    })
  await counted('the 50 greatest hubs', () => hubs(db, 50))
  const period = { limit: 100, days: 365, now: Date.parse('2026-11-22') }
  await counted('100 hubs with their trend', () => hubTrends(db, { ...period, onlyNow: false }))
  await counted('100 hubs of a year', () => hubTrends(db, { ...period, onlyNow: true }))
  await timed('islands', () => islands(db))
  await timed('unresolved names', () => unresolved(db))
  await timed('picture around a hub, to depth 2', () => graphView(db, { around: path, depth: 2, most: 2000 }))
  await timed('picture around any note, to depth 3', () => graphView(db, { around: pick(), depth: 3, most: 2000 }))
  await timed('picture of the vault, 10,000 notes', () => graphView(db, { depth: 1, most: 10_000 }))
  say('notes that hold others together', showTimes(await measure(5, () => cutNotes(graph, 2))))
  say('taking in a note that changed', showTimes(await measure(RUNS, () => change(db, pick()), 3)))
  say('taking in a hub that changed', showTimes(await measure(10, () => change(db, path))))
}

/** Another revision of the same text, as far as the graph can know. */
function change(db: Database, path: NotePath): void {
  db.run('UPDATE file SET modified = modified + 1 WHERE path = ?', path)
  noteTouched(db, path)
  graphOf(db)
}

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

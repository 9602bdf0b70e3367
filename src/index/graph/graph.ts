import { setImmediate } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { takeTouched } from '../touched.ts'
import { buildGraph } from './building.ts'
import type { LinkGraph } from './link-graph.ts'
import { changedFiles, updateGraph } from './updating.ts'

interface Kept {
  readonly graph: LinkGraph
  /** Of the index, as the graph has it. */
  readonly version: string
  readonly others: number
}

const kept = new WeakMap<Database, Kept>()
const building = new WeakMap<Database, Generator<void, LinkGraph>>()

/** The graph of the index as it is now, whoever changed it: kept from one question to the next, with what changed taken in. */
export function graphOf(db: Database): LinkGraph {
  const version = db.version()
  const known = kept.get(db)
  if (known?.version === version) return known.graph
  return db.read(() => {
    const others = db.othersVersion()
    const graph = known === undefined ? finish(db) : refresh(db, known, others)
    kept.set(db, { graph, version, others })
    return graph
  })
}

/** Builds the graph before it is asked for, in pauses: a vault may have so many links that all of them at once would hold others up. */
export async function prepareGraph(db: Database): Promise<void> {
  if (kept.has(db) || building.has(db)) return
  takeTouched(db)
  const steps = buildGraph(db)
  building.set(db, steps)
  while (building.get(db) === steps) {
    await setImmediate()
    if (!db.isOpen || building.get(db) !== steps) return
    const { done, value } = steps.next()
    if (done) keepBuilt(db, value)
  }
}

function keepBuilt(db: Database, graph: LinkGraph): void {
  building.delete(db)
  // What was touched meanwhile is taken in with the next question: an unknown version makes it look.
  kept.set(db, { graph, version: '', others: Number.NaN })
}

/** Builds it now; what has been begun is gone on with. */
function finish(db: Database): LinkGraph {
  const begun = building.get(db)
  building.delete(db)
  if (begun === undefined) return buildAnew(db)
  const graph = drain(begun)
  takeTouched(db)
  return updateGraph(db, graph, changedFiles(db, graph)) ? graph : buildAnew(db)
}

function refresh(db: Database, known: Kept, others: number): LinkGraph {
  const touched = takeTouched(db)
  const isKnown = touched !== 'many' && touched.size > 0 && others === known.others
  const changed = isKnown ? touched : changedFiles(db, known.graph)
  return updateGraph(db, known.graph, changed) ? known.graph : buildAnew(db)
}

function buildAnew(db: Database): LinkGraph {
  takeTouched(db)
  return drain(buildGraph(db))
}

function drain(steps: Generator<void, LinkGraph>): LinkGraph {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

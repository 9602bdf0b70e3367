import { NameGroup } from '../../core/resolve.ts'
import type { Database } from '../database.ts'
import { AllNames } from './answers.ts'
import { LinkGraph } from './link-graph.ts'
import { countLinks, filesAfter, linksAfter, type NameRow, namesAfter } from './rows.ts'

/** Rows that are read between two pauses: a few milliseconds' worth. */
const SLICE = 2000

/**
 * Reads the whole index into a graph, a slice at a time. Files and names are of one moment. What changes after that may be missing or
 * old in the graph; whoever builds it takes in afterwards which files are not as the graph has them.
 */
export function* buildGraph(db: Database): Generator<void, LinkGraph> {
  for (;;) {
    const version = db.version()
    const begun = yield* readNames(db)
    if (db.version() !== version) continue
    yield* readLinks(db, begun)
    return begun.graph
  }
}

interface Begun {
  readonly graph: LinkGraph
  readonly names: AllNames
  /** Files by their rows in the index. */
  readonly numbers: ReadonlyMap<number, number>
}

function* readNames(db: Database): Generator<void, Begun> {
  const graph = new LinkGraph(0, 0)
  const numbers = new Map<number, number>()
  for (let id = 0, read = SLICE; read === SLICE; ) {
    const slice = filesAfter(db, id, SLICE)
    for (const each of slice) numbers.set(each.id, graph.files.put(each.file))
    id = slice.at(-1)?.id ?? id
    read = slice.length
    yield
  }
  graph.pool.growFiles(graph.files.size)
  graph.pool.growLinks(countLinks(db))
  const names = new AllNames(graph.files)
  for (let last: NameRow | undefined, read = SLICE; read === SLICE; ) {
    const slice = namesAfter(db, last, SLICE)
    for (const [key, group, id] of slice) {
      const file = numbers.get(id)
      // Of a file that came since, which makes the caller begin again.
      if (file === undefined) continue
      names.add(key, group, file)
      if (group === NameGroup.alias) graph.files.addAlias(file, key)
    }
    last = slice.at(-1)
    read = slice.length
    yield
  }
  return { graph, names, numbers }
}

function* readLinks(db: Database, { graph, names, numbers }: Begun): Generator<void, void> {
  const answering = (key: string) => names.answering(key)
  for (let row = 0, read = SLICE; read === SLICE; ) {
    const links = linksAfter(db, row, SLICE)
    for (const link of links) {
      const from = numbers.get(link.fileId)
      if (from !== undefined) graph.addLink(from, link, answering)
    }
    row = links.at(-1)?.row ?? row
    read = links.length
    yield
  }
}

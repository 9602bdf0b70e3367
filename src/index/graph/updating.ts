import type { NotePath } from '../../core/note.ts'
import { NameGroup } from '../../core/resolve.ts'
import type { Database } from '../database.ts'
import { namesOfFile } from '../own-names.ts'
import { answeringAsAsked } from './answers.ts'
import type { LinkGraph } from './link-graph.ts'
import { fileAt, linksOfFile, marksOf, pathsLinking } from './rows.ts'

/** More notes to read anew than this are a reason to read all: it is quicker then. */
const MANY = 3000

/**
 * Takes in what changed in some files. Besides their own links, those are read anew that have a key which a file began or ceased to
 * answer to; no other link can mean anything else than before.
 * @returns false when so much is touched that building anew is quicker; the graph is of no use then
 */
export function updateGraph(db: Database, graph: LinkGraph, changed: Iterable<NotePath>): boolean {
  const toRead = new Set<NotePath>()
  const keys = new Set<string>()
  for (const path of changed) {
    toRead.add(path)
    for (const key of takeFile(db, graph, path)) keys.add(key)
  }
  for (const key of keys) {
    for (const path of pathsLinking(db, key)) toRead.add(path)
    if (toRead.size > MANY) return false
  }
  const answering = answeringAsAsked(db, graph.files)
  for (const path of toRead) {
    const from = graph.files.number(path)
    if (from === undefined) continue
    graph.touch(from)
    graph.removeLinks(from)
    const id = fileAt(db, path)?.id
    if (id !== undefined) for (const link of linksOfFile(db, id)) graph.addLink(from, link, answering)
  }
  return true
}

/** @returns the keys that the file began or ceased to answer to */
function takeFile(db: Database, graph: LinkGraph, path: NotePath): readonly string[] {
  const { files } = graph
  const number = files.number(path)
  const before = number === undefined ? new Set<string>() : files.keys(number)
  const read = fileAt(db, path)
  if (read === undefined) {
    if (number === undefined) return []
    graph.touch(number)
    graph.removeLinks(number)
    files.remove(path)
    return [...before].map(keyOf)
  }
  const names = namesOfFile(db, read.id)
  const put = files.put(read.file)
  graph.pool.growFiles(files.size)
  files.setAliases(
    put,
    names.filter(({ group }) => group === NameGroup.alias).map(({ key }) => key),
  )
  const after = new Set(names.map(({ key, group }) => `${group} ${key}`))
  return [...[...before].filter((name) => !after.has(name)), ...[...after].filter((name) => !before.has(name))].map(
    keyOf,
  )
}

function keyOf(name: string): string {
  return name.slice(name.indexOf(' ') + 1)
}

/** The files that are not as the graph has them, found by looking at all. */
export function changedFiles(db: Database, { files }: LinkGraph): NotePath[] {
  const gone = new Set(files.paths())
  const changed: NotePath[] = []
  for (const [path, mark] of marksOf(db)) {
    gone.delete(path)
    const number = files.number(path)
    if (number === undefined || files.at(number).mark !== mark) changed.push(path)
  }
  return [...changed, ...gone]
}

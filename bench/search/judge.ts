import { UserError } from '../../src/core/errors.ts'
import { foldName } from '../../src/core/fold.ts'
import type { NotePath } from '../../src/core/note.ts'
import { stemOf } from '../../src/core/path.ts'
import { readQuery } from '../../src/core/query/read.ts'
import { Index } from '../../src/index/index.ts'
import { searchNotes } from '../../src/index/search.ts'
import { sync } from '../../src/index/sync.ts'
import { MemoryVault } from '../../src/vaults/memory.ts'
import { type Edge, edgesOf, type Texts, withoutLinks } from '../suggest/vault.ts'
import { Bm25 } from './bm25.ts'

/** How often the note that was meant was found. */
export interface Score {
  asked: number
  first: number
  ten: number
}

export interface Judgement {
  readonly search: Score
  readonly bm25: Score
  /** The same queries, where the words are not a name of the note. */
  readonly others: Score
}

/** Whether the words of what is left out go too, or stay as plain words, as they would if nobody had linked them. */
export type LeftOut = 'words' | 'link'

const TODAY = '2026-11-22'

/**
 * Known-item search: each text that people wrote as a link to a note is asked for, with every link of that text to that note left out.
 * @param typed what somebody types for such a text
 */
export async function judge(
  texts: Texts,
  leftOut: LeftOut,
  typed: (words: string) => string = (words) => words,
  onMiss: (edge: Edge, query: string, found: readonly string[]) => void = () => {},
): Promise<Judgement> {
  const judgement: Judgement = { search: none(), bm25: none(), others: none() }
  const vault = new MemoryVault(Object.fromEntries(texts))
  const index = await Index.open(':memory:')
  const plain = new Bm25<NotePath>()
  for (const [path, text] of texts) plain.put(path, `${stemOf(path)}\n${text}`)
  await sync(vault, index)
  for (const edges of Map.groupBy(edgesOf(texts), ({ target, shown }) => `${target}\n${foldName(shown)}`).values()) {
    const [edge] = edges as [Edge, ...Edge[]]
    const changed = changedBy(texts, edges, leftOut)
    await put(changed)
    const query = typed(edge.shown)
    const found = search(index, query)
    tally(judgement.search, found, edge)
    if (!isName(edge)) tally(judgement.others, found, edge)
    tally(judgement.bm25, plain.search(query, 10), edge)
    if (found[0] !== edge.target) onMiss(edge, query, found)
    await put(new Map([...changed.keys()].map((path) => [path, texts.get(path) as string])))
  }
  index.close()
  return judgement

  async function put(changed: ReadonlyMap<NotePath, string>): Promise<void> {
    for (const [path, text] of changed) {
      vault.writeOutside(path, text)
      plain.put(path, `${stemOf(path)}\n${text}`)
    }
    await sync(vault, index, [...changed.keys()])
  }
}

function changedBy(texts: Texts, edges: readonly Edge[], leftOut: LeftOut): Map<NotePath, string> {
  const sources = new Set(edges.map(({ source }) => source))
  const gone = edges.map((edge) => (leftOut === 'words' ? { ...edge, shown: '' } : edge))
  const changed = withoutLinks(new Map([...texts].filter(([path]) => sources.has(path))), gone)
  return changed
}

function search({ db }: Index, query: string): string[] {
  try {
    return searchNotes(db, readQuery(query), 10, TODAY).map(({ path }) => path)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

function isName({ target, shown }: Edge): boolean {
  return foldName(shown) === foldName(stemOf(target))
}

function none(): Score {
  return { asked: 0, first: 0, ten: 0 }
}

function tally(score: Score, found: readonly string[], { target }: Edge): void {
  score.asked++
  if (found[0] === target) score.first++
  if (found.includes(target)) score.ten++
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LinkAnswer } from '../core/answers.ts'
import type { ChainBranch } from '../core/chain/answers.ts'
import { leadsUp, meaningOf } from '../core/chain/meaning.ts'
import { reach } from '../core/chain/reach.ts'
import type { Way } from '../core/chain/steps.ts'
import { parseNote } from '../core/parse.ts'
import { notePath } from '../core/path.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { chainOf, pathsOf } from './chains.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { Index } from './index.ts'
import { linksOfAll } from './links.ts'
import { recentNotes } from './summaries.ts'
import { sync } from './sync.ts'
import { type Step, step } from './testing/random-vault.ts'

const RUNS = Number(process.env.NOTLY_RUNS ?? 40)
const WHOLE = { depth: 99, width: 999, most: 9999 }
const story = fc.array(step, { minLength: 5, maxLength: 25 })

/** Runs a check on the index of a vault to which all of that happened. */
async function onVault(
  steps: readonly Step[],
  check: (db: Database, texts: ReadonlyMap<string, string>) => void,
): Promise<void> {
  const vault = new MemoryVault()
  for (const each of steps) {
    if (each.kind === 'write') vault.writeOutside(each.path, each.text)
    if (each.kind === 'remove') vault.removeOutside(each.path)
  }
  const index = await Index.open(':memory:')
  await sync(vault, index)
  const texts = new Map<string, string>()
  for (const { path } of recentNotes(index.db, 9999)) texts.set(path, (await vault.read(notePath(path)))?.text ?? '')
  check(index.db, texts)
  index.close()
}

/** The links between notes, as the vault's list of links has them. */
function linksBetweenNotes(db: Database): LinkAnswer[] {
  return [...linksOfAll(db)].filter(
    ({ source, resolved }) => resolved !== null && resolved !== source && resolved.endsWith('.md'),
  )
}

/** Where links stand in a note, by its text alone. */
function offsetsIn(path: string, texts: ReadonlyMap<string, string>): number[] {
  return parseNote(notePath(path), texts.get(path) ?? '').links.map(({ range }) => range.from)
}

/** A plain breadth-first search over that list. */
function distancesByHand(db: Database, start: string, way: Way): Map<string, number> {
  const kinds = new Map(recentNotes(db, 9999).map(({ path, kind }) => [path, kind]))
  const steps = linksBetweenNotes(db).map(({ source, resolved, relation }): readonly [string, string] => {
    const target = resolved as string
    const isUp = leadsUp(meaningOf(relation), kinds.get(source) ?? null, kinds.get(target) ?? null)
    return isUp === (way === 'up') ? [source, target] : [target, source]
  })
  const found = new Map([[start, 0]])
  for (const from of found.keys())
    for (const [a, b] of steps) if (a === from && !found.has(b)) found.set(b, (found.get(from) as number) + 1)
  found.delete(start)
  return found
}

test('a chain reaches what a plain search over the links of the vault reaches, at the same distance', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.constantFrom<Way>('up', 'down'), (steps, way) =>
      onVault(steps, (db) => {
        const graph = graphOf(db)
        for (const { path } of recentNotes(db, 9999)) {
          const reached = reach(graph, graph.files.number(notePath(path)) as number, way)
          const byPath = new Map([...reached].map(([note, distance]) => [graph.path(note), distance]))
          expect(byPath).toEqual(distancesByHand(db, path, way))
        }
      }),
    ),
    { numRuns: RUNS },
  )
})

test('each branch and each step of a path is a link that stands in its note, with its relation and reason', async () => {
  await fc.assert(
    fc.asyncProperty(story, (steps) =>
      onVault(steps, (db, texts) => {
        const links = new Map(linksBetweenNotes(db).map((link) => [`${link.source} ${link.position.offset}`, link]))
        const expectLink = (from: string, { note, why }: Pick<ChainBranch, 'note' | 'why'>): void => {
          const link = links.get(`${why.source} ${why.offset}`)
          expect([link?.source, link?.resolved].sort()).toEqual([from, note.path].sort())
          expect([why.relation, why.reason]).toEqual([link?.relation, link?.reason])
          expect(offsetsIn(why.source, texts)).toContain(why.offset)
        }
        const walk = (from: string, branches: readonly ChainBranch[]): void => {
          for (const branch of branches) {
            expectLink(from, branch)
            walk(branch.note.path, branch.next)
          }
        }
        const paths = recentNotes(db, 9999).map(({ path }) => notePath(path))
        for (const path of paths)
          for (const way of ['up', 'down'] as const) walk(path, chainOf(db, path, way, WHOLE)?.next ?? [])
        const [from, to] = paths
        if (from === undefined || to === undefined) return
        for (const found of pathsOf(db, from, to, 4)?.paths ?? []) {
          let at: string = from
          for (const each of found.steps) {
            expectLink(at, each)
            at = each.note.path
          }
          expect(at).toBe(to)
        }
      }),
    ),
    { numRuns: RUNS },
  )
})

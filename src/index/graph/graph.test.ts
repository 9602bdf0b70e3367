import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NONE } from '../../core/chain/graph.ts'
import { notePath } from '../../core/path.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { countMeanings } from '../count-meanings.ts'
import type { Database } from '../database.ts'
import { Index } from '../index.ts'
import { linksOfAll } from '../links.ts'
import { sync } from '../sync.ts'
import { describeGraph } from '../testing/drawn-graph.ts'
import { type Step, step } from '../testing/random-vault.ts'
import { buildGraph } from './building.ts'
import { graphOf, prepareGraph } from './graph.ts'
import type { LinkGraph } from './link-graph.ts'

/** More with NOTLY_RUNS=5000. */
const RUNS = Number(process.env.NOTLY_RUNS ?? 60)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notly-graph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let opened = 0

type Happening = Step | { readonly kind: 'ask' } | { readonly kind: 'ask elsewhere' } | { readonly kind: 'prepare' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: step },
  { weight: 2, arbitrary: fc.constant({ kind: 'ask' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'ask elsewhere' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'prepare' as const }) },
)

/** A vault with two programs at one index: the one that asks, and now and then another one that takes changes in. */
class Story {
  readonly vault = new MemoryVault()
  readonly #file = join(folder, `${opened++}.db`)
  #index: Promise<Index> | undefined
  readonly preparations: Promise<void>[] = []

  async tell(happening: Happening): Promise<void> {
    const { vault } = this
    if (happening.kind === 'write') vault.writeOutside(happening.path, happening.text)
    else if (happening.kind === 'remove') vault.removeOutside(happening.path)
    else if (happening.kind === 'rename') {
      const source = await vault.read(notePath(happening.from))
      if (source === undefined) return
      vault.removeOutside(happening.from)
      vault.writeOutside(happening.to, source.text)
    } else if (happening.kind === 'sync') await sync(vault, await this.index())
    else if (happening.kind === 'ask') graphOf((await this.index()).db)
    else if (happening.kind === 'prepare') this.preparations.push(prepareGraph((await this.index()).db))
    else await this.syncElsewhere()
  }

  /** Another program with the same index. */
  async syncElsewhere(): Promise<void> {
    await this.index()
    const other = await Index.open(this.#file)
    await sync(this.vault, other)
    other.close()
  }

  index(): Promise<Index> {
    this.#index ??= Index.open(this.#file)
    return this.#index
  }

  async close(): Promise<void> {
    await Promise.all(this.preparations)
    ;(await this.index()).close()
  }
}

function fresh(db: Database): LinkGraph {
  const steps = buildGraph(db)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

test('a graph kept up to date is the same as one built anew, whoever changed the index', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 40 }), async (story) => {
      const told = new Story()
      for (const each of story) await told.tell(each)
      await sync(told.vault, await told.index())
      const { db } = await told.index()
      expect(describeGraph(graphOf(db))).toEqual(describeGraph(fresh(db)))
      await told.close()
    }),
    { numRuns: RUNS },
  )
})

test('it says of each link what the links of the vault say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (story) => {
      const told = new Story()
      for (const each of story) await told.tell(each)
      const { db } = await told.index()
      await sync(told.vault, await told.index())
      const answers = [...linksOfAll(db)]
      const chained = answers.filter(
        ({ source, resolved }) => resolved !== null && resolved !== source && resolved.endsWith('.md'),
      )
      const said = chained.map(({ source, resolved, relation, reason, form, ambiguous }) =>
        [source, resolved, relation, reason !== null, form, ambiguous].join(' '),
      )
      const graph = graphOf(db)
      const held = Array.from({ length: graph.size }, (_, note) => note).flatMap((note) => linksFrom(graph, note))
      expect(held.sort()).toEqual(said.sort())
      expect([graph.links, graph.ambiguous, graph.unresolved]).toEqual([
        answers.length,
        answers.filter(({ ambiguous }) => ambiguous).length,
        answers.filter(({ resolved }) => resolved === null).length,
      ])
      expect(countMeanings(db)).toEqual({
        links: answers.length,
        resolved: answers.filter(({ resolved }) => resolved !== null).length,
        ambiguous: answers.filter(({ ambiguous }) => ambiguous).length,
      })
      await told.close()
    }),
    { numRuns: RUNS },
  )
})

function linksFrom(graph: LinkGraph, note: number): string[] {
  const links: string[] = []
  for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link)) {
    const { relation } = graph.meaning(link)
    const rest = [relation, graph.hasReason(link), graph.form(link), graph.pool.isAmbiguous(link)]
    links.push([graph.path(note), graph.path(graph.target(link)), ...rest].join(' '))
  }
  return links
}

test('a change of one note is taken in without reading the others', async () => {
  const notes = Array.from({ length: 400 }, (_, at) => [`n${at}.md`, `[[n${(at * 7) % 400}]] and [[n${at + 1}]]\n`])
  const vault = new MemoryVault(Object.fromEntries(notes))
  const index = await Index.open(':memory:')
  await sync(vault, index)
  const before = graphOf(index.db)
  vault.writeOutside('n3.md', '[[n9]] [[n400]]\n')
  await sync(vault, index, [notePath('n3.md')])
  expect(graphOf(index.db)).toBe(before)
  vault.writeOutside('n400.md', 'Here now.\n')
  await sync(vault, index, [notePath('n400.md')])
  expect(graphOf(index.db)).toBe(before)
  expect(describeGraph(before)).toEqual(describeGraph(fresh(index.db)))
  index.close()
})

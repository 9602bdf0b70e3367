import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { UnreadableFile, VaultError } from '../core/vault.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { backlinksOf } from './backlinks.ts'
import { Index } from './index.ts'
import { linksOfAll } from './links.ts'
import { inThreads, type Parser, parserFor } from './parser.ts'
import { VERSION } from './schema.ts'
import { type SyncOptions, sync } from './sync.ts'
import { type Meant, meantByHand } from './testing/by-hand.ts'
import { askEverything } from './testing/questions.ts'
import { quickFolder } from './testing/quick-folder.ts'
import { type Step, step, WORDS } from './testing/random-vault.ts'

/** More with NOTLY_RUNS=100000, which says each thousand how far it is. */
const RUNS = Number(process.env.NOTLY_RUNS ?? 1000)
const A_THOUSAND = 1000
/** Milliseconds. */
const LONGEST = RUNS * 600
/** Of what takes longer to find out by hand. */
const RUNS_BY_HAND = Math.ceil(RUNS / 10)

let folder = ''
beforeAll(() => {
  folder = quickFolder('notly-index-')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let opened = 0

/** A vault, its index on disk, and the paths that the index has not been told of yet. */
class Story {
  readonly vault = new MemoryVault()
  readonly #file = join(folder, `${opened++}.db`)
  readonly #hints = new Set<string>()
  #index: Index | undefined
  /** Whether a sync was broken off, or the index comes from another version, so that hints do not say all that is to be read. */
  #isBehind = false

  async index(): Promise<Index> {
    this.#index ??= await Index.open(this.#file)
    return this.#index
  }

  async tell(step: Step): Promise<void> {
    switch (step.kind) {
      case 'write':
        this.vault.writeOutside(step.path, step.text)
        this.#hints.add(step.path)
        break
      case 'remove':
        this.vault.removeOutside(step.path)
        this.#hints.add(step.path)
        break
      case 'rename': {
        const source = await this.vault.read(notePath(step.from))
        if (source === undefined) break
        this.vault.removeOutside(step.from)
        this.vault.writeOutside(step.to, source.text)
        this.#hints.add(step.from).add(step.to)
        break
      }
      case 'sync':
        await this.syncHints()
        break
      case 'restart':
        this.#stop()
        await this.#syncAll()
        break
      case 'anew':
        this.#stop()
        rmSync(this.#file, { force: true })
        await this.#syncAll({ parserOf: inThreads })
        break
      case 'other rules':
        this.#stop()
        spoil(this.#file)
        this.#isBehind = true
        break
      case 'broken off':
        await this.#breakOff(step.after)
    }
  }

  async syncHints(): Promise<void> {
    await sync(this.vault, await this.index(), [...this.#hints].map(notePath))
    this.#hints.clear()
  }

  /** After this the index is as good as it ever gets. */
  async end(): Promise<void> {
    if (this.#isBehind) await this.#syncAll()
    else await this.syncHints()
  }

  async #syncAll(options?: SyncOptions): Promise<void> {
    await sync(this.vault, await this.index(), undefined, options)
    this.#hints.clear()
    this.#isBehind = false
  }

  /** Stops a reading of everything after so many batches of two. */
  async #breakOff(after: number): Promise<void> {
    const stopped = new AbortController()
    const parserOf = (notes: number): Parser => ({ ...parserFor(notes, true), batch: 2 })
    let batches = 0
    const onProgress = () => {
      if (batches++ >= after) stopped.abort(new Error('stopped'))
    }
    this.#isBehind = true
    const reading = sync(this.vault, await this.index(), undefined, { signal: stopped.signal, parserOf, onProgress })
    await reading.catch((error: unknown) => expect(String(error)).toContain('stopped'))
  }

  #stop(): void {
    this.#index?.close()
    this.#index = undefined
  }

  close(): void {
    this.#stop()
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${this.#file}${suffix}`, { force: true })
  }
}

/** Makes an index look like one that a version with other rules has filled. */
function spoil(file: string): void {
  if (!existsSync(file)) return
  const db = new DatabaseSync(file)
  db.exec("UPDATE link SET relation = 'once', sentence = ''; DELETE FROM tag; UPDATE name SET written = 'old'")
  db.exec("UPDATE file SET title_apart = 'Old'; DELETE FROM task; DELETE FROM task_tag; DELETE FROM property")
  db.exec(`PRAGMA user_version = ${VERSION + 1}`)
  db.close()
}

async function freshIndex(vault: MemoryVault): Promise<Index> {
  const index = await Index.open(':memory:')
  await sync(vault, index)
  return index
}

async function toldOf(steps: readonly Step[]): Promise<Story> {
  const told = new Story()
  for (const each of steps) await told.tell(each)
  await told.end()
  return told
}

const story = fc.array(step, { minLength: 1, maxLength: 50, size: 'max' })

test(
  'an index kept up to date answers everything as one made anew does',
  async () => {
    let right = 0
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const told = await toldOf(steps)
        const fresh = await freshIndex(told.vault)
        const kept = await told.index()
        expect(askEverything(kept.db, WORDS)).toEqual(askEverything(fresh.db, WORDS))
        fresh.close()
        told.close()
        if (++right % A_THOUSAND === 0 && RUNS > A_THOUSAND) process.stdout.write(`${right} random sequences right\n`)
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: LONGEST, markInterruptAsFailure: true },
    )
  },
  LONGEST,
)

test(
  'links and backlinks are those that the rules give, note by note, without an index',
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const told = await toldOf(steps)
        const { db } = await told.index()
        const expected = await meantByHand(told.vault)
        const links = [...linksOfAll(db)].map(
          ({ source, position, end, resolved, ambiguous }): Meant => ({
            source,
            from: position.offset,
            to: end,
            target: resolved,
            ambiguous,
          }),
        )
        expect(links).toEqual(expected)
        for await (const files of told.vault.list())
          for (const { path } of files) {
            const incoming = backlinksOf(db, path).map(({ source, position, ambiguous }) => ({
              source,
              from: position.offset,
              ambiguous,
            }))
            const wanted = expected
              .filter(({ target, source }) => target === path && source !== path)
              .map(({ source, from, ambiguous }) => ({ source, from, ambiguous }))
            expect(sorted(incoming)).toEqual(sorted(wanted))
          }
        told.close()
      }),
      { numRuns: RUNS_BY_HAND },
    )
  },
  LONGEST,
)

function sorted<T>(values: readonly T[]): T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

test('reports what it took in', async () => {
  const vault = new MemoryVault({ 'a.md': '[[b]]', 'b.md': '', 'c.png': '' })
  const index = await Index.open(':memory:')
  expect(await sync(vault, index)).toMatchObject({
    fresh: true,
    added: ['a.md', 'b.md', 'c.png'],
    changed: [],
    removed: [],
  })
  expect(await sync(vault, index)).toMatchObject({ added: [], changed: [], removed: [] })
  vault.writeOutside('a.md', 'other')
  vault.removeOutside('b.md')
  vault.writeOutside('d.md', 'new')
  expect(await sync(vault, index, [notePath('a.md')])).toMatchObject({ added: [], changed: ['a.md'], removed: [] })
  expect(await sync(vault, index)).toMatchObject({ added: ['d.md'], changed: [], removed: ['b.md'] })
  index.close()
})

test('of hints about many files, one that cannot be read keeps what was known of it, and no other from being read', async () => {
  const paths = Array.from({ length: 9 }, (_, at) => notePath(`${at}.md`))
  const vault = new MemoryVault(Object.fromEntries(paths.map((path) => [path, 'one'])))
  const index = await Index.open(':memory:')
  await sync(vault, index)
  for (const path of paths) vault.writeOutside(path, 'two')
  vault.removeOutside('8.md')
  const readMany = vault.readMany.bind(vault)
  vault.readMany = async (asked) => {
    if (asked.includes(notePath('3.md'))) throw new UnreadableFile('“3.md” cannot be read.')
    return readMany(asked)
  }
  const { changed, removed } = await sync(vault, index, paths)
  expect(changed).toEqual(paths.filter((path) => path !== '3.md' && path !== '8.md'))
  expect(removed).toEqual(['8.md'])
  vault.readMany = async () => {
    throw new VaultError('The folder has gone away.')
  }
  await expect(sync(vault, index, paths)).rejects.toThrow('gone away')
  index.close()
})

test('a vault that cannot be listed whole leaves the index as it was', async () => {
  const vault = new MemoryVault({ 'a.md': '[[b]]', 'b.md': '' })
  const index = await Index.open(':memory:')
  await sync(vault, index)
  const before = askEverything(index.db, WORDS)
  vault.removeOutside('b.md')
  const list = vault.list.bind(vault)
  vault.list = async function* (known) {
    yield* list(known)
    throw new Error('the disk is gone')
  }
  await expect(sync(vault, index)).rejects.toThrow('the disk is gone')
  expect(askEverything(index.db, WORDS)).toEqual(before)
  index.close()
})

test('a file that goes between the list and its reading goes from the index', async () => {
  const vault = new MemoryVault({ 'a.md': 'one', 'b.md': 'one' })
  const index = await Index.open(':memory:')
  await sync(vault, index)
  vault.writeOutside('a.md', 'two')
  const readMany = vault.readMany.bind(vault)
  vault.readMany = async (asked) => {
    vault.removeOutside('a.md')
    return readMany(asked)
  }
  expect(await sync(vault, index)).toMatchObject({ added: [], changed: [], removed: ['a.md'] })
  expect(index.db.all('SELECT path FROM file')).toEqual([['b.md']])
  index.close()
})

test('a reading that is broken off keeps all that it has told of', async () => {
  const texts = Array.from({ length: 20 }, (_, at) => [`${at}.md`, 'one'])
  const index = await Index.open(':memory:')
  const stopped = new AbortController()
  let told = 0
  const reading = sync(new MemoryVault(Object.fromEntries(texts)), index, undefined, {
    signal: stopped.signal,
    parserOf: (notes) => ({ ...parserFor(notes, true), batch: 2 }),
    onProgress({ done }) {
      told = done
      if (done >= 8) stopped.abort(new Error('stopped'))
    },
  })
  await expect(reading).rejects.toThrow('stopped')
  expect(told).toBeLessThan(20)
  expect(index.db.first('SELECT count(*) FROM file')).toEqual([told])
  index.close()
})

test('many notes are parsed in threads, with the same outcome and with progress', async () => {
  const texts = Array.from({ length: 450 }, (_, at) => [
    `notes/${at}.md`,
    `# Note ${at}\n\nSee [[${(at * 7) % 450}]].\n`,
  ])
  const vault = new MemoryVault(Object.fromEntries(texts))
  const index = await Index.open(':memory:')
  const seen: number[] = []
  await sync(vault, index, undefined, { onProgress: ({ done, total }) => seen.push(done / total) })
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  const inPlace = await Index.open(':memory:')
  for (let at = 0; at < texts.length; at += 100) {
    await sync(
      vault,
      inPlace,
      texts.slice(at, at + 100).map(([path]) => notePath(path as string)),
    )
  }
  expect(askEverything(index.db, ['note'])).toEqual(askEverything(inPlace.db, ['note']))
  index.close()
  inPlace.close()
})

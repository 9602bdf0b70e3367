import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { VaultError } from '../core/vault.ts'
import { Index } from '../index/index.ts'
import { sync } from '../index/sync.ts'
import { askEverything } from '../index/testing/questions.ts'
import { type Disk, systemDisk } from '../vaults/disk.ts'
import { FolderVault } from '../vaults/folder.ts'
import { failure } from '../vaults/testing/disks.ts'
import { systemWatch, type Watch } from '../vaults/watchers.ts'
import type { WatchOptions } from '../vaults/watching.ts'
import { Workspace } from '../workspace.ts'
import { Following } from './following.ts'

describe('following', () => {
  test('compares everything after a failure, until it succeeds, and tells of it once', async () => {
    const failures = [new VaultError('Gone.'), new VaultError('Gone.'), new Error('no more room')]
    const asked: (readonly NotePath[] | undefined)[] = []
    const takeIn = async (paths: readonly NotePath[] | undefined) => {
      asked.push(paths)
      const failure = failures.shift()
      if (failure !== undefined) throw failure
    }
    const following = new Following(takeIn, 5)
    const told: (string | undefined)[] = []
    following.onTrouble((sentence) => told.push(sentence))
    const path = notePath('a.md')
    await following.follow([path])
    await vi.waitFor(() => expect(asked).toEqual([[path], undefined, undefined, undefined]))
    await setTimeout(30)
    await following.follow([path])
    expect(asked).toHaveLength(5)
    expect(told).toEqual(['Gone.', 'What changes in the folder cannot be taken in just now: no more room.', undefined])
    following.stop()
  })
})

describe('a folder that other programs work in', () => {
  let base: string
  let root: string
  let index: Index
  let workspace: Workspace
  let told: (string | undefined)[]
  let changes: number
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'notly-following-')))
    root = join(base, 'vault')
    mkdirSync(root)
    told = []
    changes = 0
  })
  afterEach(async () => {
    await workspace.close()
    rmSync(base, { recursive: true })
  })

  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const open = async (watching: WatchOptions = {}, disk: Disk = systemDisk) => {
    const pace = { atLeast: 20, atLeastAlone: 20, atMost: 20 }
    index = await Index.open(':memory:')
    workspace = await Workspace.open(await FolderVault.open(root, disk, { pace, ...watching }), index)
    await workspace.refresh()
    workspace.onTrouble((sentence) => told.push(sentence))
    workspace.onChange(() => changes++)
    await workspace.watch()
  }
  const fresh = async () => {
    const other = await Index.open(':memory:')
    await sync(await FolderVault.open(root), other)
    const answers = askEverything(other.db, ['one', 'two'])
    other.close()
    return answers
  }
  const expectUpToDate = async () => {
    const expected = await fresh()
    await vi.waitFor(() => expect(askEverything(index.db, ['one', 'two'])).toEqual(expected), 5000)
  }
  const kept = () => ({ notes: workspace.about().notes, trash: workspace.trash().length })

  const losses: Record<string, { readonly lose: () => void; readonly bringBack: () => void }> = {
    'renamed away': {
      lose: () => renameSync(root, join(base, 'away')),
      bringBack: () => renameSync(join(base, 'away'), root),
    },
    'unmounted, which leaves an empty folder': {
      lose() {
        renameSync(root, join(base, 'away'))
        mkdirSync(root)
      },
      bringBack() {
        rmSync(root, { recursive: true })
        renameSync(join(base, 'away'), root)
      },
    },
  }
  for (const [what, { lose, bringBack }] of Object.entries(losses)) {
    test(`that is ${what} loses nothing in the index and the history, and is followed again when it is back`, async () => {
      for (const path of ['a.md', 'b/c.md', 'b/d.md']) put(`vault/${path}`, `# ${path}\n\n[[a]] one\n`)
      await open()
      await setTimeout(150)
      lose()
      await vi.waitFor(() => expect(told).toHaveLength(1))
      expect(told[0]).toMatch(/^The folder “.*vault” has gone away\. Bring it back, then try again\.$/)
      // A hint about a note, and whoever asks for one, are not told that it was deleted either.
      await expect(workspace.read(notePath('a.md'))).rejects.toThrow(/has gone away/)
      await expect(workspace.refresh()).rejects.toThrow(/has gone away/)
      await setTimeout(100)
      expect(kept()).toEqual({ notes: 3, trash: 0 })
      put('away/b/e.md', 'two')
      bringBack()
      await vi.waitFor(() => expect(told.at(-1)).toBeUndefined(), 5000)
      expect(told).toHaveLength(2)
      await expectUpToDate()
      put('vault/b/f.md', 'one')
      await expectUpToDate()
      expect(kept()).toEqual({ notes: 5, trash: 0 })
    })
  }

  test('whose list fails half-way loses nothing, says why, and is followed again when it can be', async () => {
    let isFailing = false
    const entries = (folder: string) => {
      if (isFailing && folder.endsWith('/b')) throw failure('EIO', 'scandir')
      return systemDisk.entries(folder)
    }
    for (const path of ['a.md', 'b/c.md', 'd/e.md']) put(`vault/${path}`, 'one')
    await open({}, { ...systemDisk, entries })
    isFailing = true
    await expect(workspace.refresh()).rejects.toThrow('The folder “b” cannot be read.')
    put('vault/.notlyignore', '*.tmp')
    await vi.waitFor(() => expect(told).toEqual([expect.stringMatching(/^The folder “b” cannot be read\./)]), 5000)
    expect(kept()).toEqual({ notes: 3, trash: 0 })
    isFailing = false
    await vi.waitFor(() => expect(told.at(-1)).toBeUndefined(), 5000)
    await expectUpToDate()
  })

  test('takes in thousands of files that move together at once', async () => {
    for (let n = 0; n < 2000; n++) put(`vault/old/${n % 10}/${n}.md`, `[[${n + 1}]] one\n`)
    // No sweep in between, so that the watcher alone is seen.
    await open({ pace: { atLeast: 60_000, atLeastAlone: 60_000, atMost: 60_000 } })
    await setTimeout(200)
    changes = 0
    renameSync(join(root, 'old'), join(root, 'new'))
    const count = () => index.db.first('SELECT count(*) FROM file WHERE path LIKE ?', 'new/%')
    await vi.waitFor(() => expect(count()).toEqual([2000]), 10_000)
    await setTimeout(200)
    // One on an idle machine; the system may tell of what went and of what came at different times.
    expect(changes).toBeLessThan(5)
  })

  test('is known in the end whatever becomes of the events: lost, doubled, late, out of order', async () => {
    const files = ['a.md', 'b.md', 'b/c.md', 'b/d/e.md', 'f.md']
    const anyChange = fc.record({
      kind: fc.constantFrom('write', 'write', 'remove', 'move', 'empty first'),
      path: fc.constantFrom(...files),
      to: fc.constantFrom(...files),
      text: fc.constantFrom('one [[a]]', 'two [[c]]', '', '# one\n'),
    })
    const fates = fc.array(fc.constantFrom('lost', 'doubled', 'late', 'told'), { minLength: 1, maxLength: 8 })
    let fate: readonly string[] = ['told']
    let events = 0
    const unreliable: Watch = (folder, options, listener) =>
      systemWatch(folder, options, (event, name) => {
        const what = fate[events++ % fate.length]
        if (what !== 'lost' && what !== 'late') listener(event, name)
        if (what === 'doubled') listener(event, name)
        if (what === 'late') void setTimeout(40).then(() => listener(event, name))
      })
    await open({ watch: unreliable })
    await fc.assert(
      fc.asyncProperty(fates, fc.array(anyChange, { minLength: 1, maxLength: 10 }), async (drawn, steps) => {
        fate = drawn
        for (const { kind, path, to, text } of steps) {
          if (kind === 'remove') rmSync(join(root, path), { force: true })
          else if (kind === 'move' && path !== to) {
            put(`vault/${path}`, text)
            mkdirSync(dirname(join(root, to)), { recursive: true })
            renameSync(join(root, path), join(root, to))
          } else {
            if (kind === 'empty first') put(`vault/${path}`, '')
            await setTimeout(kind === 'empty first' ? 10 : 1)
            put(`vault/${path}`, text)
          }
        }
        await expectUpToDate()
      }),
      { numRuns: 12 },
    )
    expect(told).toEqual([])
  })
})

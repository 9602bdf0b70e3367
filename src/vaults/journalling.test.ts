import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notePath } from '../core/path.ts'
import { type ApplyResult, type Edit, VaultError } from '../core/vault.ts'
import { conflictsIn } from './contract.ts'
import { type Disk, systemDisk } from './disk.ts'
import { FolderVault } from './folder.ts'
import { lock } from './locking.ts'
import { isTemporary } from './names.ts'
import { revisionOfBytes } from './revision.ts'
import {
  Crash,
  crashing,
  failing,
  failure,
  folding,
  full,
  hooked,
  locked,
  mounted,
  withoutExchange,
  withoutLinks,
} from './testing/disks.ts'

const BEFORE = {
  'a.md': 'a',
  'b.md': 'b',
  'c.md': 'c',
  'old/d.md': 'd',
  'old/deep/e.md': 'e',
  'x.md': 'x',
  'y.md': 'y',
}
const AFTER = {
  'a.md': 'A',
  'deep/er/new.md': 'N',
  'C.md': 'c',
  'new/d.md': 'D',
  'new/deep/e.md': 'e',
  'x.md': 'y',
  'y.md': 'X',
}
const base = (text: string) => revisionOfBytes(text)
const move = (path: string, to: string, before: string, text?: string): Edit => ({
  kind: 'move',
  path: notePath(path),
  to: notePath(to),
  text,
  base: base(before),
})
/** One of everything: write, delete, create, another spelling, a folder that moves, an exchange. */
const EDITS: readonly Edit[] = [
  { kind: 'write', path: notePath('a.md'), text: 'A', base: base('a') },
  { kind: 'delete', path: notePath('b.md'), base: base('b') },
  { kind: 'create', path: notePath('deep/er/new.md'), text: 'N' },
  move('c.md', 'C.md', 'c'),
  move('old/d.md', 'new/d.md', 'd', 'D'),
  move('old/deep/e.md', 'new/deep/e.md', 'e'),
  move('x.md', 'y.md', 'x', 'X'),
  move('y.md', 'x.md', 'y'),
]

describe('a change of several files', () => {
  let root: string
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'notly-journal-')))
    reset()
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const reset = () => {
    for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true })
    for (const [path, text] of Object.entries(BEFORE)) put(path, text)
  }
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const everything = () => {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    return entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name).slice(root.length + 1) }))
  }
  const texts = () => {
    const files = everything().filter(({ entry, path }) => entry.isFile() && !path.startsWith('.notly'))
    return Object.fromEntries(files.map(({ path }) => [path, readFileSync(join(root, path), 'utf8')]))
  }
  const folders = () =>
    everything()
      .flatMap(({ entry, path }) => (entry.isDirectory() ? [path] : []))
      .sort()
  const expectNothingLeft = () => {
    expect(everything().filter(({ entry }) => isTemporary(entry.name))).toEqual([])
    if (existsSync(join(root, '.notly/journal'))) expect(readdirSync(join(root, '.notly/journal'))).toEqual([])
  }
  const apply = async (disk: Disk, edits = EDITS): Promise<ApplyResult> =>
    (await FolderVault.open(root, disk)).apply(edits)
  const crashAt = async (n: number): Promise<boolean> => {
    const { disk, crashed } = crashing(n)
    await apply(disk).catch((error: unknown) => {
      if (!crashed()) throw error
    })
    return crashed()
  }

  it('tells how many new texts lie ready, before any file is another', async () => {
    const vault = await FolderVault.open(root)
    const seen: [done: number, text: string][] = []
    expect((await vault.apply(EDITS, (done) => seen.push([done, readFileSync(join(root, 'a.md'), 'utf8')]))).ok).toBe(
      true,
    )
    expect(seen).toEqual([[EDITS.length, 'a']])
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A')
  })

  it('is made whole, with the folders that it needs and without those that it leaves empty', async () => {
    const result = await apply(systemDisk)
    expect(result.ok && Object.fromEntries(result.revisions)).toEqual(
      Object.fromEntries(Object.entries(AFTER).map(([path, text]) => [path, base(text)])),
    )
    expect(texts()).toEqual(AFTER)
    expect(folders().filter((each) => !each.startsWith('.notly/replaced'))).toEqual([
      '.notly',
      '.notly/journal',
      'deep',
      'deep/er',
      'new',
      'new/deep',
    ])
    expectNothingLeft()
  })

  it('is made whole where files have one name only', async () => {
    expect((await apply(withoutLinks())).ok).toBe(true)
    expect(texts()).toEqual(AFTER)
    expectNothingLeft()
  })

  it('is made whole where no two files change places', async () => {
    expect((await apply(withoutExchange())).ok).toBe(true)
    expect(texts()).toEqual(AFTER)
    expectNothingLeft()
  })

  it('is made whole over several file systems, or taken back', async () => {
    const result = await apply(mounted(join(root, 'old')))
    expect(conflictsIn(result)).toEqual([])
    expect(texts()).toEqual(AFTER)
    expect(folders()).not.toContain('old/deep')
    expectNothingLeft()
    for (let n = 1; ; n += 3) {
      reset()
      const { disk, crashed } = crashing(n, mounted(join(root, 'old')))
      await apply(disk).catch(() => {})
      if (!crashed()) break
      await FolderVault.open(root, mounted(join(root, 'old')))
      // Temporaries on the other file system, of a journal that was not written yet, stay for a day.
      const shown = Object.fromEntries(Object.entries(texts()).filter(([path]) => !isTemporary(basename(path))))
      expect(shown, `after a crash before call ${n}`).toEqual(shown['a.md'] === 'A' ? AFTER : BEFORE)
    }
  })

  it('is made where the journal has been led elsewhere by a link', async () => {
    const other = mkdtempSync(join(tmpdir(), 'notly-other-'))
    symlinkSync(other, join(root, '.notly'))
    expect((await apply(systemDisk)).ok).toBe(true)
    expect(readdirSync(join(other, 'journal'))).toEqual([])
    rmSync(other, { recursive: true })
  })

  it('is not begun by a desk alone, which is cleared unless another process is at it', async () => {
    put('.notly/journal/0123456789abcdef/0.new', 'A')
    const held = await lock(join(root, '.notly/lock'), 0)
    await FolderVault.open(root)
    expect(existsSync(join(root, '.notly/journal/0123456789abcdef/0.new'))).toBe(true)
    held?.[Symbol.dispose]()
    await FolderVault.open(root)
    expectNothingLeft()
  })

  const take = { path: 'a.md', at: 'a.md', old: '.notly/journal/f0/0.old', print: base('a') }
  const strange = {
    'text that is no journal': 'x',
    'another format': JSON.stringify({ format: 2, takes: [], puts: [], folders: [] }),
    'a way out of the vault': JSON.stringify({ format: 1, takes: [{ ...take, at: '../a.md' }], puts: [], folders: [] }),
    'a way into hidden folders': JSON.stringify({
      format: 1,
      takes: [{ ...take, at: '.git/a' }],
      puts: [],
      folders: [],
    }),
    'a desk elsewhere': JSON.stringify({ format: 1, takes: [{ ...take, old: '../0.old' }], puts: [], folders: [] }),
  }
  for (const [what, text] of Object.entries(strange)) {
    it(`is not taken up from ${what}`, async () => {
      put('.notly/journal/f0.json', text)
      await expect(FolderVault.open(root)).rejects.toThrow(/^“\.notly\/journal\/f0\.json” .*\.$/)
      expect(texts()).toEqual(BEFORE)
    })
  }

  it('is not taken up through a folder exchanged for a link', async () => {
    const hasBegun = () => everything().some(({ path }) => /^\.notly\/journal\/.*\.json$/.test(path))
    for (let n = 1; !hasBegun(); n++) {
      reset()
      expect(await crashAt(n)).toBe(true)
    }
    const other = mkdtempSync(join(tmpdir(), 'notly-other-'))
    rmSync(join(root, 'old'), { recursive: true, force: true })
    symlinkSync(other, join(root, 'old'))
    await expect(FolderVault.open(root)).rejects.toThrow(/is a link to another place.*Its texts are safe/)
    expect(readdirSync(other)).toEqual([])
    rmSync(other, { recursive: true })
  })

  // The code makes the sentence and nothing else, so the others need not fail everywhere.
  for (const [code, step] of [
    ['EIO', 1],
    ['ENOSPC', 4],
    ['EACCES', 5],
  ] as const) {
    it(`is taken back whole when any call fails with ${code}, and says so in a sentence`, async () => {
      for (let n = 1; ; n += step) {
        reset()
        const { disk, failed } = failing(n, code)
        const result = await apply(disk)
        if (!failed()) break
        expect(texts(), `after failure ${n}`).toEqual(result.ok ? AFTER : BEFORE)
        if (!result.ok) {
          expect(folders().filter((folder) => !folder.startsWith('.'))).toEqual(['old', 'old/deep'])
          expect(conflictsIn(result)).toMatchObject([{ kind: 'refused', message: expect.stringMatching(/^\S.*\.$/) }])
        }
        // What could not be cleared away just then is when the vault is opened next.
        await FolderVault.open(root)
        expect(texts()).toEqual(result.ok ? AFTER : BEFORE)
        expectNothingLeft()
        expect(n).toBeLessThan(300)
      }
    })
  }

  it('is taken back whole on a disk that is full from any byte on, and says so in a sentence', async () => {
    for (let room = 0; ; room += 7) {
      reset()
      const { disk, refused } = full(room)
      const result = await apply(disk)
      // Where there is no room to write down what was replaced, the change is made already.
      expect(result.ok || refused()).toBe(true)
      expect(texts(), `with room for ${room} bytes`).toEqual(result.ok ? AFTER : BEFORE)
      expectNothingLeft()
      if (result.ok) break
      expect(conflictsIn(result)).toMatchObject([{ message: expect.stringMatching(/^The disk is full, .* Make room/) }])
    }
  })

  it('is not begun when one of its files may not be written, and names that one', async () => {
    const before = everything().map(({ path }) => path)
    const result = await apply(locked(join(root, 'x.md')))
    expect(conflictsIn(result)).toEqual([
      { kind: 'refused', path: 'x.md', message: 'This file may not be written. Allow writing to it to edit it here.' },
    ])
    expect(texts()).toEqual(BEFORE)
    expect(everything().map(({ path }) => path)).toEqual(before)
  })

  it('is old or new, never between, after a crash before any call', async () => {
    const seen = new Set<string>()
    for (let n = 1; ; n++) {
      reset()
      if (!(await crashAt(n))) break
      await FolderVault.open(root)
      const isNew = texts()['a.md'] === 'A'
      seen.add(isNew ? 'new' : 'old')
      expect(texts(), `after a crash before call ${n}`).toEqual(isNew ? AFTER : BEFORE)
      expectNothingLeft()
    }
    expect([...seen]).toEqual(['old', 'new'])
  })

  it('is old or new after crashes of the recovery too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
        async (n, more) => {
          reset()
          await crashAt(n)
          for (const each of more) {
            const { disk, crashed } = crashing(each)
            await FolderVault.open(root, disk).catch((error: unknown) => {
              if (!crashed()) throw error
            })
          }
          await FolderVault.open(root)
          expect(texts()).toEqual(texts()['a.md'] === 'A' ? AFTER : BEFORE)
          expectNothingLeft()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never takes away what somebody wrote between a crash and the recovery', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...Object.keys({ ...BEFORE, ...AFTER })),
        async (n, path) => {
          reset()
          await crashAt(n)
          put(path, 'outside')
          await FolderVault.open(root)
          expect(Object.values(texts())).toContain('outside')
          expect(texts()[path]).toBe('outside')
          expectNothingLeft()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('waits for another process, and recovers what one has left before it begins', async () => {
    mkdirSync(join(root, '.notly'))
    const held = await lock(join(root, '.notly/lock'), 0)
    expect(held).toBeDefined()
    const result = apply(systemDisk)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(texts()).toEqual(BEFORE)
    held?.[Symbol.dispose]()
    expect((await result).ok).toBe(true)
    expect(texts()).toEqual(AFTER)

    reset()
    const vault = await FolderVault.open(root)
    await crashAt(50)
    expect(readdirSync(join(root, '.notly/journal'))).toContainEqual(expect.stringMatching(/\.json$/))
    const [p, q] = ['p.md', 'q.md'].map(notePath)
    expect(
      (await vault.apply([p, q].map((path) => ({ kind: 'create', path: path ?? notePath(''), text: '' })))).ok,
    ).toBe(true)
    expect(texts()).toEqual({ ...(texts()['a.md'] === 'A' ? AFTER : BEFORE), 'p.md': '', 'q.md': '' })
    expectNothingLeft()
  })

  it('is done by two vaults at once one after the other', async () => {
    const vaults = [await FolderVault.open(root), await FolderVault.open(root)]
    const results = await Promise.all(vaults.map((vault) => vault.apply(EDITS)))
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(texts()).toEqual(AFTER)
  })

  describe('that is overtaken', () => {
    /** Another program does something just before a call that concerns a path. */
    const overtaken = (call: keyof Disk, path: string, work: () => void): Disk => {
      let isDone = false
      return hooked((each, paths) => {
        if (isDone || each !== call || !paths.includes(join(root, path))) return
        isDone = true
        work()
      })
    }

    it('by an edit does not overwrite it, and nothing is changed', async () => {
      // Just before the look that precedes the deletion, when all else is made.
      let looks = 0
      const disk = hooked((call, [path]) => {
        if (call === 'openToRead' && path === join(root, 'b.md') && ++looks === 2) put('b.md', 'outside')
      })
      expect(conflictsIn(await apply(disk))).toMatchObject([
        { kind: 'stale', path: 'b.md', current: { text: 'outside' } },
      ])
      expect(texts()).toEqual({ ...BEFORE, 'b.md': 'outside' })
      expectNothingLeft()
    })

    it('by an edit after the last look does not lose it', async () => {
      const disk = overtaken('exchange', 'a.md', () => put('a.md', 'outside'))
      expect(conflictsIn(await apply(disk))).toMatchObject([
        { kind: 'stale', path: 'a.md', current: { text: 'outside' } },
      ])
      expect(texts()).toEqual({ ...BEFORE, 'a.md': 'outside' })
      expectNothingLeft()
    })

    /** Another program's own file, which it puts in the place of the old. */
    const putInPlace = (path: string, text: string) => {
      writeFileSync(join(root, 'theirs'), text)
      renameSync(join(root, 'theirs'), join(root, path))
    }

    for (const [call, path] of [
      ['exchange', 'a.md'],
      ['rename', 'b.md'],
      ['rename', 'old/d.md'],
    ] as const)
      it(`by another file after the last look at ${path} does not lose it, and nothing is changed`, async () => {
        const disk = overtaken(call, path, () => putInPlace(path, 'outside'))
        expect(conflictsIn(await apply(disk))).toMatchObject([{ kind: 'stale', path, current: { text: 'outside' } }])
        expect(texts()).toEqual({ ...BEFORE, [path]: 'outside' })
        expectNothingLeft()
      })

    for (const [call, path] of [
      ['exchange', 'a.md'],
      ['rename', 'deep/er/new.md'],
    ] as const)
      it(`by another file at ${path} while it is taken back does not lose that either`, async () => {
        let isTakenBack = false
        let isDone = false
        const disk = hooked((each, paths) => {
          // The last file of all: what is made by then is taken back.
          if (each === 'rename' && paths[0] === join(root, 'old/d.md') && !isTakenBack) {
            isTakenBack = true
            putInPlace('old/d.md', 'outside')
          } else if (isTakenBack && !isDone && each === call && paths.includes(join(root, path))) {
            isDone = true
            putInPlace(path, 'outside too')
          }
        })
        expect(conflictsIn(await apply(disk))).toMatchObject([{ kind: 'stale', path: 'old/d.md' }])
        expect(texts()).toEqual({ ...BEFORE, 'old/d.md': 'outside', [path]: 'outside too' })
        expectNothingLeft()
      })

    it('is taken back whole where what it replaced could not be cleared away either', async () => {
      const overtaking = overtaken('rename', 'old/d.md', () => putInPlace('old/d.md', 'outside'))
      const unlink = (path: string) => {
        if (path.endsWith('.new')) throw failure('EIO', 'unlink')
        overtaking.unlink(path)
      }
      expect(conflictsIn(await apply({ ...overtaking, unlink }))).toMatchObject([{ kind: 'stale', path: 'old/d.md' }])
      expect(texts()).toEqual({ ...BEFORE, 'old/d.md': 'outside' })
    })

    it('by a file that goes is a conflict', async () => {
      const disk = overtaken('link', 'C.md', () => rmSync(join(root, 'b.md')))
      expect(conflictsIn(await apply(disk))).toEqual([{ kind: 'stale', path: 'b.md', current: undefined }])
      expect(texts()).toEqual(Object.fromEntries(Object.entries(BEFORE).filter(([path]) => path !== 'b.md')))
    })

    it('by a new file of the same name does not overwrite it', async () => {
      const disk = overtaken('link', 'deep/er/new.md', () => put('deep/er/new.md', 'outside'))
      expect(conflictsIn(await apply(disk))).toMatchObject([{ kind: 'exists', existing: 'deep/er/new.md' }])
      expect(texts()).toEqual({ ...BEFORE, 'deep/er/new.md': 'outside' })
      expectNothingLeft()
    })

    it('by a folder that goes away is refused in a sentence', async () => {
      const disk = overtaken('link', 'new/d.md', () => rmSync(join(root, 'new'), { recursive: true }))
      expect(conflictsIn(await apply(disk))).toMatchObject([
        { kind: 'refused', path: 'new/d.md', message: expect.stringMatching(/has just gone away/) },
      ])
      expect(texts()).toEqual(BEFORE)
    })

    it('by a folder exchanged for a link out of the vault writes nothing there', async () => {
      const other = mkdtempSync(join(tmpdir(), 'notly-other-'))
      const exchange = () => {
        rmSync(join(root, 'folder'), { recursive: true, force: true })
        symlinkSync(other, join(root, 'folder'))
      }
      const create = (path: string): Edit => ({ kind: 'create', path: notePath(path), text: 'X' })
      const edits = [create('folder/x.md'), create('folder/y.md')]
      for (const count of [1, 2]) {
        put('folder/z.md', '')
        const disk = hooked((call) => {
          if (call === 'makeFolder' || call === 'realPath') exchange()
        })
        expect(conflictsIn(await apply(disk, edits.slice(0, count)))).toMatchObject([{ kind: 'refused' }])
        rmSync(join(root, 'folder'))
      }
      expect(readdirSync(other)).toEqual([])
      rmSync(other, { recursive: true })
    })
  })

  describe('where names that differ only in case are the same', () => {
    const both = async (before: Record<string, string>, edits: readonly Edit[]) => {
      for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true })
      for (const [path, text] of Object.entries(before)) put(path, text)
      const result = await apply(folding(root), edits)
      expect(conflictsIn(result)).toEqual([])
      expectNothingLeft()
      return texts()
    }

    it('changes the case of a name', async () => {
      expect(await both({ 'Note.md': '1' }, [move('Note.md', 'note.md', '1')])).toEqual({ 'note.md': '1' })
      expect(await both({ 'Note.md': '1' }, [move('Note.md', 'note.md', '1', '2')])).toEqual({ 'note.md': '2' })
    })

    it('changes the Unicode form of a name', async () => {
      const edits = [move('caf\u00E9.md', 'caf\u00E9.md', '1')]
      expect(await both({ 'cafe\u0301.md': '1' }, edits)).toEqual({ 'caf\u00E9.md': '1' })
    })

    it('exchanges names and changes their case at once', async () => {
      const edits = [move('a.md', 'B.md', '1'), move('b.md', 'A.md', '2', 'two')]
      expect(await both({ 'a.md': '1', 'b.md': '2' }, edits)).toEqual({ 'B.md': '1', 'A.md': 'two' })
    })

    it('changes the case of a folder', async () => {
      const edits = [move('Old/a.md', 'old/a.md', '1'), move('Old/In/b.md', 'old/In/b.md', '2', 'two')]
      expect(await both({ 'Old/a.md': '1', 'Old/In/b.md': '2' }, edits)).toEqual({
        'old/a.md': '1',
        'old/In/b.md': 'two',
      })
      expect(folders().filter((folder) => !folder.startsWith('.'))).toEqual(['old', 'old/In'])
    })

    it('answers to a name in its own spelling only', async () => {
      const vault = await FolderVault.open(root, folding(root))
      expect((await vault.read(notePath('a.md')))?.text).toBe('a')
      expect(await vault.read(notePath('A.md'))).toBeUndefined()
    })

    it('is old or new, never between, after a crash before any call', async () => {
      const edits = [move('Old/a.md', 'old/A.md', '1'), move('Old/b.md', 'old/b.md', '2', 'two')]
      for (let n = 1; ; n++) {
        for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true })
        put('Old/a.md', '1')
        put('Old/b.md', '2')
        const { disk, crashed } = crashing(n, folding(root))
        await apply(disk, edits).catch((error: unknown) => expect(error, String(error)).toSatisfy(isOfCrash))
        if (!crashed()) break
        await FolderVault.open(root, folding(root))
        const isNew = existsSync(join(root, 'old'))
        expect(texts(), `after a crash before call ${n}`).toEqual(
          isNew ? { 'old/A.md': '1', 'old/b.md': 'two' } : { 'Old/a.md': '1', 'Old/b.md': '2' },
        )
        expectNothingLeft()
      }
    })
  })
})

function isOfCrash(error: unknown): boolean {
  return error instanceof Crash || error instanceof VaultError
}

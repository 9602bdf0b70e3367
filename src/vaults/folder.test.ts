import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NotePath, Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { type Edit, VaultError } from '../core/vault.ts'
import { conflictsIn, describeVault, listed, listedSettled, textsOf } from './contract.ts'
import { type Disk, systemDisk } from './disk.ts'
import { FolderVault } from './folder.ts'
import { isTemporary, temporaryName } from './names.ts'
import { revisionOfBytes } from './revision.ts'
import { crashing, hooked, withoutExchange } from './testing/disks.ts'

describeVault('FolderVault', async () => {
  const root = mkdtempSync(join(tmpdir(), 'notly-vault-'))
  return {
    vault: await FolderVault.open(root),
    writeOutside(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    removeOutside: (path) => rmSync(join(root, path)),
    close: async () => rmSync(root, { recursive: true }),
  }
})

describe('FolderVault', () => {
  let base: string
  let root: string
  let vault: FolderVault
  beforeEach(async () => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'notly-vault-')))
    chmodSync(base, 0o755)
    root = join(base, 'vault')
    mkdirSync(root)
    vault = await FolderVault.open(root)
  })
  afterEach(() => rmSync(base, { recursive: true }))

  const put = (path: string, text: string | Uint8Array = path) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const create = (path: string, text = 'new'): Edit => ({ kind: 'create', path: notePath(path), text })
  const write = async (path: string, text: string): Promise<Edit> => {
    const source = await vault.read(path as NotePath)
    if (source === undefined) throw new Error(`${path} cannot be read`)
    return { kind: 'write', path: path as NotePath, text, base: source.revision }
  }
  const remove = async (path: string): Promise<Edit> => ({
    kind: 'delete',
    path: path as NotePath,
    base: (await vault.read(path as NotePath))?.revision ?? ('' as Revision),
  })
  const move = async (path: string, to: string): Promise<Edit> => {
    const base = (await vault.read(path as NotePath))?.revision ?? ('' as Revision)
    return { kind: 'move', path: path as NotePath, to: to as NotePath, text: undefined, base }
  }
  const listedPaths = async () => (await listed(vault)).map((stat) => stat.path as string)
  const temporaries = () => readdirSync(root, { recursive: true }).filter((path) => isTemporary(basename(String(path))))

  describe('opens', () => {
    it('no folder that is missing', async () => {
      await expect(FolderVault.open(join(base, 'nowhere'))).rejects.toThrow(/^There is no folder “.*nowhere”\. .*\.$/)
      await expect(FolderVault.open(join(base, 'nowhere'))).rejects.toBeInstanceOf(VaultError)
    })

    it('no file', async () => {
      put('a.md')
      for (const path of ['a.md', 'a.md/inside']) {
        await expect(FolderVault.open(join(root, path))).rejects.toThrow(
          /is a file\. Name the folder that holds your notes\.$/,
        )
      }
    })

    it('no folder that may not be read', async () => {
      chmodSync(root, 0o000)
      await asOrdinaryUser(async () => {
        await expect(FolderVault.open(root)).rejects.toThrow(/cannot be read\. .*\.$/)
      })
    })

    it('a link to a folder', async () => {
      put('a.md')
      symlinkSync(root, join(base, 'shortcut'))
      const other = await FolderVault.open(join(base, 'shortcut'))
      expect(other.root).toBe(root)
      expect((await other.read(notePath('a.md')))?.text).toBe('a.md')
    })
  })

  describe('lists', () => {
    it('neither hidden folders nor its own temporaries, but hidden files', async () => {
      for (const path of ['a.md', '.git/b.md', 'c/.notly/d.md', `c/${temporaryName()}`, '.e.md']) put(path)
      expect(await listedPaths()).toEqual(['.e.md', 'a.md'])
    })

    it('nothing that .notlyignore names, and does not touch it', async () => {
      for (const path of ['a.md', 'Drafts/b.md', 'drafts/c.md', 'x/keep.log', 'x/y.log', 'old.md/z.md']) put(path)
      put('.notlyignore', '\uFEFF# mine\r\ndrafts/\r\n*.log\r\n!keep.log\r\nold.md\r\n')
      expect(await listedPaths()).toEqual(['.notlyignore', 'Drafts/b.md', 'a.md', 'x/keep.log'])
      expect(await vault.read(notePath('drafts/c.md'))).toBeUndefined()
      expect(await vault.readBytes(notePath('x/y.log'))).toBeUndefined()
      expect(conflictsIn(await vault.apply([create('drafts/new.md')]))).toMatchObject([{ kind: 'refused' }])
      put('.notlyignore', '')
      expect(await listedPaths()).toHaveLength(7)
    })

    it('no file behind a symbolic link, reads none and writes none', async () => {
      mkdirSync(join(base, 'outside'))
      writeFileSync(join(base, 'outside/secret.md'), 'secret')
      put('inside/a.md')
      symlinkSync(join(base, 'outside'), join(root, 'out'))
      symlinkSync(join(base, 'outside/secret.md'), join(root, 'secret.md'))
      symlinkSync(join(root, 'inside'), join(root, 'again'))
      symlinkSync(root, join(root, 'inside/round'))
      expect(await listedPaths()).toEqual(['inside/a.md'])
      for (const path of ['out/secret.md', 'secret.md', 'again/a.md', 'inside/round/inside/a.md']) {
        expect(await vault.read(notePath(path))).toBeUndefined()
        expect(await vault.readBytes(notePath(path))).toBeUndefined()
        expect(conflictsIn(await vault.apply([create(path)]))).toMatchObject([{ kind: 'refused' }])
        const blind: Edit = { kind: 'write', path: notePath(path), text: 'x', base: revisionOfBytes('secret') }
        expect((await vault.apply([blind])).ok).toBe(false)
      }
      expect(conflictsIn(await vault.apply([create('out/new.md')]))).toMatchObject([{ kind: 'refused' }])
      expect(readdirSync(join(base, 'outside'))).toEqual(['secret.md'])
      expect(readFileSync(join(base, 'outside/secret.md'), 'utf8')).toBe('secret')
    })

    it('decomposed names by their NFC key, and both of two that look alike', async () => {
      for (const path of ['cafe\u0301/e\u0301.md', 'u\u0308.md', '\u00FC.md']) put(path)
      const paths = await listedPaths()
      expect(paths).toEqual(['caf\u00E9/\u00E9.md', 'u\u0308.md', '\u00FC.md'])
      for (const path of paths)
        expect((await vault.read(path as NotePath))?.text.normalize('NFC')).toBe(path.normalize('NFC'))
      expect(
        (await vault.apply([await write('caf\u00E9/\u00E9.md', 'mine'), await write('u\u0308.md', 'mine too')])).ok,
      ).toBe(true)
      expect((await vault.apply([create('caf\u00E9/new.md')])).ok).toBe(true)
      expect(readdirSync(root).sort()).toEqual(['.notly', 'cafe\u0301', 'u\u0308.md', '\u00FC.md'])
      expect(readdirSync(join(root, 'cafe\u0301')).sort()).toEqual(['e\u0301.md', 'new.md'])
      expect(await textsOf(vault)).toMatchObject({
        'caf\u00E9/\u00E9.md': 'mine',
        'u\u0308.md': 'mine too',
        '\u00FC.md': '\u00FC.md',
      })
    })

    it('names that are not Unicode neither as notes nor as an error', async () => {
      put('a.md')
      mkdirSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]))
      writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff]), Buffer.from('.md')]), 'x')
      expect(await listedPaths()).toEqual(['a.md'])
    })

    it('what is known without reading it, once its clock can tell changes apart', async () => {
      put('a.md', 'one')
      expect((await listed(vault))[0]?.stamp).toBe('')
      const stats = await listedSettled(vault)
      const remembered = 'remembered' as Revision
      const known = (path: NotePath) => ({ stamp: stats.get(path)?.stamp ?? '', revision: remembered })
      expect((await listed(vault, known))[0]?.revision).toBe(remembered)
      utimesSync(join(root, 'a.md'), 1, 1)
      expect((await listed(vault, known))[0]?.revision).toBe(revisionOfBytes('one'))
    })

    it('a rewrite of equal size within one tick of the clock', async () => {
      put('a.md', 'one')
      const first = new Map((await listed(vault)).map((stat) => [stat.path, stat]))
      put('a.md', 'two')
      expect((await listed(vault, (path) => first.get(path)))[0]?.revision).toBe(revisionOfBytes('two'))
    })

    it('attachments without reading them, with a new revision after each change', async () => {
      put('a.png', 'one')
      const [before] = await listed(vault)
      expect(before?.revision).toBe((await vault.read(notePath('a.png')))?.revision)
      put('a.png', 'longer')
      expect((await listed(vault))[0]?.revision).not.toBe(before?.revision)
    })

    it('a file that cannot be read as it was last known, and leaves out one that never could', async () => {
      put('a.md')
      put('b.md')
      chmodSync(join(root, 'a.md'), 0o000)
      chmodSync(join(root, 'b.md'), 0o000)
      const remembered = 'remembered' as Revision
      await asOrdinaryUser(async () => {
        const stats = await listed(vault, (path) =>
          path === 'a.md' ? { revision: remembered, stamp: 'x' } : undefined,
        )
        expect(stats).toMatchObject([{ path: 'a.md', revision: remembered, stamp: '' }])
        await expect(vault.read(notePath('a.md'))).rejects.toThrow(
          '“a.md” cannot be read. Allow reading it, then try again.',
        )
      })
    })

    it('nothing at all when a folder cannot be read, unless it is left out', async () => {
      put('a.md')
      put('locked/b.md')
      chmodSync(join(root, 'locked'), 0o000)
      await asOrdinaryUser(async () => {
        await expect(listed(vault)).rejects.toThrow(/^The folder “locked” cannot be read\. .*\.$/)
      })
      put('.notlyignore', 'locked\n')
      await asOrdinaryUser(async () => expect(await listedPaths()).toEqual(['.notlyignore', 'a.md']))
    })

    it('what is in a folder that is renamed on the way', async () => {
      for (const path of ['a/a.md', 'b/b.md']) put(path)
      let isRenamed = false
      const entries = (folder: string) => {
        if (!isRenamed && folder === join(root, 'b')) {
          isRenamed = true
          renameSync(folder, join(root, 'c'))
        }
        return systemDisk.entries(folder)
      }
      vault = await FolderVault.open(root, { ...systemDisk, entries })
      expect(await listedPaths()).toEqual(['a/a.md', 'c/b.md'])
    })

    it('in pieces, and reads many so too, with a turn for others between them', async () => {
      const names = Array.from({ length: 30 }, (_, at) => `${String(at).padStart(2, '0')}.md` as NotePath)
      for (const name of names) put(name)
      const slow: Disk = {
        ...systemDisk,
        stat: (path) => wait(1) ?? systemDisk.stat(path),
        openToRead: (path) => wait(1) ?? systemDisk.openToRead(path),
      }
      const other = await FolderVault.open(root, slow)
      let turns = 0
      const timer = setInterval(() => turns++, 0)
      const pieces: number[] = []
      for await (const files of other.list(() => undefined)) pieces.push(files.length)
      expect(pieces.length).toBeGreaterThan(1)
      expect(pieces.reduce((sum, piece) => sum + piece)).toBe(30)
      expect(turns).toBeGreaterThan(0)
      turns = 0
      // Also when each is few, as long as nothing else is between them.
      for (const name of names) await other.read(name)
      clearInterval(timer)
      expect(turns).toBeGreaterThan(0)
    })

    it('nothing when the vault has gone away', async () => {
      rmSync(root, { recursive: true })
      await expect(listed(vault)).rejects.toThrow(VaultError)
      await expect(vault.apply([create('a.md')])).rejects.toThrow(VaultError)
    })

    it('nothing when the vault goes away on the way', async () => {
      put('a.md')
      put('b.md')
      const list = vault.list()[Symbol.asyncIterator]()
      await list.next()
      renameSync(root, join(base, 'elsewhere'))
      mkdirSync(root)
      await expect(list.next()).rejects.toThrow(VaultError)
    })
  })

  describe('reads', () => {
    it('nothing outside it and nothing that is hidden, whoever has let such a path through', async () => {
      for (const path of ['a.md', '.git/b.md', 'c/.notly/d.md', '../outside.md']) put(path)
      for (const path of ['../outside.md', 'c/../../outside.md', 'c/../a.md', './a.md', '.git/b.md', 'c/.notly/d.md']) {
        expect(await vault.read(path as NotePath), path).toBeUndefined()
        expect(await vault.readBytes(path as NotePath), path).toBeUndefined()
      }
    })

    it('a file that was just emptied a second time, when its program has written it', async () => {
      put('a.md', 'whole')
      for (const half of ['', Buffer.from([0x77, 0xc3])]) {
        put('a.md', half)
        const reading = Promise.all([vault.read(notePath('a.md')), vault.readMany([notePath('a.md')])])
        setTimeout(() => put('a.md', 'whole again'), 10)
        const [one, [other]] = await reading
        expect([one?.text, other?.text]).toEqual(['whole again', 'whole again'])
        expect(other?.revision).toBe(revisionOfBytes('whole again'))
      }
    })

    it('an empty file that stays empty as such, and at once when it has been so for a while', async () => {
      put('new.md', '')
      put('old.md', '')
      utimesSync(join(root, 'old.md'), 1, 1)
      const begun = performance.now()
      expect((await vault.read(notePath('old.md')))?.text).toBe('')
      expect(performance.now() - begun).toBeLessThan(45)
      expect((await vault.read(notePath('new.md')))?.text).toBe('')
    })
  })

  describe('writes', () => {
    it('nothing but the file that was edited', async () => {
      put('a.md', 'a')
      put('b.md', 'b')
      const before = lstatSync(join(root, 'b.md'), { bigint: true })
      await vault.apply([await write('a.md', 'A')])
      const after = lstatSync(join(root, 'b.md'), { bigint: true })
      expect([after.mtimeNs, after.ctimeNs, after.ino]).toEqual([before.mtimeNs, before.ctimeNs, before.ino])
    })

    it('nothing when the text stays the same', async () => {
      put('a.md', 'a')
      const before = lstatSync(join(root, 'a.md'), { bigint: true })
      expect(await vault.apply([await write('a.md', 'a')])).toEqual({
        ok: true,
        revisions: new Map([['a.md', revisionOfBytes('a')]]),
      })
      expect(lstatSync(join(root, 'a.md'), { bigint: true }).ctimeNs).toBe(before.ctimeNs)
    })

    for (const kind of ['write', 'delete'] as const)
      it(`nothing over a file that another program has put in its place meanwhile, to ${kind} it`, async () => {
        put('a.md', 'before')
        // Everything has been compared once by then.
        const link = (from: string, to: string) => {
          put('b.md', 'theirs')
          renameSync(join(root, 'b.md'), join(root, 'a.md'))
          systemDisk.link(from, to)
        }
        const edit = kind === 'write' ? await write('a.md', 'mine') : await remove('a.md')
        vault = await FolderVault.open(root, { ...systemDisk, link })
        expect(conflictsIn(await vault.apply([edit]))).toMatchObject([
          { kind: 'stale', path: 'a.md', current: { text: 'theirs' } },
        ])
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('theirs')
        expect(temporaries()).toEqual([])
      })

    describe('nothing over a file that another program has put in its place after the last look', () => {
      const putInPlace = (text: string) => {
        put('b.md', text)
        renameSync(join(root, 'b.md'), join(root, 'a.md'))
      }
      /** Another program puts its files there, each before the next call by which one goes from its place. */
      const overtaken = (texts: readonly string[]): Disk => {
        const waiting = [...texts]
        return hooked((call, paths) => {
          const isGoing = ['exchange', 'rename', 'unlink'].includes(call) && paths.includes(join(root, 'a.md'))
          const text = isGoing ? waiting.shift() : undefined
          if (text !== undefined) putInPlace(text)
        })
      }
      const lateTexts = async () => {
        const texts: string[] = []
        await vault.takeLate(Date.now() + 60_000, async ({ path, base, text }) => {
          expect([path, base]).toEqual(['a.md', revisionOfBytes('before')])
          texts.push(text)
        })
        expect(readdirSync(join(root, '.notly/replaced'))).toEqual([])
        return texts
      }
      beforeEach(() => {
        put('a.md', 'before')
        mkdirSync(join(root, '.notly/replaced'), { recursive: true })
      })

      for (const kind of ['write', 'delete'] as const)
        it(`to ${kind} it`, async () => {
          const edit = kind === 'write' ? await write('a.md', 'mine') : await remove('a.md')
          vault = await FolderVault.open(root, overtaken(['theirs']))
          expect(conflictsIn(await vault.apply([edit]))).toMatchObject([
            { kind: 'stale', path: 'a.md', current: { text: 'theirs' } },
          ])
          expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('theirs')
          expect(temporaries()).toEqual([])
          expect(await lateTexts()).toEqual([])
        })

      it('nor loses what a third one puts there before that is given back', async () => {
        const edit = await write('a.md', 'mine')
        vault = await FolderVault.open(root, overtaken(['theirs', 'of a third']))
        expect(conflictsIn(await vault.apply([edit]))).toMatchObject([{ kind: 'stale', current: { text: 'theirs' } }])
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('theirs')
        expect(await lateTexts()).toEqual(['of a third'])
      })

      it('nor loses it where a third one is there before a deleted one is given back', async () => {
        const edit = await remove('a.md')
        const disk = overtaken(['theirs'])
        const link = (from: string, to: string) => {
          if (to === join(root, 'a.md')) putInPlace('of a third')
          disk.link(from, to)
        }
        vault = await FolderVault.open(root, { ...disk, link })
        expect(conflictsIn(await vault.apply([edit]))).toMatchObject([{ kind: 'stale' }])
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('of a third')
        expect(await lateTexts()).toEqual(['theirs'])
      })

      it('nor loses it in a crash before any call', async () => {
        for (const kind of ['write', 'delete'] as const)
          for (let n = 1, crashes = true; crashes; n++) {
            put('a.md', 'before')
            const edit = kind === 'write' ? await write('a.md', 'mine') : await remove('a.md')
            const { disk, crashed } = crashing(n, overtaken(['theirs']))
            vault = await FolderVault.open(root, disk)
            await vault.apply([edit]).catch(() => {})
            crashes = crashed()
            vault = await FolderVault.open(root)
            const late = await lateTexts()
            const now = existsSync(join(root, 'a.md')) ? readFileSync(join(root, 'a.md'), 'utf8') : undefined
            const when = `${kind}, crash before call ${n}`
            // Before they came, or with what they wrote: in its place, told of as late, or both.
            if (late.length === 0) expect(['before', 'theirs'], when).toContain(now)
            else
              expect([late, ['theirs', kind === 'write' ? 'mine' : undefined]], when).toEqual([
                ['theirs'],
                expect.arrayContaining([now]),
              ])
          }
      })

      it('but writes as it did where no two files change places', async () => {
        vault = await FolderVault.open(root, withoutExchange())
        expect((await vault.apply([await write('a.md', 'mine')])).ok).toBe(true)
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('mine')
        expect([temporaries(), await lateTexts()]).toEqual([[], []])
      })
    })

    it('with the mode that the file had, and leaves no temporaries', async () => {
      put('a.md', 'a')
      chmodSync(join(root, 'a.md'), 0o640)
      await vault.apply([await write('a.md', 'A'), create('x/y/b.md')])
      expect(lstatSync(join(root, 'a.md')).mode & 0o7777).toBe(0o640)
      expect(temporaries()).toEqual([])
      expect(await listedPaths()).toEqual(['a.md', 'x/y/b.md'])
    })

    it('no file that is not UTF-8, and shows what can be read of it', async () => {
      put('a.md', Buffer.from([0x61, 0xff, 0x62]))
      const source = await vault.read(notePath('a.md'))
      expect(source).toMatchObject({ text: 'a\uFFFDb', readOnly: expect.stringMatching(/UTF-8.*\.$/) })
      expect(conflictsIn(await vault.apply([await write('a.md', 'x')]))).toMatchObject([
        { kind: 'refused', message: source?.readOnly },
      ])
      expect([...readFileSync(join(root, 'a.md'))]).toEqual([0x61, 0xff, 0x62])
    })

    // The system asks whether the real user may write, whom a test cannot put off and on.
    it.skipIf(process.getuid?.() === 0)('no file that its user has locked', async () => {
      put('a.md', 'a')
      chmodSync(join(root, 'a.md'), 0o444)
      expect(await vault.read(notePath('a.md'))).toMatchObject({
        readOnly: expect.stringMatching(/^This file may not be written\./),
      })
      expect(conflictsIn(await vault.apply([await write('a.md', 'x')]))).toMatchObject([{ kind: 'refused' }])
      expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a')
    })

    it('nothing into a folder that may not be written, and takes back what it began', async () => {
      put('open/a.md', 'a')
      put('closed/b.md', 'b')
      chmodSync(join(root, 'open'), 0o777)
      chmodSync(join(root, 'open/a.md'), 0o666)
      chmodSync(join(root, 'closed/b.md'), 0o666)
      chmodSync(join(root, 'closed'), 0o555)
      mkdirSync(join(root, '.notly'))
      chmodSync(join(root, '.notly'), 0o777)
      await asOrdinaryUser(async () => {
        const edits = [await write('open/a.md', 'A'), create('open/new/c.md'), await write('closed/b.md', 'B')]
        const message = '“closed/b.md” may not be written. Allow writing to it and to its folder, then try again.'
        expect(conflictsIn(await vault.apply(edits))).toEqual([{ kind: 'refused', path: 'closed/b.md', message }])
      })
      expect(await textsOf(vault)).toEqual({ 'closed/b.md': 'b', 'open/a.md': 'a' })
      expect(readdirSync(join(root, 'open'))).toEqual(['a.md'])
      expect(temporaries()).toEqual([])
    })

    it('several files only where it can keep a journal', async () => {
      chmodSync(root, 0o555)
      await asOrdinaryUser(async () => {
        const conflicts = conflictsIn(await vault.apply([create('a.md'), create('b.md')]))
        expect(conflicts).toMatchObject([{ kind: 'refused', message: expect.stringContaining('the folder “.notly”') }])
      })
      chmodSync(root, 0o755)
      put('.notly', 'a file')
      expect(conflictsIn(await vault.apply([create('a.md'), create('b.md')]))).toMatchObject([{ kind: 'refused' }])
      expect((await vault.apply([create('a.md')])).ok).toBe(true)
      expect(await listedPaths()).toEqual(['.notly', 'a.md'])
    })

    it('no temporaries that stay for more than a day', async () => {
      const [old, young] = [`deep/${temporaryName()}`, `deep/${temporaryName()}`]
      for (const path of [old, young, 'deep/a.md']) put(path)
      utimesSync(join(root, old), 1, 1)
      utimesSync(join(root, 'deep/a.md'), 1, 1)
      expect(await listedPaths()).toEqual(['deep/a.md'])
      expect(temporaries()).toEqual([young])
    })

    it('no folder away that holds something, was empty before, or is the root', async () => {
      for (const path of ['a/b/c/x.md', 'a/y.md', 'd/z.md', 'd/.hidden', 'w.md']) put(path)
      mkdirSync(join(root, 'empty'))
      await vault.apply([await remove('a/b/c/x.md'), await remove('d/z.md'), await remove('w.md')])
      expect(
        readdirSync(root, { recursive: true })
          .filter((path) => !String(path).startsWith('.'))
          .sort(),
      ).toEqual(['a', 'a/y.md', 'd', 'd/.hidden', 'empty'])
      await vault.apply([await remove('a/y.md')])
      expect(readdirSync(root).sort()).toEqual(['.notly', 'd', 'empty'])
    })

    it('no byte of a file that only moves', async () => {
      const bytes = Buffer.from([0x61, 0xff, 0xfe, 0])
      put('a.md', bytes)
      put('b.png', bytes)
      const before = lstatSync(join(root, 'a.md'), { bigint: true })
      await vault.apply([await move('a.md', 'x/a.md'), await move('b.png', 'x/b.png')])
      for (const path of ['x/a.md', 'x/b.png']) expect(readFileSync(join(root, path))).toEqual(bytes)
      const after = lstatSync(join(root, 'x/a.md'), { bigint: true })
      expect([after.ino, after.mtimeNs, after.nlink]).toEqual([before.ino, before.mtimeNs, 1n])
    })

    it('a name that is decomposed on disk as its path is, when it is moved to that', async () => {
      put('cafe\u0301.md', '1')
      expect((await vault.apply([await move('caf\u00E9.md', 'caf\u00E9.md')])).ok).toBe(true)
      expect(readdirSync(root).sort()).toEqual(['.notly', 'caf\u00E9.md'])
    })

    it('no name that is too long for the disk', async () => {
      const conflicts = conflictsIn(await vault.apply([create(`${'x'.repeat(300)}.md`)]))
      expect(conflicts).toMatchObject([{ kind: 'refused', message: expect.stringContaining('Choose a shorter one.') }])
      expect((await vault.apply([create(`${'x'.repeat(252)}.md`)])).ok).toBe(true)
    })
  })
})

/** Keeps the processor busy. @param milliseconds so long */
function wait(milliseconds: number): undefined {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

/** Where the tests run as the administrator, whom no permission stops, they become an ordinary user for a while. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    await work()
  } finally {
    process.seteuid?.(0)
  }
}

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NotePath, Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import type { ApplyResult, Conflict, Edit, Listed, NoteStat, Vault } from '../core/vault.ts'
import { foldPath } from './names.ts'

/** A vault and the world outside it. */
export interface Tried {
  readonly vault: Vault
  /** Another program writes or removes a file. */
  writeOutside(path: string, text: string): void
  removeOutside(path: string): void
  close(): Promise<void>
}

const NO_REVISION = 'none' as Revision
const DECOMPOSED = 'cafe\u0301.md' as NotePath

/** What every vault must do. */
export function describeVault(name: string, open: () => Promise<Tried>): void {
  describe(`${name} keeps the contract of a vault`, () => {
    let tried: Tried
    beforeEach(async () => {
      tried = await open()
    })
    afterEach(() => tried.close())

    const create = (path: string, text: string): Edit => ({ kind: 'create', path: notePath(path), text })
    const revisionOf = async (path: string) => (await tried.vault.read(notePath(path)))?.revision ?? NO_REVISION
    const write = async (path: string, text: string): Promise<Edit> => {
      return { kind: 'write', path: notePath(path), text, base: await revisionOf(path) }
    }
    const remove = async (path: string): Promise<Edit> => ({
      kind: 'delete',
      path: notePath(path),
      base: await revisionOf(path),
    })
    const textOf = async (path: string) => (await tried.vault.read(notePath(path)))?.text

    it('lists every file once, sorted by the whole path', async () => {
      for (const path of ['b.md', 'a/b.md', 'a.md', 'a-b.md', 'é.md', 'a/B.png', '𝒵.md', '\uFF5E.md']) {
        tried.writeOutside(path, path)
      }
      const paths = (await listed(tried.vault)).map((stat) => stat.path)
      expect(paths).toEqual(['a-b.md', 'a.md', 'a/B.png', 'a/b.md', 'b.md', 'é.md', '𝒵.md', '\uFF5E.md'])
    })

    it('lists what it reads', async () => {
      tried.writeOutside('a/note.md', 'eins\n')
      tried.writeOutside('a/data.csv', '1;2')
      for (const stat of await listed(tried.vault)) {
        const source = await tried.vault.read(stat.path)
        expect(source).toMatchObject({
          path: stat.path,
          revision: stat.revision,
          modified: stat.modified,
          bytes: stat.bytes,
        })
      }
    })

    it('reads many as it reads one, in the order asked for', async () => {
      tried.writeOutside('a/note.md', 'eins\n')
      tried.writeOutside('a/long.md', 'zwei '.repeat(20_000))
      tried.writeOutside('a/e\u0301.md', 'drei')
      tried.writeOutside('b.csv', '1;2')
      const paths = ['b.csv', 'a/\u00E9.md', 'a/gone.md', 'a/note.md', '../out.md', 'a/long.md', 'a/note.md', 'a'].map(
        notePath,
      )
      const one = []
      for (const path of paths) one.push(await tried.vault.read(path))
      expect(await tried.vault.readMany(paths)).toEqual(one)
      expect(one.map((source) => source?.text.length)).toEqual([3, 4, undefined, 5, undefined, 100_000, 5, undefined])
      expect(await tried.vault.readMany([])).toEqual([])
      expect(await tried.vault.readTexts(paths)).toEqual(one.map((source) => source?.text))
    })

    it('reads an empty text as one', async () => {
      tried.writeOutside('empty.md', '')
      tried.writeOutside('full.md', 'full')
      expect(await tried.vault.readTexts(['empty.md', 'full.md'].map(notePath))).toEqual(['', 'full'])
    })

    it('answers for known stamps with known revisions', async () => {
      tried.writeOutside('a.md', 'one')
      const before = await listedSettled(tried.vault)
      const remembered = 'remembered' as Revision
      const after = await listed(tried.vault, (path) => ({
        revision: remembered,
        stamp: before.get(path)?.stamp ?? '',
      }))
      expect(after.map((stat) => stat.stamp)).toEqual([before.get('a.md')?.stamp])
      expect([remembered, before.get('a.md')?.revision]).toContain(after[0]?.revision)
      const forgotten = await listed(tried.vault, () => ({ revision: remembered, stamp: 'another' }))
      expect(forgotten[0]?.revision).toBe(before.get('a.md')?.revision)
    })

    it('has no file that nobody wrote', async () => {
      expect(await tried.vault.read(notePath('nothing.md'))).toBeUndefined()
      expect(await tried.vault.readBytes(notePath('no/thing.png'))).toBeUndefined()
      tried.writeOutside('file.md', '')
      expect(await tried.vault.read(notePath('file.md/inside.md'))).toBeUndefined()
    })

    const texts = {
      empty: '',
      'byte order mark': '\uFEFF# Title\n',
      'byte order mark inside': 'a\uFEFFb',
      'line ends of Windows': 'a\r\nb\r\n',
      'mixed line ends': 'a\rb\nc\r\n\n',
      'no last line end': 'a\nb',
      NUL: 'a\0b\0',
      emoji: '👩‍👩‍👧 𝒳 中文 עברית',
      decomposed: 'e\u0301 \uFFFD',
      'one long line': 'x '.repeat(70_000),
    }
    for (const [what, text] of Object.entries(texts)) {
      it(`keeps a text as it is: ${what}`, async () => {
        const result = await tried.vault.apply([create('folder/deep/note.md', text)])
        expect(await textOf('folder/deep/note.md')).toBe(text)
        expect(Buffer.from((await tried.vault.readBytes(notePath('folder/deep/note.md'))) ?? []).toString('utf8')).toBe(
          text,
        )
        expect(revisionIn(result, 'folder/deep/note.md')).toBe(await revisionOf('folder/deep/note.md'))
        tried.writeOutside('folder/deep/note.md', 'x')
        expect((await tried.vault.apply([await write('folder/deep/note.md', text)])).ok).toBe(true)
        expect(await textOf('folder/deep/note.md')).toBe(text)
      })
    }

    it('gives equal texts equal revisions and different texts different ones', async () => {
      tried.writeOutside('a.md', 'one')
      const one = await revisionOf('a.md')
      tried.writeOutside('a.md', 'two')
      expect(await revisionOf('a.md')).not.toBe(one)
      tried.writeOutside('a.md', 'one')
      expect(await revisionOf('a.md')).toBe(one)
    })

    it('deletes', async () => {
      tried.writeOutside('a.md', 'one')
      expect(await tried.vault.apply([await remove('a.md')])).toEqual({ ok: true, revisions: new Map() })
      expect(await listed(tried.vault)).toEqual([])
    })

    it('answers a stale base with the current text and changes nothing', async () => {
      tried.writeOutside('a.md', 'one')
      const edits = [await write('a.md', 'mine'), await remove('a.md')]
      tried.writeOutside('a.md', 'two')
      for (const edit of edits) {
        const [conflict] = conflictsIn(await tried.vault.apply([edit]))
        expect(conflict).toMatchObject({
          kind: 'stale',
          path: 'a.md',
          current: { text: 'two', revision: await revisionOf('a.md') },
        })
      }
      tried.removeOutside('a.md')
      for (const edit of edits) {
        expect(conflictsIn(await tried.vault.apply([edit]))).toEqual([
          { kind: 'stale', path: 'a.md', current: undefined },
        ])
      }
      expect(await listed(tried.vault)).toEqual([])
    })

    it('does all edits or none', async () => {
      tried.writeOutside('a.md', 'a')
      tried.writeOutside('b.md', 'b')
      tried.writeOutside('c.md', 'c')
      const edits = [await write('a.md', 'A'), await remove('b.md'), create('new/d.md', 'D'), await write('c.md', 'C')]
      tried.writeOutside('c.md', 'outside')
      expect(conflictsIn(await tried.vault.apply(edits))).toMatchObject([{ kind: 'stale', path: 'c.md' }])
      expect(await textsOf(tried.vault)).toEqual({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'outside' })
      edits[3] = await write('c.md', 'C')
      const result = await tried.vault.apply(edits)
      expect(await textsOf(tried.vault)).toEqual({ 'a.md': 'A', 'c.md': 'C', 'new/d.md': 'D' })
      for (const path of ['a.md', 'c.md', 'new/d.md']) expect(revisionIn(result, path)).toBe(await revisionOf(path))
    })

    it('names every conflict', async () => {
      tried.writeOutside('a.md', 'a')
      const stale: Edit = { kind: 'write', path: notePath('a.md'), text: 'x', base: NO_REVISION }
      const conflicts = conflictsIn(
        await tried.vault.apply([stale, create('A.md', ''), create('../x.md', ''), create('b.md', '')]),
      )
      expect(conflicts.map((conflict) => conflict.kind)).toEqual(['stale', 'exists', 'refused'])
    })

    it('creates no name that differs from another only in case or Unicode form', async () => {
      tried.writeOutside('café.md', '1')
      tried.writeOutside('dir/Straße.md', '2')
      const taken = {
        'café.md': 'café.md',
        'CAFÉ.md': 'café.md',
        [DECOMPOSED]: 'café.md',
        'dir/STRASSE.MD': 'dir/Straße.md',
      }
      for (const [path, existing] of Object.entries(taken)) {
        const conflicts = conflictsIn(
          await tried.vault.apply([{ kind: 'create', path: path as NotePath, text: 'mine' }]),
        )
        expect(conflicts).toMatchObject([{ kind: 'exists', existing }])
      }
      expect(await textsOf(tried.vault)).toEqual({ 'café.md': '1', 'dir/Straße.md': '2' })
    })

    it('creates no folder that differs from another only in case', async () => {
      tried.writeOutside('clients/a.md', '1')
      expect(conflictsIn(await tried.vault.apply([create('Clients/b.md', '')]))).toMatchObject([{ kind: 'refused' }])
      const pair = await tried.vault.apply([create('New/a.md', ''), create('new/b.md', '')])
      expect(conflictsIn(pair)).toMatchObject([{ kind: 'refused', path: 'new/b.md' }])
      expect(await textsOf(tried.vault)).toEqual({ 'clients/a.md': '1' })
    })

    it('creates no two spellings of a name in one call', async () => {
      const conflicts = conflictsIn(await tried.vault.apply([create('a.md', '1'), create('A.md', '2')]))
      expect(conflicts).toEqual([{ kind: 'exists', path: 'A.md', existing: 'a.md' }])
      expect(await listed(tried.vault)).toEqual([])
    })

    it('changes the spelling of a name when the old one goes in the same call', async () => {
      tried.writeOutside('acme.md', '1')
      expect((await tried.vault.apply([create('Acme.md', '1'), await remove('acme.md')])).ok).toBe(true)
      expect(await textsOf(tried.vault)).toEqual({ 'Acme.md': '1' })
    })

    const move = async (path: string, to: string, text?: string): Promise<Edit> => ({
      kind: 'move',
      path: notePath(path),
      to: notePath(to),
      text,
      base: await revisionOf(path),
    })

    it('moves with the text as it is, or with a new one', async () => {
      tried.writeOutside('a.md', 'a')
      tried.writeOutside('b.md', 'b')
      const result = await tried.vault.apply([await move('a.md', 'new/folder/A.md'), await move('b.md', 'c.md', 'C')])
      expect(await textsOf(tried.vault)).toEqual({ 'c.md': 'C', 'new/folder/A.md': 'a' })
      expect(result.ok && [...result.revisions.keys()].sort()).toEqual(['c.md', 'new/folder/A.md'])
      for (const path of ['c.md', 'new/folder/A.md']) expect(revisionIn(result, path)).toBe(await revisionOf(path))
    })

    it('moves attachments, which need not be text', async () => {
      tried.writeOutside('a.png', '\uFEFF1\r\n2')
      const result = await tried.vault.apply([await move('a.png', 'pictures/b.png')])
      expect(await textsOf(tried.vault)).toEqual({ 'pictures/b.png': '\uFEFF1\r\n2' })
      expect(revisionIn(result, 'pictures/b.png')).toBe(await revisionOf('pictures/b.png'))
    })

    it('moves in a chain, in a ring and in exchange', async () => {
      for (const path of ['a.md', 'b.md', 'c.md']) tried.writeOutside(path, path)
      await tried.vault.apply([await move('a.md', 'b.md'), await move('b.md', 'd.md')])
      expect(await textsOf(tried.vault)).toEqual({ 'b.md': 'a.md', 'c.md': 'c.md', 'd.md': 'b.md' })
      await tried.vault.apply([
        await move('b.md', 'c.md', 'new'),
        await move('c.md', 'd.md'),
        await move('d.md', 'b.md'),
      ])
      expect(await textsOf(tried.vault)).toEqual({ 'b.md': 'b.md', 'c.md': 'new', 'd.md': 'c.md' })
      await tried.vault.apply([await move('b.md', 'd.md'), await move('d.md', 'b.md', 'other')])
      expect(await textsOf(tried.vault)).toEqual({ 'b.md': 'other', 'c.md': 'new', 'd.md': 'b.md' })
    })

    it('moves to where a file is deleted, and creates where one has moved away', async () => {
      for (const path of ['a.md', 'b.md', 'c.md']) tried.writeOutside(path, path)
      const edits = [await move('a.md', 'b.md'), await remove('b.md'), create('a.md', 'new'), await write('c.md', 'C')]
      expect((await tried.vault.apply(edits)).ok).toBe(true)
      expect(await textsOf(tried.vault)).toEqual({ 'a.md': 'new', 'b.md': 'a.md', 'c.md': 'C' })
    })

    it('moves to another spelling of a name and of a folder', async () => {
      tried.writeOutside('clients/acme.md', '1')
      tried.writeOutside('clients/deep/b.md', '2')
      expect((await tried.vault.apply([await move('clients/acme.md', 'clients/Acme.md')])).ok).toBe(true)
      expect(await textsOf(tried.vault)).toEqual({ 'clients/Acme.md': '1', 'clients/deep/b.md': '2' })
      const some = await tried.vault.apply([await move('clients/Acme.md', 'Clients/Acme.md')])
      expect(conflictsIn(some)).toMatchObject([{ kind: 'refused', path: 'Clients/Acme.md' }])
      const all = [
        await move('clients/Acme.md', 'Clients/Acme.md'),
        await move('clients/deep/b.md', 'Clients/deep/b.md', '3'),
      ]
      expect((await tried.vault.apply(all)).ok).toBe(true)
      expect(await textsOf(tried.vault)).toEqual({ 'Clients/Acme.md': '1', 'Clients/deep/b.md': '3' })
    })

    it('moves a file to its own path, which changes at most its text', async () => {
      tried.writeOutside('a.md', 'a')
      expect(await tried.vault.apply([await move('a.md', 'a.md')])).toMatchObject({ ok: true })
      await tried.vault.apply([await move('a.md', 'a.md', 'A')])
      expect(await textsOf(tried.vault)).toEqual({ 'a.md': 'A' })
    })

    it('moves nothing that is stale, onto nothing that stays, and nowhere that no note can be', async () => {
      tried.writeOutside('a.md', 'a')
      tried.writeOutside('b.md', 'b')
      tried.writeOutside('dir/c.md', 'c')
      const stale = await move('a.md', 'x.md')
      tried.writeOutside('a.md', 'outside')
      expect(conflictsIn(await tried.vault.apply([stale]))).toMatchObject([
        { kind: 'stale', path: 'a.md', current: { text: 'outside' } },
      ])
      const refused: Record<string, Conflict['kind']> = {
        'b.md': 'exists',
        'B.md': 'exists',
        'dir/C.md': 'exists',
        dir: 'refused',
        'b.md/inside.md': 'refused',
        '../out.md': 'refused',
        '.hidden/a.md': 'refused',
        'DIR/new.md': 'refused',
      }
      for (const [to, kind] of Object.entries(refused)) {
        expect(conflictsIn(await tried.vault.apply([await move('a.md', to)]))).toMatchObject([{ kind, path: to }])
      }
      const pair = await tried.vault.apply([await move('a.md', 'same.md'), await move('b.md', 'Same.md')])
      expect(conflictsIn(pair)).toMatchObject([{ kind: 'exists', path: 'Same.md', existing: 'same.md' }])
      await expect(tried.vault.apply([await move('a.md', 'x.md'), await move('b.md', 'x.md')])).rejects.toThrow(
        'only one',
      )
      expect(await textsOf(tried.vault)).toEqual({ 'a.md': 'outside', 'b.md': 'b', 'dir/c.md': 'c' })
    })

    for (const path of [
      '',
      '/a.md',
      'a//b.md',
      '../a.md',
      'a/../b.md',
      './a.md',
      'a\0.md',
      '.hidden/a.md',
      '.notly-0123456789abcdef.tmp',
    ]) {
      it(`refuses the path ${JSON.stringify(path)}`, async () => {
        for (const edit of [create(path, 'x'), await write(path, 'x'), await remove(path), await move(path, 'b.md')]) {
          expect(conflictsIn(await tried.vault.apply([edit]))).toMatchObject([
            { kind: 'refused', message: expect.stringMatching(/\.$/) },
          ])
        }
        expect(await tried.vault.read(notePath(path))).toBeUndefined()
        expect(await tried.vault.readBytes(notePath(path))).toBeUndefined()
      })
    }

    it('refuses a file where a folder is, and a folder where a file is', async () => {
      tried.writeOutside('a/b.md', '1')
      const conflicts = conflictsIn(await tried.vault.apply([create('a', ''), create('a/b.md/c.md', '')]))
      expect(conflicts.map((conflict) => conflict.kind)).toEqual(['refused', 'refused'])
    })

    it('refuses half a character, which no file can keep', async () => {
      expect(conflictsIn(await tried.vault.apply([create('a.md', 'x\uD83D')]))).toMatchObject([{ kind: 'refused' }])
    })

    it('takes backslashes as part of a name', async () => {
      await tried.vault.apply([create('a\\b.md', 'x')])
      expect(await textsOf(tried.vault)).toEqual({ 'a\\b.md': 'x' })
    })

    it('takes no two edits of one path', async () => {
      await expect(tried.vault.apply([create('a.md', '1'), create('a.md', '2')])).rejects.toThrow(
        'only one edit of each path',
      )
    })

    it('makes edits that come at once one after the other', async () => {
      tried.writeOutside('a.md', '0')
      const edit = await write('a.md', '1')
      const other = await write('a.md', '2')
      const results = await Promise.all([tried.vault.apply([edit]), tried.vault.apply([other])])
      expect(results.map((result) => result.ok)).toEqual([true, false])
      expect(await textOf('a.md')).toBe('1')
    })

    it('hints at its own changes and at those of others', async () => {
      tried.writeOutside('a.md', '0')
      const hinted = new Set<NotePath | 'anything'>()
      const watching = await tried.vault.watch((paths) => {
        for (const path of paths ?? (['anything'] as const)) hinted.add(path)
      })
      const expectHint = async (path: string) => {
        await vi.waitFor(() => expect([path, 'anything'].some((each) => hinted.has(each as NotePath))).toBe(true), 5000)
        hinted.clear()
      }
      await tried.vault.apply([await write('a.md', '1')])
      await expectHint('a.md')
      await tried.vault.apply([create('new/b.md', '1')])
      await expectHint('new/b.md')
      tried.writeOutside('new/b.md', '2')
      await expectHint('new/b.md')
      tried.removeOutside('a.md')
      await expectHint('a.md')
      await watching[Symbol.asyncDispose]()
      await new Promise((resolve) => setTimeout(resolve, 60))
      hinted.clear()
      tried.writeOutside('new/b.md', '3')
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect([...hinted]).toEqual([])
    })
  })

  describe(`${name} agrees with a plain map`, () => {
    it('after any sequence of edits, its own and others’', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
          const tried = await open()
          try {
            await compareWithMap(tried, steps)
          } finally {
            await tried.close()
          }
        }),
        { numRuns: 60 },
      )
    })
  })
}

type ModelStep =
  | { readonly kind: 'outside'; readonly path: NotePath; readonly text: string | undefined }
  | { readonly kind: 'apply'; readonly wishes: readonly Wish[] }

interface Wish {
  readonly path: NotePath
  /** Where to move what is there. */
  readonly to: NotePath | undefined
  readonly text: string | undefined
  readonly isStale: boolean
}

const anyPath = fc.constantFrom(
  ...['a.md', 'A.md', 'a/b.md', 'a-b.md', 'é.md', 'É.md', 'deep/er/c.md', 'no note.txt'].map(notePath),
)
const anyText = fc.option(fc.constantFrom('', 'x', 'y', '\uFEFFx\r\n', 'a longer text\n'), { nil: undefined })
const anyWish = fc.record({
  path: anyPath,
  to: fc.option(anyPath, { nil: undefined }),
  text: anyText,
  isStale: fc.boolean(),
})
const anyStep: fc.Arbitrary<ModelStep> = fc.oneof(
  fc.record({ kind: fc.constant('outside' as const), path: anyPath, text: anyText }),
  fc.record({
    kind: fc.constant('apply' as const),
    wishes: fc.uniqueArray(
      anyWish.map((wish) => ({ ...wish, isStale: wish.isStale && wish.path === 'a.md' })),
      { minLength: 1, maxLength: 3, selector: (wish) => wish.path },
    ),
  }),
)

async function compareWithMap(tried: Tried, steps: readonly ModelStep[]): Promise<void> {
  const model = new Map<NotePath, string>()
  let known = new Map<NotePath, NoteStat>()
  for (const step of steps) {
    if (step.kind === 'outside') changeOutside(tried, model, step.path, step.text)
    else await applyBoth(tried, model, step.wishes)
    const stats = await listed(tried.vault, (path) => known.get(path))
    known = new Map(stats.map((stat) => [stat.path, stat]))
    expect(stats.map((stat) => stat.path)).toEqual([...model.keys()].sort())
    for (const [path, text] of model) {
      const source = await tried.vault.read(path)
      expect(source?.text).toBe(text)
      expect(known.get(path)?.revision).toBe(source?.revision)
    }
  }
}

function changeOutside(tried: Tried, model: Map<NotePath, string>, path: NotePath, text: string | undefined): void {
  if (text !== undefined) {
    tried.writeOutside(path, text)
    model.set(path, text)
  } else if (model.delete(path)) tried.removeOutside(path)
}

/** Applies the wishes to both; edits that the model forbids must be conflicts and leave the vault as it was. */
async function applyBoth(tried: Tried, model: Map<NotePath, string>, wishes: readonly Wish[]): Promise<void> {
  const edits: Edit[] = []
  for (const { path, to, text, isStale } of wishes) {
    const base = isStale ? NO_REVISION : ((await tried.vault.read(path))?.revision ?? NO_REVISION)
    const edit: Edit =
      to !== undefined
        ? { kind: 'move', path, to, text, base }
        : text === undefined
          ? { kind: 'delete', path, base }
          : model.has(path)
            ? { kind: 'write', path, text, base }
            : { kind: 'create', path, text }
    if (edits.every((other) => resultOf(other) === undefined || resultOf(other) !== resultOf(edit))) edits.push(edit)
  }
  const isAllowed = edits.every((edit) => isAllowedBy(model, edit, edits))
  const result = await tried.vault.apply(edits)
  expect(result.ok).toBe(isAllowed)
  if (!isAllowed) return
  const before = new Map(model)
  for (const edit of edits) if (edit.kind === 'delete' || edit.kind === 'move') model.delete(edit.path)
  for (const edit of edits) {
    const path = resultOf(edit)
    if (edit.kind !== 'delete' && path !== undefined) model.set(path, edit.text ?? before.get(edit.path) ?? '')
  }
}

function resultOf(edit: Edit): NotePath | undefined {
  return edit.kind === 'delete' ? undefined : edit.kind === 'move' ? edit.to : edit.path
}

function isAllowedBy(model: ReadonlyMap<NotePath, string>, edit: Edit, edits: readonly Edit[]): boolean {
  if (edit.kind !== 'create' && !(model.has(edit.path) && edit.base !== NO_REVISION)) return false
  if (edit.kind !== 'create' && (edit.kind !== 'move' || edit.to === edit.path)) return true
  const leaving = new Set(edits.filter(leaves).map((each) => each.path))
  const others = edits.filter((each) => each !== edit && (each.kind === 'create' || leaves(each))).map(resultOf)
  const names = [...model.keys()]
    .filter((path) => !leaving.has(path))
    .concat(others.filter((path) => path !== undefined))
  return !names.some((path) => foldPath(path) === foldPath(resultOf(edit) ?? ''))
}

function leaves(edit: Edit): boolean {
  return edit.kind === 'delete' || (edit.kind === 'move' && edit.to !== edit.path)
}

/** A list need not read what its caller does not know; what cannot be read then is left out. */
async function withRevision(vault: Vault, { revision, ...stat }: Listed): Promise<NoteStat[]> {
  if (revision !== undefined) return [{ ...stat, revision }]
  const source = await vault.read(stat.path).catch(() => undefined)
  return source === undefined ? [] : [{ ...stat, revision: source.revision, stamp: source.stamp }]
}

export async function listed(vault: Vault, known?: Parameters<Vault['list']>[0]): Promise<NoteStat[]> {
  const stats: NoteStat[] = []
  for await (const files of vault.list(known))
    for (const stat of files) stats.push(...(await withRevision(vault, stat)))
  return stats
}

/** Waits until every file has a stamp, and answers by path. */
export async function listedSettled(vault: Vault): Promise<Map<string, NoteStat>> {
  return vi.waitFor(async () => {
    const stats = await listed(vault)
    expect(stats.every((stat) => stat.stamp !== '')).toBe(true)
    return new Map(stats.map((stat) => [stat.path as string, stat]))
  }, 5000)
}

export async function textsOf(vault: Vault): Promise<Record<string, string | undefined>> {
  const texts: Record<string, string | undefined> = {}
  for (const { path } of await listed(vault)) texts[path] = (await vault.read(path))?.text
  return texts
}

export function conflictsIn(result: ApplyResult): readonly Conflict[] {
  return result.ok ? [] : result.conflicts
}

function revisionIn(result: ApplyResult, path: string): Revision | undefined {
  return result.ok ? result.revisions.get(notePath(path)) : undefined
}

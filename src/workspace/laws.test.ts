import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import { stemOf } from '../core/path.ts'
import { Index } from '../index/index.ts'
import { sync } from '../index/sync.ts'
import { askEverything } from '../index/testing/questions.ts'
import { type Step, step, WORDS } from '../index/testing/random-vault.ts'
import { FolderVault } from '../vaults/folder.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Workspace } from '../workspace.ts'

/** More with NOTLY_RUNS=5000. */
const RUNS = Number(process.env.NOTLY_RUNS ?? 200)
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

describe('there and back', () => {
  /** A link that could mean two notes is made exact when one of them is renamed, and stays so. */
  const TWIN = 'archive/Acme.md'
  const vaults: readonly (readonly [name: string, folder: string])[] = [
    ['a small vault', here('../../test/transcripts/agency')],
    ['the demo', here('../../demo')],
    ["SilverBullet's documentation", here('../../../shared/vaults/silverbullet-docs')],
  ]
  for (const [name, folder] of vaults)
    test.skipIf(!existsSync(folder))(
      `${name}: its twenty most-linked notes get new names and their old ones again, and no byte differs`,
      async () => {
        const copy = mkdtempSync(join(tmpdir(), 'notly-back-'))
        try {
          cpSync(folder, copy, { recursive: true })
          rmSync(join(copy, TWIN), { force: true })
          const before = bytesOf(copy)
          await using opened = await openFolder(copy)
          await renameAllAndBack(opened.workspace, () => expect(bytesOf(copy)).not.toEqual(before))
          expect(bytesOf(copy)).toEqual(before)
        } finally {
          rmSync(copy, { recursive: true, force: true })
        }
      },
      300_000,
    )

  async function renameAllAndBack(workspace: Workspace, between: () => void): Promise<void> {
    const hubs = workspace.hubs(20)
    expect(hubs.length).toBeGreaterThanOrEqual(3)
    for (const [at, { path }] of hubs.entries()) {
      const there = await workspace.refactor({ kind: 'rename', path, title: `Quite another name ${at}` })
      if (!there.done) throw new Error(there.message)
      expect(there.links).toBeGreaterThan(0)
      between()
      const back = await workspace.refactor({ kind: 'rename', path: there.path, title: stemOf(path) })
      expect(back).toMatchObject({ done: true, path, links: there.links, notes: there.notes })
    }
  }
})

describe('a plan is a patch that git applies', () => {
  const STRANGE = {
    'Old name.md': '\ufeff# Old name\r\n\r\nSee [[Other "one"]].\r\n',
    'clients/Other "one".md': 'No line end: [[Old name]]',
    'Größe — 第三季度.md': '[a](<../Old name.md>) [b](Old%20name.md)\n\\ No newline at end of file\n',
    'clients/empty.md': '',
    'clients/picture.png': 'bytes',
    'Tagged.md': '---\ntags: [old]\n---\n#old/below @Old name and\n## A heading\n[[#A heading]]\n',
  }

  test.each<RefactorRequest>([
    { kind: 'rename', path: 'Old name.md', title: 'New name', keepAlias: true },
    { kind: 'rename', path: 'clients/empty.md', title: 'Still empty' },
    { kind: 'move', path: 'clients', to: 'customers' },
    { kind: 'merge', path: 'clients/Other "one".md', into: 'Old name.md' },
    { kind: 'rename-heading', path: 'Tagged.md', heading: 'A heading', words: 'Another' },
    { kind: 'rename-tag', from: 'old', to: 'new' },
    { kind: 'extract', path: 'Tagged.md', from: 25, to: 45, title: 'A passage' },
  ])('%j', async (request) => {
    using planned = new Folder(STRANGE)
    using done = new Folder(STRANGE)
    const patch = await planned.use((workspace) => workspace.plan(request))
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: planned.path,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      input: patch.changes.map(({ patch }) => patch).join(''),
    })
    expect(await done.use((workspace) => workspace.refactor(request))).toMatchObject({ done: true })
    expect(bytesOf(planned.path)).toEqual(bytesOf(done.path))
  })
})

/** A vault in a folder of its own. */
class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'notly-law-'))

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true })
      writeFileSync(join(this.path, path), text)
    }
  }

  async use<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
    await using opened = await openFolder(this.path)
    return await work(opened.workspace)
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

async function openFolder(folder: string) {
  const workspace = await Workspace.open(await FolderVault.open(folder), await Index.open(':memory:'))
  await workspace.refresh()
  return { workspace, [Symbol.asyncDispose]: () => workspace.close() }
}

/** Every file but Notly's own, with its bytes. */
function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('/.notly/'))
  return new Map(paths.sort().map((path) => [path.slice(folder.length), readFileSync(path).toString('latin1')]))
}

type Write = Step & { readonly kind: 'write' }

const anyVault = fc.uniqueArray(
  step.filter((each): each is Write => each.kind === 'write'),
  { minLength: 2, maxLength: 12, selector: ({ path }) => foldName(path) },
)

const KINDS = ['extract', 'merge', 'move', 'move-folder', 'rename', 'rename-heading', 'rename-tag']

const words = fc.constantFrom('Acme', 'acme', 'New name', 'C#', 'Straße', 'Fees', '2026', 'Acme fees')

/** In every vault, so that each kind of operation can be done in many of them. */
const HERE = 'start/Here.md'
const THERE = '# Acme\n\n## Fees\n\nMore #tag in [[Acme]] and [[Here#Fees]], #other.\n'

/** Every kind of operation; most can be done in most vaults. */
function operationIn(paths: readonly string[]): fc.Arbitrary<RefactorRequest> {
  const path = fc.constantFrom(...paths)
  const folder = fc.constantFrom('', 'clients', 'clients/old', 'Notes', 'elsewhere/deep')
  const kind = <K extends RefactorRequest['kind']>(value: K): fc.Arbitrary<K> => fc.constant(value)
  return fc.oneof(
    fc.record({ kind: kind('rename'), path, title: words, keepAlias: fc.boolean(), retitle: fc.boolean() }),
    fc.record({ kind: kind('move'), path: fc.oneof(path, folder), to: folder }),
    fc.record({ kind: kind('move'), path, to: fc.constantFrom('New.md', 'clients/acme.md', 'Notes/Fees.md') }),
    fc.record({
      kind: kind('move-folder'),
      path: fc.constantFrom('start', 'clients', 'Notes'),
      to: fc.constantFrom('elsewhere', 'Clients', 'notes/deep'),
    }),
    fc.record({ kind: kind('merge'), path, into: path }),
    fc.record({ kind: kind('rename-heading'), path, heading: fc.constantFrom('Fees', 'More', 'Acme'), words }),
    fc.record({
      kind: kind('rename-tag'),
      from: fc.constantFrom('tag', 'other'),
      to: fc.constantFrom('TAG', 'new/tag', 'other'),
    }),
    fc.record({ kind: kind('extract'), path, from: fc.nat(20), to: fc.integer({ min: 20, max: 60 }), title: words }),
  )
}

const scene = anyVault.chain((writes) =>
  fc.record({
    writes: fc.constant(writes),
    request: operationIn(
      writes
        .map(({ path }) => path)
        .filter((path) => path.endsWith('.md'))
        .concat('clients/Acme.md', HERE, HERE, HERE),
    ),
  }),
)

describe('any operation in any vault', () => {
  test('leaves an index like a new one, and its undo leaves the vault as it was', async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(scene, async ({ writes, request }) => {
        const vault = new MemoryVault({
          [HERE]: THERE,
          ...Object.fromEntries(writes.map(({ path, text }) => [path, text])),
        })
        const index = await Index.open(':memory:')
        const workspace = await Workspace.open(vault, index)
        await workspace.refresh()
        const before = await textsOf(vault)
        if (await isDone(workspace, request)) {
          seen.set(request.kind, (seen.get(request.kind) ?? 0) + 1)
          expect(await textsOf(vault)).not.toEqual(before)
          await expectSound(index, vault)
          expect(await workspace.undo()).toMatchObject({ leftAlone: [] })
        }
        expect(await textsOf(vault)).toEqual(before)
        await expectSound(index, vault)
        await workspace.close()
      }),
      { numRuns: RUNS },
    )
    expect([...seen.keys()].sort()).toEqual(KINDS)
  })

  /** Whether it could be done and changed something. A refusal is a sentence and nothing else. */
  async function isDone(workspace: Workspace, request: RefactorRequest): Promise<boolean> {
    try {
      const answer = await workspace.refactor(request)
      if (!answer.done) expect(answer.message).toMatch(/[.]$/)
      return answer.done && answer.operation > 0
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      expect(error.message).toMatch(/[.]$/)
      return false
    }
  }

  async function textsOf(vault: MemoryVault): Promise<Map<string, string | undefined>> {
    const texts = new Map<string, string | undefined>()
    for await (const files of vault.list())
      for (const { path } of files) texts.set(path, (await vault.read(path))?.text)
    return texts
  }

  async function expectSound(index: Index, vault: MemoryVault): Promise<void> {
    const fresh = await Index.open(':memory:')
    await sync(vault, fresh)
    expect(askEverything(index.db, WORDS)).toEqual(askEverything(fresh.db, WORDS))
    fresh.close()
  }
})

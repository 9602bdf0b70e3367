import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Link, NotePath } from '../core/note.ts'
import type { LinkCore } from '../core/parse/links.ts'
import { parseNote } from '../core/parse.ts'
import { isNotePath } from '../core/path.ts'
import { planRename } from '../core/refactor/rename.ts'
import { worldOf } from '../core/testing/world.ts'
import type { Source } from '../core/vault.ts'
import { Index } from '../index/index.ts'
import { sync } from '../index/sync.ts'
import { step } from '../index/testing/random-vault.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { linkingIn } from './linking.ts'
import { worldIn } from './world.ts'

const RUNS = Number(process.env.NOTLY_RUNS ?? 100)

const FORMS = `---
up: "[[T]]"
more: ['[[T|x]]', "[[T#H]]", [[T]]]
---
[[T]] [[ T ]] [[T|x]] [[T#H]] [[T#^b|x]] ![[T]] ![[T|100]] @[[T]] @[[T|x]] @T and more, @T
[[d/T]] [[./T]] [[/d/T]] [[T.md]] [[a [b] c]] [[T|a [b] c]] [[T#]]

| a |
|---|
| [[T\\|x]] ![[T\\|x]] [[T#H\\|x]] [x](T.md) @T |

[x](T.md) [x](<T.md>) [x]( T.md "t") [x](./T.md#h) [x](/d/T#h) [x](d/T%20(1).md 't') [x](T%20%281%29.md) [](T.md)
![x](T.png) ![x|100](<T (1).png>) [**x** \`y\`](T.md) [![p](p.png)](T.md) [x](T\\(1\\).md) [[T]](T.md) [x](é%C3%A9.md)
`

async function indexed(files: Readonly<Record<string, string>>): Promise<{ vault: MemoryVault; index: Index }> {
  const vault = new MemoryVault(files)
  const index = await Index.open(':memory:')
  await sync(vault, index)
  return { vault, index }
}

function core({ form, range, targetRange, target, fragment, text, keys }: LinkCore | Link): LinkCore {
  return { form, range, targetRange, target, fragment, text, keys }
}

/** What is known of a note's links is what parsing it finds. */
async function expectSame(files: Readonly<Record<string, string>>): Promise<number> {
  const { vault, index } = await indexed(files)
  let count = 0
  for (const [path, text] of Object.entries(files)) {
    if (!isNotePath(path) || text.includes(']:')) continue
    const source = (await vault.read(path as NotePath)) as Source
    const links = parseNote(source.path, text).links.filter(({ keys }) => keys.length > 0)
    for (const key of new Set(links.flatMap(({ keys }) => keys.map((each) => each.key)))) {
      const holder = linkingIn(index.db, [key]).find((each) => each.path === path)
      const parsed = links.filter(({ keys }) => keys.some((each) => each.key === key)).map(core)
      const known = holder?.linksIn(source)
      expect(known?.map(core).sort(byPlace)).toEqual(parsed.sort(byPlace))
      count += parsed.length
    }
  }
  index.close()
  return count
}

function byPlace(a: LinkCore, b: LinkCore): number {
  return a.range.from - b.range.from || a.targetRange.from - b.targetRange.from
}

/** A random vault of notes. */
const anyVault = fc
  .uniqueArray(
    step.filter((each) => each.kind === 'write'),
    { minLength: 2, maxLength: 8, selector: ({ path }) => path.normalize('NFC').toLowerCase() },
  )
  .map((writes) => Object.fromEntries(writes.map(({ path, text }) => [path.normalize('NFC'), text])))

describe('links known of the index are those that parsing finds', () => {
  test('in every form', async () => {
    expect(await expectSame({ 'a.md': FORMS, 'd/T.md': '' })).toBeGreaterThan(45)
    expect(await expectSame({ 'a.md': `\ufeff${FORMS.replaceAll('\n', '\r\n')}` })).toBeGreaterThan(45)
  })

  test('in any vault', async () => {
    await fc.assert(
      fc.asyncProperty(anyVault, async (files) => void (await expectSame(files))),
      { numRuns: RUNS },
    )
  })

  test('a text that changed since must be parsed', async () => {
    const { vault, index } = await indexed({ 'a.md': '[[T]]' })
    vault.writeOutside('a.md', 'x [[T]]')
    const [holder] = linkingIn(index.db, ['t'])
    expect(holder?.linksIn((await vault.read('a.md' as NotePath)) as Source)).toBeUndefined()
    index.close()
  })
})

test('a rename planned with the index is the rename planned by parsing everything', async () => {
  await fc.assert(
    fc.asyncProperty(anyVault, fc.nat(), fc.constantFrom('New', 'Acme', 'Fees x'), async (files, pick, title) => {
      const notes = Object.keys(files).filter(isNotePath)
      const path = notes[pick % Math.max(1, notes.length)]
      fc.pre(path !== undefined && !notes.includes(`${title}.md`))
      const { vault, index } = await indexed(files)
      const source = (await vault.read(path as NotePath)) as Source
      const to = `${title}.md` as NotePath
      const fast = await planRename(worldIn(index.db, vault), source, to, title)
      const slow = await planRename(worldOf(new Map(Object.entries(files))), source, to, title)
      const texts = (plan: typeof fast) => plan.changes.map(({ path, to, after }) => ({ path, to, after }))
      expect(texts(fast)).toEqual(texts(slow))
      index.close()
    }),
    { numRuns: RUNS },
  )
})

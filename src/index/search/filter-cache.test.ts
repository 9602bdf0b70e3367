import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from '../../core/query/read.ts'
import { type Filter, isFilter } from '../../core/query/tree.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { sync } from '../sync.ts'
import { askingOf } from './asking.ts'
import { keptFilter } from './filter-cache.ts'
import { notesThrough } from './filters.ts'
import { everyNote, intersect, type Mask } from './masks.ts'

const ASKED = [
  ...[
    'tag:a',
    'kind:task',
    'status:open',
    'in:x',
    'relation:"builds on"',
    'rating:>2',
    'due:<2026-04-01',
    'created:>2026-02',
  ],
  ...[
    'has:task',
    'has:open-task',
    'has:tag',
    'has:link',
    'has:date',
    'has:due',
    'links:[[A]]',
    'is:island',
    'title:b',
    'modified:<2100',
  ],
]
const filterOf = (typed: string): Filter => {
  const { root } = readQuery(typed)
  if (root === undefined || !isFilter(root)) throw new Error(typed)
  return root
}
const FILTERS = ASKED.map(filterOf)

const PATHS = ['A.md', 'b.md', 'x/c.md', 'x/d.md', 'X/e.md']
const TEXTS = [
  '',
  'Words #a/b [[A]]',
  '---\nkind: task\nstatus: open\nrating: 3\n---\n- [ ] one 📅 2026-03-04\n',
  '---\ntags: [a]\ndate: 2026-03-01\nrating: 1\n---\nbuilds on:: [[b]]\n',
  '- [x] done 📅 2026-03-04 @b\n',
]

/** What becomes of a note; undefined when it is deleted. */
type Change = readonly [path: string, text: string | undefined]

test('filters that are kept say after any changes what filters say that are asked anew', async () => {
  const change = fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(undefined, ...TEXTS))
  const first: Change[] = [
    ['A.md', TEXTS[1]],
    ['x/c.md', TEXTS[2]],
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
      const vault = new MemoryVault({})
      const index = await Index.open(':memory:')
      for (const changes of [[], first, ...rounds]) {
        for (const [path, text] of changes)
          if (text === undefined) vault.removeOutside(path)
          else vault.writeOutside(path, text)
        await sync(vault, index)
        const asking = askingOf(index.db, '2026-03-29', 1e9)
        const there = (mask: Mask): number[] => {
          const own = mask.slice()
          intersect(own, everyNote(asking.text))
          return [...own]
        }
        for (const [at, filter] of FILTERS.entries())
          expect(there(keptFilter(asking, filter)), ASKED[at]).toEqual(there(notesThrough(asking, filter)))
      }
      index.close()
    }),
    { numRuns: 60 },
  )
})

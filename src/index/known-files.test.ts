import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NotePath } from '../core/note.ts'
import { Database } from './database.ts'
import { KnownInOrder } from './known-files.ts'
import { createSchema } from './schema.ts'
import { putFile } from './store.ts'

/** Code units and bytes put some of these in different orders. */
const char = fc.constantFrom('a', 'b', 'é', '\u3042', '\ue000', '\uffee', '\u{1f600}', '\u{10ffff}', '/')
const paths = fc.uniqueArray(
  fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join('')),
  { maxLength: 12 },
)

test('whoever asks for paths in their order is told what the index has of them, and which nobody asked for', () => {
  fc.assert(
    fc.property(paths, paths, fc.nat({ max: 4 }), (had, asked, pieces) => {
      const db = new Database(':memory:')
      createSchema(db)
      for (const path of had) put(db, path as NotePath)
      const known = new KnownInOrder(db)
      for (const [at, path] of asked.toSorted().entries()) {
        expect(known.of(path as NotePath)?.revision).toBe(had.includes(path) ? `of ${path}` : undefined)
        if (at % (pieces + 1) === 0) known.forgetAsked()
      }
      const left = had.filter((path) => !asked.includes(path))
      expect([...known.unasked().keys()].sort()).toEqual(left.sort())
      known.close()
      db.close()
    }),
    { numRuns: 100 },
  )
})

function put(db: Database, path: NotePath): void {
  const lists = { names: [], links: [], tags: [], headings: [], blocks: [], problems: [], properties: [], tasks: [] }
  const rows = { path, title: path, kind: null, date: null, at: null, status: null, open: 0, done: 0, ...lists }
  const stat = { path, revision: `of ${path}` as never, stamp: 's', modified: 1, bytes: 1 }
  putFile(db, { stat, said: { rows, doc: null, words: null } })
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from './bytes.ts'
import { FLAGS } from './fields.ts'
import { readPostings, type Stored, unite } from './postings.ts'
import { writePart } from './run.ts'

/** Most words stand once in a text, which is kept in another way. */
function timesOf(doc: number): number {
  return doc % 3 === 0 ? doc + 1 : 1
}

function partOf(docs: readonly number[]): Uint8Array {
  const writer = new ByteWriter()
  const notes = docs.flatMap((doc) => [doc, timesOf(doc) << FLAGS])
  if (docs.length > 0) writePart(writer, notes, notes.length, 0)
  return writer.written().slice()
}

const parts = fc
  .uniqueArray(fc.nat({ max: 200 }))
  .chain((docs) =>
    fc
      .array(fc.nat({ max: 4 }), { minLength: docs.length, maxLength: docs.length })
      .map((which) => [0, 1, 2, 3, 4].map((part) => docs.filter((_, at) => which[at] === part).sort((a, b) => a - b))),
  )

test('notes come in the order of their numbers, whatever the order of the parts, without those that are gone', () => {
  fc.assert(
    fc.property(parts, fc.nat({ max: 200 }), (parts, gone) => {
      const lengths = new Uint32Array(256).fill(1)
      lengths[gone] = 0
      const stored = parts.map((docs): Stored => ({ postings: partOf(docs), positions: new Uint8Array() }))
      const { docs, weights } = readPostings(stored, lengths)
      const expected = parts
        .flat()
        .filter((doc) => doc !== gone)
        .sort((a, b) => a - b)
      expect([...docs]).toEqual(expected)
      expect([...weights]).toEqual(expected.map((doc) => timesOf(doc) << FLAGS))
    }),
  )
})

test('of several terms each note is told once, with the times of all and the places of any', () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), fc.nat({ max: 200 }), (terms, gone) => {
      const lengths = new Uint32Array(256).fill(1)
      lengths[gone] = 0
      const stored = terms.map((parts) =>
        parts.map((docs): Stored => ({ postings: partOf(docs), positions: new Uint8Array() })),
      )
      const times = new Map<number, number>()
      for (const doc of terms.flat(2)) if (doc !== gone) times.set(doc, (times.get(doc) ?? 0) + timesOf(doc))
      const { docs, weights } = unite(stored, lengths)
      expect([...docs]).toEqual([...times.keys()].sort((a, b) => a - b))
      expect([...weights].map((weight) => weight >>> FLAGS)).toEqual([...docs].map((doc) => times.get(doc)))
    }),
  )
})

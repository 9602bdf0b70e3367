import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NotePath } from '../core/note.ts'
import { HeldNames } from './held-names.ts'
import { Fit, fitOf, foldForMatching, matcher, piecesIn } from './matching.ts'
import type { NamedNote } from './names.ts'

const word = fc.constantFrom('market', 'Mark', 'day', 'q3', 'Émile', '市場', 'a', 'arket')
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const path = fc.constantFrom('1', '2', '3', '4', '5', '6') as fc.Arbitrary<NotePath>
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ types: fc.constantFrom('m', 'a', 'r', ' ', 'd', 'q', '3', '市') }) },
  { weight: 1, arbitrary: fc.record({ begins: fc.constantFrom('', 'mar', 'q3 m', 'e') }) },
  { weight: 2, arbitrary: fc.record({ path, names: fc.array(name, { maxLength: 3 }) }) },
)

test('whatever is typed and written meanwhile, the same notes as when all names are looked through', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (steps, limit) => {
      const notes = new Map<NotePath, NamedNote>()
      const held = new HeldNames(new Map())
      let typed = ''
      for (const step of steps) {
        if ('types' in step) typed += step.types
        else if ('begins' in step) typed = step.begins
        else {
          const names = [...new Set(step.names)].map(foldForMatching)
          const note = { path: step.path, title: '', kind: null, modified: 0, names }
          if (names.length === 0) notes.delete(step.path)
          else notes.set(step.path, note)
          held.put(step.path, names.length === 0 ? undefined : note)
        }
        const query = matcher(typed)
        if (query.query === '') continue
        const all = [...notes.values()].flatMap((note) => bestOf(note, typed) ?? [])
        const { total, found } = held.matching(query, limit)
        expect(total).toBe(all.length)
        expect(found.length).toBeGreaterThanOrEqual(Math.min(limit, total))
        const worst = Math.max(...found.map(({ fit }) => fit))
        expect(said(found)).toEqual(said(all.filter(({ fit }) => fit <= worst)))
        expect(said(held.loose(query.query))).toEqual(said(looseIn(notes.values(), query.query)))
      }
    }),
    { numRuns: 300 },
  )
})

test('however often notes are written, as many names are held as there are', () => {
  const held = new HeldNames(new Map())
  for (let nth = 0; nth < 20_000; nth++)
    held.put(pathOf(nth % 1000), noteOf(pathOf(nth % 1000), [`note ${nth}`, 'note']))
  expect(held.places).toBe(2000)
  for (let nth = 0; nth < 20_000; nth++) {
    const names = ['note', 'same', `note ${nth}`].slice(0, 1 + (nth % 3))
    held.put(pathOf(nth % 1000), nth % 7 === 0 ? undefined : noteOf(pathOf(nth % 1000), names))
    expect(held.places).toBeLessThan(3500)
  }
})

test('a note that is gone is let go, and what it was before', async () => {
  setFlagsFromString('--expose-gc')
  const collect: (options: object) => void = runInNewContext('gc')
  const held = new HeldNames(new Map())
  const put = (names: readonly string[]): WeakRef<NamedNote> => {
    const note = noteOf(pathOf(1), names)
    held.put(pathOf(1), note)
    return new WeakRef(note)
  }
  const old = [put(['as it was']), put(['as it became']), put(['with', 'names']), put(['in the end'])]
  held.put(pathOf(1), undefined)
  // What a WeakRef gave out, or was made of, is held until the end of the turn.
  await setImmediate()
  collect({ type: 'major', execution: 'sync' })
  expect(old.map((note) => note.deref())).toEqual([undefined, undefined, undefined, undefined])
})

function pathOf(nth: number): NotePath {
  return `${nth}.md` as NotePath
}

function noteOf(path: NotePath, names: readonly string[]): NamedNote {
  return { path, title: '', kind: null, modified: 0, names: names.map(foldForMatching) }
}

function bestOf(note: NamedNote, typed: string) {
  const fits = note.names.map((name) => ({ note, name, fit: fitOf(matcher(typed), name) }))
  const best = fits.reduce((best, each) => (each.fit < best.fit ? each : best))
  return best.fit === Fit.none ? undefined : best
}

function looseIn(notes: Iterable<NamedNote>, query: string) {
  const words = query.split(' ').filter(Boolean)
  return [...notes].flatMap((note) =>
    note.names.flatMap((name) => {
      const pieces = words.map((word) => piecesIn(name.folded, word))
      return pieces.includes(undefined)
        ? []
        : [{ note, name, pieces: (pieces as number[]).reduce((sum, each) => sum + each, 0) }]
    }),
  )
}

function said(found: Iterable<object>): string[] {
  return [...found].map((each) => JSON.stringify(each)).sort()
}

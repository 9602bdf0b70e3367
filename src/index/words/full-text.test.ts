import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { NotePath } from '../../core/note.ts'
import { notePath } from '../../core/path.ts'
import { readQuery } from '../../core/query/read.ts'
import { wordsIn } from '../../core/words.ts'
import { Database } from '../database.ts'
import { createSchema } from '../schema.ts'
import { searchNotes } from '../search.ts'
import { putFile, removeFile } from '../store.ts'
import { FullText } from './full-text.ts'
import { notesWith } from './match.ts'
import { RunBuilder } from './run.ts'
import { putRun, reserveDocs, settleRuns } from './store.ts'
import { tidy } from './tidy.ts'

const NO_FIELDS = { names: [], headings: [], filed: [], anchors: [] }

/** An index of words alone. */
class Words {
  readonly db = new Database(':memory:')

  constructor() {
    createSchema(this.db)
  }

  put(texts: Readonly<Record<string, string>>): void {
    const paths = Object.keys(texts)
    const first = reserveDocs(this.db, paths.length)
    const words = new RunBuilder()
    for (const [at, path] of paths.entries())
      words.add({ ...NO_FIELDS, doc: first + at, title: path, text: texts[path] as string, start: 0 })
    const run = words.finish()
    this.db.write(() => {
      for (const [at, path] of paths.entries()) {
        const stat = { path: path as NotePath, revision: '', stamp: '', modified: 0, bytes: 0 }
        const rows = {
          path: path as NotePath,
          title: path,
          kind: null,
          date: null,
          at: null,
          status: null,
          open: 0,
          done: 0,
        }
        const none = {
          names: [],
          links: [],
          tags: [],
          headings: [],
          blocks: [],
          problems: [],
          properties: [],
          tasks: [],
        }
        putFile(this.db, {
          stat: stat as never,
          said: { rows: { ...rows, ...none }, doc: first + at, words: run.lengths[at] as number },
        })
      }
      putRun(this.db, run)
    })
  }

  remove(path: string): void {
    this.db.write(() => removeFile(this.db, notePath(path)))
  }

  found(query: string): unknown {
    return searchNotes(this.db, readQuery(query), 100, '2026-05-01')
  }

  /** Where a phrase stands, by path. */
  with(said: string): string[] {
    const { docs } = notesWith(FullText.of(this.db), said, false)
    return [...docs]
      .map((doc) => this.db.first<[string]>('SELECT path FROM file WHERE doc = ?', doc)?.[0] as string)
      .sort()
  }
}

const QUERIES = [
  'alpha',
  'beta',
  'alp',
  'gamma alpha',
  '"alpha beta"',
  '"beta gamma"',
  'beta -alpha',
  '市場',
  '場',
  'delta',
]
const word = fc.constantFrom('alpha', 'alphas', 'beta', 'gamma', 'delta,', '市場調査', '\n\n')
const body = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const path = fc.constantFrom('one.md', 'two.md', 'alpha.md', 'beta gamma.md', '市場.md')
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('put' as const), texts: fc.dictionary(path, body, { minKeys: 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), path }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('tidy' as const), untidy: fc.boolean() }) },
)

test('whatever was there before, in runs, segments or cleared away: the same as made anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const words = new Words()
      const now = new Map<string, string>()
      for (const step of steps) {
        if (step.does === 'put') {
          words.put(step.texts)
          for (const [path, text] of Object.entries(step.texts)) now.set(path, text)
        } else if (step.does === 'remove') {
          words.remove(step.path)
          now.delete(step.path)
        } else if (step.does === 'settle') settleRuns(words.db, 1)
        else tidy(words.db, step.untidy ? 0.01 : 1000, 1)
        // Asked in between, so that what is held in memory has to follow.
        words.found('alpha')
      }
      const fresh = new Words()
      if (now.size > 0) fresh.put(Object.fromEntries(now))
      for (const query of QUERIES) expect(words.found(query)).toEqual(fresh.found(query))
      for (const said of [
        'alpha',
        'alpha beta',
        'gamma-delta',
        '場調',
        '調査',
        'alpha alpha',
        'beta gamma alpha',
        '市場調査',
      ])
        expect(words.with(said)).toEqual(byHand(now, said))
    }),
    { numRuns: 300 },
  )
})

function byHand(texts: ReadonlyMap<string, string>, said: string): string[] {
  const wanted = wordsIn(said).filter(({ to }, at, all) => all[at - 1]?.to !== to)
  const stands = (text: string): boolean => {
    const words = wordsIn(text)
    return words.some((_, at) =>
      wanted.every(
        ({ term, position }, i) =>
          words[at + i]?.term === term &&
          (words[at + i]?.position as number) - (words[at]?.position as number) ===
            position - (wanted[0]?.position as number),
      ),
    )
  }
  return [...texts]
    .filter(([path, text]) => stands(path) || stands(text))
    .map(([path]) => path)
    .sort()
}

test('a term that gathers thousands of notes keeps all of them, and a rare one its places', () => {
  const words = new Words()
  for (let batch = 0; batch < 5; batch++) {
    const texts = Array.from({ length: 500 }, (_, i) => [
      `${batch}-${i}.md`,
      `common ${i === 7 ? 'rare find' : ''} ${'x '.repeat(i)}`,
    ])
    words.put(Object.fromEntries(texts))
    settleRuns(words.db, 1)
  }
  const text = FullText.of(words.db)
  expect(text.postings('common').docs).toHaveLength(2500)
  expect(words.with('rare find')).toEqual(['0-7.md', '1-7.md', '2-7.md', '3-7.md', '4-7.md'])
})

test('runs that another process has just put together are not put together again', () => {
  const words = new Words()
  words.put({ 'a.md': 'alpha', 'b.md': 'beta' })
  const write = words.db.write.bind(words.db)
  vi.spyOn(words.db, 'write').mockImplementationOnce((work) => {
    settleRuns(words.db, 2)
    return write(work)
  })
  settleRuns(words.db, 2)
  expect(words.db.all('SELECT docs FROM segment')).toEqual([[2]])
  expect(words.with('beta')).toEqual(['b.md'])
})

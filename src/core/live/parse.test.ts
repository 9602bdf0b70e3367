import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printQuery } from '../query/print.ts'
import { parseLive } from './parse.ts'
import { type LiveQuery, LONGEST_BLOCK } from './query.ts'

/** As one line: the search, then what else is not as usual. */
function picture({ search, as, columns, sort, groupBy, limit, tasks }: LiveQuery): string {
  const shown = [
    as + (tasks === 'open' ? '' : ` ${tasks}`) + columns.map(({ key }) => ` ${key}`).join(','),
    sort.map(({ field, isDown }) => field.key + (isDown ? '↓' : '↑')).join(' '),
    groupBy === undefined ? '' : `by ${groupBy.key}`,
    limit === 50 ? '' : String(limit),
  ]
  return [printQuery(search.root), ...shown].map((part) => part.trim()).join(' | ')
}

describe('a live query', () => {
  test.each([
    ['kind:decision', 'kind:decision | list |  |  | '],
    ['kind:decision\n-in:archive\r\n', 'kind:decision -in:archive | list |  |  | '],
    ['pricing\nsort due, title desc', 'pricing | list | due↑ title↓ |  | '],
    ['pricing\nsort -date, title', 'pricing | list | created↓ title↑ |  | '],
    ['pricing\nsort by: Modified down', 'pricing | list | modified↓ |  | '],
    ['x\ngroup by Project lead\nlimit 7', 'x | list |  | by project-lead | 7'],
    ['x\nas table: due, "Project lead"', 'x | table due, project-lead |  |  | '],
    ['x\nas table (due, tags)', 'x | table due, tags |  |  | '],
    ['as tasks', ' | tasks |  |  | '],
    ['due:<=today\nas all tasks', 'due:<=today | tasks all |  |  | '],
    ['in:work\nas done tasks\nsort done desc', 'in:work | tasks done | completed↓ |  | '],
    ['ask\nassorted limits', 'ask assorted limits | list |  |  | '],
    ['"as we said"', '"as we said" | list |  |  | '],
  ])('%j', (source, wanted) => {
    const parsed = parseLive(source)
    expect('live' in parsed ? picture(parsed.live) : parsed.problem.message).toBe(wanted)
  })

  test.each([
    ['', 'Nothing is asked yet; write a search here, such as kind:decision.', undefined],
    ['x\nas tabel', '“as” takes list, table or tasks, not “tabel” — did you mean as table?', 'x\nas table'],
    ['x\nas tabel: due', '“as” takes list, table or tasks, not “tabel” — did you mean as table?', 'x\nas table: due'],
    [
      'as we said',
      '“as” takes list, table or tasks, not “we”; put quotes around it to look for it as words.',
      undefined,
    ],
    [
      'x\nas done list',
      '“as” takes list, table or tasks, not “done list”; put quotes around it to look for it as words.',
      undefined,
    ],
    ['x\nlimit 5000', '“limit” takes a number up to 200, not “5000”.', 'x\nlimit 200'],
    ['x\nlimit few', '“limit” takes a number up to 200, not “few”.', undefined],
    ['x\nsort', '“sort” needs a field after it, such as sort due or sort modified desc.', undefined],
    ['x\nsort due\nsort title', 'This query says “sort” twice; leave one of the two out.', undefined],
    ['x\ngroup by kind, due', 'A result has one kind of group; leave all but one out.', 'x\ngroup by kind'],
    [
      'has:tasks\nlimit 3',
      'has: takes task, open-task, tag, link, date or due, not “tasks” — did you mean has:task?',
      'has:task\nlimit 3',
    ],
  ])('%j is explained', (source, message, proposal) => {
    expect(parseLive(source)).toEqual({ problem: { message, proposal } })
  })

  test('a block has a longest length', () => {
    const parsed = parseLive('x'.repeat(LONGEST_BLOCK + 1))
    expect(parsed).toMatchObject({
      problem: { message: 'A query can have 2000 characters, and this has 2001; shorten it.' },
    })
  })

  test('whatever is typed has a result or one sentence, and what is proposed has a result', () => {
    const word = fc.constantFrom(
      'as',
      'sort',
      'by',
      'group',
      'limit',
      'tasks',
      'tabel',
      'due',
      '9',
      ':',
      ',',
      '\n',
      '"',
      '(',
      'x',
      'has:tasks',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (source) => {
          const parsed = parseLive(source)
          if ('live' in parsed) return
          expect(parsed.problem.message).toMatch(/^[^\n]+[.?]$/)
          expect(parsed.problem.proposal).not.toBe(source)
        },
      ),
    )
  })
})

import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Child } from './child-process.ts'
import { type Call, readLog } from './log.ts'
import { filesOf, writeFiles } from './scenario.ts'
import { FILE_CALLS, hasStrace, logCalls } from './strace.ts'

const NOTES = 5

describe.skipIf(!hasStrace)(
  `system calls${hasStrace ? '' : ' (skipped: strace is not installed, or may not attach)'}`,
  () => {
    let root: string
    beforeEach(() => {
      root = realpathSync(mkdtempSync(join(tmpdir(), 'notly-order-')))
      writeFiles(root, filesOf('old', NOTES))
    })
    afterEach(() => {
      rmSync(root, { recursive: true })
      rmSync(`${root}.log`)
    })

    const callsOf = async (change: string) => {
      await logCalls(await Child.start(root, change, NOTES, 1), FILE_CALLS, `${root}.log`)
      const words = readLog(readFileSync(`${root}.log`, 'utf8')).flatMap(inWords)
      // Node keeps the code that it compiled elsewhere, when it ends.
      const own = words.filter((each) => each.includes(root))
      return own.map((each) =>
        each
          .replaceAll(root, '.')
          .replace(/\.notly-[0-9a-f]{16}\.tmp/g, 'TEMPORARY')
          .replace(/[0-9a-f]{16}/g, 'ID'),
      )
    }

    it('write one note: temporary, sync, a second name for the old one, exchange, sync of the folder', async () => {
      expect(await callsOf('notes/1/1.md')).toEqual([
        'create ./notes/1/TEMPORARY',
        'sync ./notes/1/TEMPORARY',
        'make ./.notly',
        'make ./.notly/replaced',
        'make ./.notly/replaced/ID',
        'create ./.notly/replaced/ID/replaced.json',
        'link ./notes/1/1.md to ./.notly/replaced/ID/0.old',
        'rename ./notes/1/TEMPORARY to ./.notly/replaced/ID/0.new',
        'exchange ./notes/1/1.md and ./.notly/replaced/ID/0.new',
        'remove ./.notly/replaced/ID/0.new',
        'sync ./notes/1',
      ])
    })

    it('make a note in new folders: temporary, sync, its name, sync of its folder and of those that hold the new ones', async () => {
      expect(await callsOf('a/b/new.md')).toEqual([
        'make ./a',
        'make ./a/b',
        'create ./a/b/TEMPORARY',
        'sync ./a/b/TEMPORARY',
        'link ./a/b/TEMPORARY to ./a/b/new.md',
        'remove ./a/b/TEMPORARY',
        'sync ./a/b',
        'sync .',
        'sync ./a',
      ])
    })

    it('delete a note: a second name for it, its end, sync of the folder before that goes too', async () => {
      expect(await callsOf('-notes/1/1.md')).toEqual([
        'make ./.notly',
        'make ./.notly/replaced',
        'make ./.notly/replaced/ID',
        'create ./.notly/replaced/ID/replaced.json',
        'link ./notes/1/1.md to ./.notly/replaced/ID/0.old',
        'rename ./notes/1/1.md to ./.notly/replaced/ID/0.new',
        'remove ./.notly/replaced/ID/0.new',
        'sync ./notes/1',
        'remove ./notes/1',
        'sync ./notes',
      ])
    })

    it('rename a note with four backlinks: texts, journal, names, folders, end of the journal, each synced before the next', async () => {
      const calls = (await callsOf('new')).filter((call) => !/lock/.test(call))
      const phases = [
        ['make ./.notly', 'sync .', 'make ./.notly/journal', 'sync ./.notly', 'make ./.notly/journal/ID'],
        [
          ...[0, 1, 2, 3, 4].flatMap((n) => [
            `create ./.notly/journal/ID/${n}.new`,
            `sync ./.notly/journal/ID/${n}.new`,
          ]),
          'link ./topics/Pricing.md to ./.notly/journal/ID/0.old',
          ...[1, 2, 3, 4].map((n) => `link ./notes/${n}/${n}.md to ./.notly/journal/ID/${n}.old`),
        ],
        ['create ./.notly/journal/ID/journal', 'sync ./.notly/journal/ID/journal', 'sync ./.notly/journal/ID'],
        ['rename ./.notly/journal/ID/journal to ./.notly/journal/ID.json', 'sync ./.notly/journal'],
        [
          'make ./decisions',
          'make ./decisions/2026',
          'link ./.notly/journal/ID/0.new to ./decisions/2026/Charge per seat.md',
          'remove ./.notly/journal/ID/0.new',
          ...[1, 2, 3, 4].flatMap((n) => [
            `exchange ./notes/${n}/${n}.md and ./.notly/journal/ID/${n}.new`,
            `remove ./.notly/journal/ID/${n}.new`,
          ]),
          'rename ./topics/Pricing.md to ./.notly/journal/ID/0.gone',
          'remove ./.notly/journal/ID/0.gone',
          'remove ./topics',
        ],
        ['.', './decisions', './decisions/2026', './notes/1', './notes/2', './notes/3', './notes/4'].map(
          (folder) => `sync ${folder}`,
        ),
        ['remove ./.notly/journal/ID.json', 'sync ./.notly/journal'],
        [
          'make ./.notly/replaced',
          'create ./.notly/journal/ID/replaced.json',
          'rename ./.notly/journal/ID to ./.notly/replaced/ID',
        ],
      ]
      let at = 0
      for (const phase of phases) {
        // Within a phase the order means nothing.
        expect(calls.slice(at, at + phase.length).sort()).toEqual([...phase].sort())
        at += phase.length
      }
      expect(calls.slice(at)).toEqual([])
    })
  },
)

/** What a call does to names or disk, as words; nothing for one that only looks. */
function inWords({ name, arguments: args }: Call): string[] {
  const paths = [...args.matchAll(/"([^"]*)"/g)].map(([, path]) => path)
  const [descriptor] = /(?<=^\d+<)[^>]*/.exec(args) ?? []
  if (/^open/.test(name)) return args.includes('O_CREAT') && args.includes('O_EXCL') ? [`create ${paths[0]}`] : []
  if (/^f(data)?sync$/.test(name)) return [`sync ${descriptor}`]
  if (args.includes('RENAME_EXCHANGE')) return [`exchange ${paths.join(' and ')}`]
  if (/^rename/.test(name)) return [`rename ${paths.join(' to ')}`]
  if (/^link/.test(name)) return [`link ${paths.join(' to ')}`]
  if (/^unlink|^rmdir/.test(name)) return [`remove ${paths[0]}`]
  return /^mkdir/.test(name) ? [`make ${paths[0]}`] : []
}

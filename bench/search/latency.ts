/**
 * `node bench/search/latency.ts FOLDER [INDEX]`: how long searches take on a vault that `bench/vault.ts` made. The index is the vault's
 * own, or the file that is given, as it is. Prints rows of a table in Markdown, median and p95: the hits alone, and as the app has them,
 * with what leads to them and their snippets.
 */
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { readQuery } from '../../src/core/query/read.ts'
import { Index } from '../../src/index/index.ts'
import { askingOf } from '../../src/index/search/asking.ts'
import { find } from '../../src/index/search.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { Searching } from '../../src/workspace/searching.ts'
import { measure, showTimes } from '../measure.ts'
import { Random } from '../random.ts'

const ASKED = 100
const SHOWN = 20
const TODAY = '2026-11-22'

const refused = new Set<string>()
const index = await Index.open(process.argv[3] ?? join(process.argv[2] ?? '', '.notly', 'index.db'))
const vault = await FolderVault.open(process.argv[2] ?? '')
const searching = new Searching(
  vault,
  () => index.db,
  () => TODAY,
)
const titles = index.db.all<[string]>('SELECT title FROM file WHERE is_note = 1 ORDER BY path').map(([title]) => title)
const random = new Random(7)
const titlesAsked = Array.from({ length: ASKED }, () => titles[Math.floor(random.next() * titles.length)] as string)
const words = titlesAsked.map((title) => title.split(' ').sort((a, b) => b.length - a.length)[0] as string)

const rows: readonly (readonly [name: string, queries: readonly string[]])[] = [
  ['a title', titlesAsked],
  ['a word of a title', words.map((word) => `${word} `)],
  ['a title while it is typed', titlesAsked.map((title) => title.slice(0, Math.ceil(title.length * 0.7)))],
  ['every beginning of a title', titlesAsked.slice(0, 12).flatMap(beginningsOf)],
  ['one letter', words.map((word) => word.slice(0, 1))],
  ['two letters', words.map((word) => word.slice(0, 2))],
  ['a word with a slip', words.map((word) => `${word.slice(0, 2)}x${word.slice(2)} `)],
  ['a title and filters', titlesAsked.map((title) => `${title} kind:task modified:>2000 -tag:draft`)],
  ['filters alone', words.map(() => 'kind:task in:projects')],
  ['a word in every note', words.map(() => 'the ')],
  ['two words in every note', words.map(() => 'the of ')],
  ['a phrase of words in every note', words.map(() => '"of the" ')],
]

for (const [name, queries] of rows) {
  const alone = await measure(queries.length, (at) => attempt(() => hitsOf(queries[at] as string)), 3)
  const whole = await measure(queries.length, (at) => attempt(() => searching.search(queries[at] as string, SHOWN)), 3)
  console.log(`| ${name} | ${showTimes(alone)} | ${showTimes(whole)} |`)
}
for (const message of refused) console.log(message)
index.close()

function hitsOf(text: string): unknown {
  return find(askingOf(index.db, TODAY), readQuery(text), SHOWN)
}

async function attempt(search: () => unknown): Promise<void> {
  try {
    await search()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    refused.add(error.message)
  }
}

function beginningsOf(title: string): string[] {
  return Array.from({ length: title.length }, (_, at) => title.slice(0, at + 1))
}

/**
 * `npm run bench:search -- FOLDER...` (or `NOTLY_VAULTS=FOLDER` with one vault in each of its folders): known-item search. Each text that
 * people wrote as a link to a note is asked for, with every link of that text to that note left out. The demo is always judged too.
 * The same notes as others would have written them, and made vaults without spaces, come after them: nobody tuned anything on those.
 * `MISSES=1` tells what was not found first. Prints a table in Markdown.
 */
import { basename } from 'node:path'
import { madeVaults } from '../suggest/made.ts'
import { edgesOf, readNotes, type Texts } from '../suggest/vault.ts'
import { foldersAsked } from '../vaults.ts'
import { HABITS } from './habits.ts'
import { judge, type LeftOut, type Score } from './judge.ts'
import { slip } from './typing.ts'

const WAYS: readonly (readonly [name: string, leftOut: LeftOut, typed?: (words: string) => string])[] = [
  ['left out with its words', 'words'],
  ['left out, its words stay', 'link'],
  ['… with a slip of one letter', 'words', slip],
]

console.log(
  '| vault | notes, links | | queries | first | among ten | bm25 alone: first | among ten | not a name: first | among ten |',
)
console.log('|---|--:|---|--:|--:|--:|--:|--:|--:|--:|')
const asked = foldersAsked().map((folder) => [basename(folder), readNotes(folder)] as const)
for (const [name, texts] of asked) await judgeVault(name, texts, WAYS)
for (const [name, texts] of asked)
  for (const [habit, write] of HABITS) await judgeVault(`${name} ${habit}`, write(texts), WAYS.slice(0, 1))
for (const [name, texts] of madeVaults()) await judgeVault(name, texts, WAYS.slice(0, 1))

async function judgeVault(vault: string, texts: Texts, ways: typeof WAYS): Promise<void> {
  for (const [name, leftOut, typed] of ways) {
    const { search, bm25, others } = await judge(texts, leftOut, typed, ({ source, target }, query, found) => {
      if (process.env.MISSES) console.log(`${source} → ${target} (${query}): ${found.slice(0, 4).join(', ')}`)
    })
    const cells = [...shares(search), ...shares(bm25), ...shares(others)]
    console.log(`| ${[vault, `${texts.size}, ${edgesOf(texts).length}`, name, search.asked, ...cells].join(' | ')} |`)
  }
}

function shares({ asked, first, ten }: Score): string[] {
  return [first, ten].map((count) => (asked === 0 ? '–' : (count / asked).toFixed(2)))
}

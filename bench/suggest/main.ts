/**
 * `npm run bench:suggest -- FOLDER...` (or `NOTLY_VAULTS=FOLDER` with one vault in each of its folders; `SEEDS=5`; `WITHOUT_TAGGER=1` leaves the kinds of English words out): how well the
 * suggestions find links that were taken out. The demo and two made vaults without spaces are always judged too. Prints a table in Markdown.
 */
import { basename } from 'node:path'
import { Random } from '../random.ts'
import { foldersAsked } from '../vaults.ts'
import { type Judgement, judgeConcepts, judgeLinks, newJudgement, type Score } from './judge.ts'
import { madeVaults } from './made.ts'
import { edgesOf, readNotes } from './vault.ts'

const SEEDS = Number(process.env.SEEDS ?? 5)
const FIRST = Number(process.env.FIRST_SEED ?? 1)

console.log(
  '| vault | notes, links | related, 10 | mentions, 10 | paragraph, 5 | concepts, 10 | named, of five | marked that were links |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
const asked = foldersAsked().map((folder) => [basename(folder), readNotes(folder)] as const)
for (const [name, texts] of [...asked, ...madeVaults()]) {
  const judgement = newJudgement()
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    judgeLinks(texts, new Random(seed), judgement)
    judgeConcepts(texts, new Random(seed), judgement)
  }
  console.log(row(name, `${texts.size}, ${edgesOf(texts).length}`, judgement))
}

function row(name: string, size: string, { related, mentions, paragraph, concepts, named, marked }: Judgement): string {
  return `| ${[name, size, ...[related, mentions, paragraph, concepts, named, marked].map(share)].join(' | ')} |`
}

function share({ asked, found }: Score): string {
  return asked === 0 ? '–' : `${(found / asked).toFixed(2)} of ${asked}`
}

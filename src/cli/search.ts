import type { SearchAnswer } from '../core/answers.ts'
import { OPERATORS } from '../core/query/operators.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { highlightAll, oneLine } from './text.ts'

const LIMIT = 20

export const search: CommandSpec = {
  name: 'search',
  takes: '<query...>',
  summary: 'notes with these words in title, text or tags, then the notes that lead to them',
  takesWhat: `words, "phrases", -not, this OR that, #tag, any property:value, and ${OPERATORS.map(({ name }) => `${name}:`).join(' ')}`,
  takesDashes: true,
  flags: [limitFlag(LIMIT)],
  examples: [
    'notly search pricing tiers',
    'notly search "#pricing"',
    "notly search kind:task 'due:<=today' -in:archive",
  ],
  run: async (context, words, { limit = LIMIT }) => {
    const query = words.join(' ')
    const workspace = await context.openWorkspace()
    const answers = await workspace.search(query, limit)
    return printList(context.out, answers, (rows) => showHits(context.out, rows), `No note has ${oneLine(query)}.`)
  },
}

const HOW = { to: 'links to', from: 'linked from', called: 'called so in' } as const

function* showHits({ colors }: Output, rows: Iterable<SearchAnswer>): Iterable<string> {
  for (const hit of rows) {
    const kind = hit.kind === null ? [] : [colors.cyan(oneLine(hit.kind))]
    const via = hit.from === null ? [] : [colors.magenta(`${HOW[hit.leads ?? 'called']} ${oneLine(hit.from)}`)]
    const without = hit.missing.length === 0 ? [] : [colors.dim(`without ${oneLine(hit.missing.join(', '))}`)]
    yield [colors.bold(oneLine(hit.title)), ...kind, colors.dim(oneLine(hit.path)), ...via, ...without].join('  ')
    const snippet = highlightAll(hit.snippet, hit.marks, (text) => colors.yellow(text)).trim()
    if (snippet !== '') yield `    ${snippet}`
  }
}

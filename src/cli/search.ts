import type { SearchAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { highlightAll, oneLine } from './text.ts'

const LIMIT = 20

export const search: CommandSpec = {
  name: 'search',
  takes: '<query...>',
  summary: 'notes with these words in title, text or tags, then the notes that lead to them',
  flags: [limitFlag(LIMIT)],
  examples: ['notly search pricing tiers', 'notly search "#pricing"'],
  run: async (context, words, { limit = LIMIT }) => {
    const query = words.join(' ')
    const workspace = await context.openWorkspace()
    const answers = await workspace.search(query, limit)
    return printList(context.out, answers, (rows) => showHits(context.out, rows), `No note has ${oneLine(query)}.`)
  },
}

function* showHits({ colors }: Output, rows: Iterable<SearchAnswer>): Iterable<string> {
  for (const hit of rows) {
    const kind = hit.kind === null ? [] : [colors.cyan(oneLine(hit.kind))]
    const via = hit.via === 'link' && hit.from !== null ? [colors.magenta(`leads to ${oneLine(hit.from)}`)] : []
    yield [colors.bold(oneLine(hit.title)), ...kind, colors.dim(oneLine(hit.path)), ...via].join('  ')
    const snippet = highlightAll(hit.snippet, hit.marks, (text) => colors.yellow(text)).trim()
    if (snippet !== '') yield `    ${snippet}`
  }
}

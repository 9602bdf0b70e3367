import { parseQuery } from '../query/parse.ts'
import { type Fault, readOption } from './options.ts'
import { type LiveProblem, type LiveQuery, LONGEST_BLOCK, ROWS } from './query.ts'

/** @param source what stands between the fences. Never throws. */
export function parseLive(source: string): { readonly live: LiveQuery } | { readonly problem: LiveProblem } {
  if (source.length > LONGEST_BLOCK)
    return refused(`A query can have ${LONGEST_BLOCK} characters, and this has ${source.length}; shorten it.`)
  let live: Omit<LiveQuery, 'search'> = USUAL
  const said = new Set<string>()
  const words: string[] = []
  for (const line of source.split(/\r\n|\r|\n/)) {
    const option = readOption(line)
    if (option === undefined) {
      words.push(line.trim())
      continue
    }
    const fault: Fault | undefined = said.has(option.name) ? twice(option.name) : option.fault
    if (fault !== undefined) return refused(fault.why, fault.instead && replaceLine(source, line, fault.instead))
    said.add(option.name)
    live = { ...live, ...option.says }
  }
  const text = words.filter(Boolean).join(' ')
  if (text === '' && said.size === 0)
    return refused('Nothing is asked yet; write a search here, such as kind:decision.')
  return searching(source, text, live)
}

const USUAL: Omit<LiveQuery, 'search'> = {
  as: 'list',
  columns: [],
  sort: [],
  groupBy: undefined,
  limit: ROWS.usual,
  tasks: 'open',
}

/** The last word is whole: nobody is typing it any more. */
function searching(source: string, text: string, live: Omit<LiveQuery, 'search'>): ReturnType<typeof parseLive> {
  const parsed = parseQuery(text === '' ? '' : `${text} `)
  if ('query' in parsed) return { live: { ...live, search: parsed.query } }
  const { message, proposal } = parsed.problem
  return refused(message, proposal && withSearch(source, proposal))
}

/** The block with another search in the place of its own. */
export function withSearch(source: string, search: string): string {
  const options = source.split(/\r\n|\r|\n/).filter((line) => readOption(line) !== undefined)
  return [search.trim(), ...options].join('\n')
}

/** The block with another field in the place of one that it sorts by, groups by or shows. */
export function withField(source: string, name: string, instead: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .map((line) => (readOption(line) === undefined ? line : line.replace(name, () => instead)))
    .join('\n')
}

function replaceLine(source: string, line: string, instead: string): string {
  return source
    .split('\n')
    .map((each) => (each.replace(/\r$/, '') === line ? instead : each))
    .join('\n')
}

function twice(name: string): Fault {
  return { why: `This query says “${name}” twice; leave one of the two out.`, instead: undefined }
}

function refused(message: string, proposal?: string): { readonly problem: LiveProblem } {
  return { problem: { message, proposal } }
}

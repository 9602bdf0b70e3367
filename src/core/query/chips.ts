import type { Range } from '../note.ts'
import { parseQuery } from './parse.ts'
import { printFilter } from './print.ts'
import { type Filter, isFilter, type QueryNode } from './tree.ts'

/** A filter that holds for a whole search, as it stands in it. */
export interface Chip extends Range {
  readonly text: string
  readonly filter: Filter
  readonly isNot: boolean
}

/** The filters of a search, in their order; none of one that cannot be read. */
export function chipsIn(text: string): Chip[] {
  const parsed = parseQuery(text)
  const root = 'query' in parsed ? parsed.query.root : undefined
  const parts = root?.kind === 'all' ? root.parts : root === undefined ? [] : [root]
  return parts.flatMap((part) => {
    const filter = filterOf(part)
    if (filter === undefined) return []
    return [{ text: text.slice(part.from, part.to), filter, isNot: part.kind === 'not', from: part.from, to: part.to }]
  })
}

function filterOf(node: QueryNode): Filter | undefined {
  if (isFilter(node)) return node
  return node.kind === 'not' && isFilter(node.part) ? node.part : undefined
}

export function withoutChip(text: string, { from, to }: Range): string {
  return `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trimStart()
}

/** A filter takes the place of the one that says the same of a note, such as its kind; otherwise it comes last. */
export function withFilter(text: string, filter: Filter): string {
  const written = printFilter(filter)
  const before = chipsIn(text).find((chip) => !chip.isNot && takesPlaceOf(filter, chip.filter))
  if (before !== undefined) return text.slice(0, before.from) + written + text.slice(before.to)
  return `${text.trimEnd()} ${written}`.trimStart()
}

/** A note has one kind, folder, status and date, but many tags and properties. */
function takesPlaceOf(a: Filter, b: Filter): boolean {
  if (a.kind === 'date') return b.kind === 'date' && a.field === b.field
  return a.kind === b.kind && /^(?:kind|folder|status)$/.test(a.kind)
}

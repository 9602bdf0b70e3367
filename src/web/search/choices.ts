import { useQuery } from '@tanstack/react-query'
import { folderOf } from '../../core/path.ts'
import type { DateField, Filter } from '../../core/query/tree.ts'
import type { SearchAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'

/** A filter with the words that a menu has for it. */
export interface Choice {
  readonly label: string
  readonly filter: Filter
}

/** Filters that are made and not read stand nowhere. */
const NOWHERE = { from: 0, to: 0 }
const MOST = 12
/** Kinds that are always worth offering. */
const KINDS = ['task', 'idea', 'knowledge', 'decision', 'project']

function date(label: string, field: DateField, value: string, compare: '=' | '<' = '='): Choice {
  return { label, filter: { kind: 'date', field, compare, value, ...NOWHERE } }
}

export const DATES: readonly Choice[] = [
  date('Changed today', 'modified', 'today'),
  date('Changed in the last 7 days', 'modified', '7d'),
  date('Changed in the last 30 days', 'modified', '30d'),
  date('Changed this year', 'modified', 'this-year'),
  date('Written this month', 'created', 'this-month'),
  date('Overdue', 'due', 'today', '<'),
  date('Due in the next 7 days', 'due', '7d'),
]

/** Kinds of what was found come first. */
export function kindsOf(hits: readonly SearchAnswer[]): Choice[] {
  const found = hits.flatMap(({ kind, via }) => (kind === null || via === 'link' ? [] : [kind]))
  return [...new Set([...byUse(found), ...KINDS])]
    .slice(0, MOST)
    .map((kind) => ({ label: kind, filter: { kind: 'kind', value: kind, ...NOWHERE } }))
}

/** Folders of what was found. */
export function foldersOf(hits: readonly SearchAnswer[]): Choice[] {
  const found = hits.flatMap(({ path, via }) => (via === 'link' || folderOf(path) === '' ? [] : [folderOf(path)]))
  return byUse(found)
    .slice(0, MOST)
    .map((folder) => ({ label: folder, filter: { kind: 'folder', value: folder, ...NOWHERE } }))
}

/** The most used tags. */
export function useTags(): Choice[] {
  const { data = [] } = useQuery(queries.tags())
  return data.slice(0, MOST).map(({ tag }) => ({ label: `#${tag}`, filter: { kind: 'tag', value: tag, ...NOWHERE } }))
}

function byUse(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

import { stem } from './stem.ts'

/**
 * What an English word may be a form of: `outlining` of `outline`, `tagged` of `tag`, `queried` of `query`. Words that do not exist cost a
 * look and find nothing, so no list of words is needed.
 * @param term folded, as full text keeps it
 */
export function baseForms(term: string): string[] {
  const [, root = '', ending = ''] = /^([a-z]{3,}?)(ing|ings|ied|ed|er|ers|ly|ment|able|ation)$/.exec(term) ?? []
  if (root === '') return []
  if (ending === 'ied') return [`${root}y`]
  const single = /([b-df-hj-np-tv-z])\1$/.test(root) ? [root.slice(0, -1)] : []
  return [...new Set([root, `${root}e`, ...single].map(stem))].filter((base) => base.length > 2 && base !== term)
}

import { foldName } from '../fold.ts'

/** Words of a template's name that say that it is one. */
const SAYING = new Set(['template', 'templates', 'for', 'a', 'an', 'new', 'note', 'notes'])

/** The kind that a template is for, by its name: `Decision template`, `Template for a meeting`; undefined for one that no note is of. */
export function kindByName(title: string, kinds: ReadonlySet<string>): string | undefined {
  const words = foldName(title.replace(/[^\p{L}\p{N}]+/gu, ' '))
    .split(' ')
    .filter((word) => !SAYING.has(word))
  const said = words.join(' ')
  return kinds.has(said) ? said : kinds.has(said.replaceAll(' ', '-')) ? said.replaceAll(' ', '-') : undefined
}

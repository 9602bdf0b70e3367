/** How each known relation reads from the other end; a symmetric or unknown one reads the same at both. */
const INVERSES: ReadonlyMap<string, string> = new Map([
  ['depends on', 'needed by'],
  ['builds on', 'built on by'],
  ['contradicts', 'contradicted by'],
  ['resolves', 'resolved by'],
  ['supersedes', 'superseded by'],
  ['gathers', 'part of'],
  ['decides', 'decided by'],
])

export const KNOWN_RELATIONS: readonly string[] = [...INVERSES.keys()]

const BOTH_ENDS: ReadonlyMap<string, string> = new Map([
  ...INVERSES,
  ...[...INVERSES].map(([relation, inverse]) => [inverse, relation] as const),
])

/**
 * The one spelling of a relation: lower case, single spaces; a known one may be written with `-`, `_` or in camel case
 * (`dependsOn`), any other keeps its marks.
 */
export function canonicalRelation(key: string): string {
  const plain = key.replace(/\s+/g, ' ').trim()
  const spaced = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase()
  return BOTH_ENDS.has(spaced) ? spaced : plain.toLowerCase()
}

/** How a relation reads from the note that is linked to. */
export function inverseRelation(relation: string): string {
  return BOTH_ENDS.get(relation) ?? relation
}

import { inverseRelation, KNOWN_RELATIONS } from '../../core/relations.ts'
import type { BacklinkAnswer } from '../../http/types.ts'

export type Order = 'newest' | 'oldest' | 'title'

/** Backlinks that say the same thing about the note, by the kind of note that says it. */
export interface RelationGroup {
  /** How the relation reads from here: `built on by`; null for links without one. */
  readonly relation: string | null
  readonly links: number
  readonly kinds: readonly KindGroup[]
}

export interface KindGroup {
  readonly kind: string | null
  readonly sources: readonly SourceGroup[]
}

/** All links of one note, in the order of its text. */
export interface SourceGroup {
  readonly source: string
  readonly title: string
  readonly kind: string | null
  readonly date: string
  readonly links: readonly BacklinkAnswer[]
}

const RELATIONS = KNOWN_RELATIONS.map(inverseRelation)
const KINDS = ['decision', 'project', 'task', 'idea', 'knowledge']

/** Grouped by relation (known ones first, links without one last), then by kind, then by note. */
export function groupBacklinks(backlinks: readonly BacklinkAnswer[], order: Order): RelationGroup[] {
  const groups = [...Map.groupBy(backlinks, ({ inverse }) => inverse)].map(([relation, links]) => ({
    relation,
    links: links.length,
    kinds: groupKinds(links, order),
  }))
  return groups.sort((a, b) => compareKnown(RELATIONS, a.relation, b.relation))
}

/** Those whose title, sentence or relation has every word that is looked for. */
export function filterBacklinks(backlinks: readonly BacklinkAnswer[], words: string): readonly BacklinkAnswer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return backlinks
  return backlinks.filter(({ title, context, inverse }) => {
    const text = `${title}\n${context}\n${inverse ?? ''}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

function groupKinds(links: readonly BacklinkAnswer[], order: Order): KindGroup[] {
  return [...Map.groupBy(links, ({ kind }) => kind)]
    .map(([kind, ofKind]) => ({ kind, sources: groupSources(ofKind, order) }))
    .sort((a, b) => compareKnown(KINDS, a.kind, b.kind))
}

function groupSources(links: readonly BacklinkAnswer[], order: Order): SourceGroup[] {
  return [...Map.groupBy(links, ({ source }) => source)]
    .flatMap(([source, ofSource]) => {
      const [first] = ofSource
      return first ? [{ source, title: first.title, kind: first.kind, date: first.date, links: inText(ofSource) }] : []
    })
    .sort(COMPARE[order])
}

function inText(links: readonly BacklinkAnswer[]): BacklinkAnswer[] {
  return links.toSorted((a, b) => a.position.offset - b.position.offset)
}

const byTitle = (a: SourceGroup, b: SourceGroup) => a.title.localeCompare(b.title) || (a.source < b.source ? -1 : 1)
const byDate = (a: SourceGroup, b: SourceGroup) => Date.parse(a.date) - Date.parse(b.date) || 0

const COMPARE: Record<Order, (a: SourceGroup, b: SourceGroup) => number> = {
  title: byTitle,
  newest: (a, b) => byDate(b, a) || byTitle(a, b),
  oldest: (a, b) => byDate(a, b) || byTitle(a, b),
}

/** Known words in their own order, then others by the alphabet, none last. */
function compareKnown(known: readonly string[], a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  const rank = (word: string) => (known.includes(word) ? known.indexOf(word) : known.length)
  return rank(a) - rank(b) || a.localeCompare(b)
}

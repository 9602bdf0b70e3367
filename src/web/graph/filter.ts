import { folderOf } from '../../core/path.ts'
import type { GraphAnswer } from '../../http/types.ts'
import type { GraphChoices } from '../route-queries.ts'

/** What of a graph is to be seen. */
export interface GraphFilter {
  /** Kinds that are left out; the empty string is a note without one. */
  readonly withoutKinds: readonly string[]
  /** Only notes with the tag, or one below it; the empty string for all. */
  readonly tag: string
  /** Only notes at or below the folder; the empty string for all. */
  readonly folder: string
  /** `all`, `named` for links that say why, or one relation. */
  readonly relation: string
  /** Only notes dated until that day, `2026-03-29`; the empty string for all. */
  readonly until: string
}

export const EVERYTHING: GraphFilter = { withoutKinds: [], tag: '', folder: '', relation: 'all', until: '' }

/** As an address says it. */
export function filterOf({
  without = [],
  tag = '',
  folder = '',
  relation = 'all',
  until = '',
}: GraphChoices): GraphFilter {
  return { withoutKinds: without, tag, folder, relation, until }
}

/** A part of a graph: notes by their places in the answer's columns, and each link as from, to and relation, three numbers a link. */
export interface GraphPart {
  readonly notes: readonly number[]
  readonly links: readonly number[]
}

export function filterGraph(answer: GraphAnswer, filter: GraphFilter): GraphPart {
  const { notes, relations } = answer
  const isShown = notes.path.map((_, note) => isNoteShown(answer, note, filter))
  const isRelationShown = relations.map((relation) => isShownRelation(relation, filter.relation))
  const links: number[] = []
  eachLink(answer.links, (from, to, relation) => {
    if (isShown[from] && isShown[to] && isRelationShown[relation]) links.push(from, to, relation)
  })
  return { notes: notes.path.map((_, note) => note).filter((note) => isShown[note]), links }
}

function isNoteShown({ notes }: GraphAnswer, note: number, filter: GraphFilter): boolean {
  const { withoutKinds, tag, folder, until } = filter
  if (withoutKinds.includes(notes.kind[note] ?? '')) return false
  if (until !== '' && (notes.day[note] ?? '') > until) return false
  if (folder !== '' && !`${folderOf(notes.path[note] ?? '')}/`.startsWith(`${folder}/`)) return false
  return tag === '' || (notes.tags[note] ?? []).some((own) => isAtOrBelow(own.toLowerCase(), tag.toLowerCase()))
}

function isAtOrBelow(own: string, tag: string): boolean {
  return own === tag || own.startsWith(`${tag}/`)
}

function isShownRelation(relation: string | null, wanted: string): boolean {
  if (wanted === 'all') return true
  return wanted === 'named' ? relation !== null : relation === wanted
}

export function eachLink(links: readonly number[], visit: (from: number, to: number, relation: number) => void): void {
  for (let at = 0; at + 2 < links.length; at += 3)
    visit(links[at] as number, links[at + 1] as number, links[at + 2] as number)
}

/** What can be chosen, each once and in order. */
export function choicesOf({ notes, relations }: GraphAnswer) {
  const sorted = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => a.localeCompare(b, 'en'))
  return {
    kinds: sorted(notes.kind.map((kind) => kind ?? '')),
    tags: sorted(notes.tags.flat()),
    folders: sorted(notes.path.map(folderOf).filter((folder) => folder !== '')),
    relations: sorted(relations.flatMap((relation) => relation ?? [])),
    days: sorted(notes.day),
  }
}

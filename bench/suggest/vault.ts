import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { applyChanges, type TextChange } from '../../src/core/changes.ts'
import type { Link, NotePath } from '../../src/core/note.ts'
import { parseNote } from '../../src/core/parse.ts'
import { isNotePath, notePath, stemOf } from '../../src/core/path.ts'
import { type Candidate, namesOf, resolveKeys } from '../../src/core/resolve.ts'
import type { Random } from '../random.ts'

export type Texts = ReadonlyMap<NotePath, string>

/** A link from one note's words to another note. */
export interface Edge {
  readonly source: NotePath
  readonly target: NotePath
  readonly link: Link
  readonly to: number
  readonly shown: string
}

/** The notes of a folder. */
export function readNotes(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isNotePath(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((segment) => segment.startsWith('.')))
  return new Map(files.sort().map((path) => [notePath(path), readFileSync(join(folder, path), 'utf8')]))
}

/** Every link in running text from a note to another; those in frontmatter and pictures are no words. */
export function edgesOf(texts: Texts): Edge[] {
  const names = new Map<string, Candidate[]>()
  const notes = [...texts].map(([path, text]) => parseNote(path, text))
  for (const { path, title, aliases } of notes)
    for (const { key, group } of namesOf(path, title, aliases))
      names.set(key, [...(names.get(key) ?? []), { path, group }])
  return notes.flatMap(({ path, links }) =>
    links.flatMap((link): Edge[] => {
      const choice = resolveKeys(link.keys, path, (key) => names.get(key) ?? [])
      if (choice === undefined || choice.chosen.path === path || link.form === 'embed' || link.form === 'frontmatter')
        return []
      const to = link.form === 'bare' ? choice.by.to : link.range.to
      const shown = shownIn(texts.get(path) as string, link, to)
      return shown === '' ? [] : [{ source: path, target: choice.chosen.path, link, to, shown }]
    }),
  )
}

function shownIn(text: string, link: Link, to: number): string {
  if (link.form === 'bare') return text.slice(link.range.from + 1, to)
  return (link.text ?? stemOf(link.target)).replace(/\s+/g, ' ').trim()
}

/** The notes with some links as the plain words that they show. @param gone notes that are left out */
export function withoutLinks(
  texts: Texts,
  edges: readonly Edge[],
  gone: ReadonlySet<NotePath> = new Set(),
): Map<NotePath, string> {
  const bySource = Map.groupBy(edges, ({ source }) => source)
  const left = new Map<NotePath, string>()
  for (const [path, text] of texts) {
    if (gone.has(path)) continue
    const changes = (bySource.get(path) ?? []).map(
      ({ link, to, shown }): TextChange => ({ from: link.range.from, to, insert: shown }),
    )
    left.set(path, applyChanges(text, withoutOverlaps(changes)))
  }
  return left
}

function withoutOverlaps(changes: readonly TextChange[]): TextChange[] {
  const kept: TextChange[] = []
  for (const change of changes.toSorted((a, b) => a.from - b.from))
    if (change.from >= (kept.at(-1)?.to ?? 0)) kept.push(change)
  return kept
}

/** About a fifth of some things, each time others. */
export function aFifth<T>(items: readonly T[], random: Random): T[] {
  return items.filter(() => random.next() < 0.2)
}

/** Where an offset is in a text after some edges lost their marks. */
export function placeAfter(edge: Edge, removed: readonly Edge[]): number {
  let shift = 0
  for (const { source, link, to, shown } of removed)
    if (source === edge.source && link.range.from < edge.link.range.from) shift += shown.length - (to - link.range.from)
  return edge.link.range.from + shift
}

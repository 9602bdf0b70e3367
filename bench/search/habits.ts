import { applyChanges } from '../../src/core/changes.ts'
import { foldName } from '../../src/core/fold.ts'
import type { NotePath } from '../../src/core/note.ts'
import { parseNote } from '../../src/core/parse.ts'
import { notePath, stemOf } from '../../src/core/path.ts'
import { type Edge, edgesOf, type Texts } from '../suggest/vault.ts'

/** The notes of a vault as other people would have written them: the same words, other files and other marks of links. */
export const HABITS: readonly (readonly [name: string, write: (texts: Texts) => Texts])[] = [
  ['as a Zettelkasten', zettelkasten],
  ['with Markdown links', markdownLinks],
  ['as a journal', journal],
]

/** Files are called by the minute in which they were made, titles are headings, and links show words beside the number. */
function zettelkasten(texts: Texts): Texts {
  const ids = new Map([...texts.keys()].map((path, at) => [path, `${202_001_010_000 + at}`]))
  const idOf = (path: NotePath): string => ids.get(path) as string
  const written = rewrite(texts, ({ target, shown }) => `[[${idOf(target)}|${shown}]]`)
  return new Map([...written].map(([path, text]) => [notePath(`${idOf(path)}.md`), withHeading(path, text)]))
}

/** What the file's name said is the first heading now. */
function withHeading(path: NotePath, text: string): string {
  const { title, frontmatter } = parseNote(notePath('0.md'), text)
  if (foldName(title) === foldName(stemOf(path))) return text
  const head = frontmatter?.to ?? 0
  return `${text.slice(0, head)}\n# ${stemOf(path)}\n\n${text.slice(head)}`
}

/** `[words](<folder/Note name.md>)`, with the whole path from the root. */
function markdownLinks(texts: Texts): Texts {
  return rewrite(texts, ({ target, shown }) => `[${shown.replace(/[[\]]/g, '')}](</${target}>)`)
}

/** Half of the notes stand one below the other in notes of days, as people write who file nothing; nobody can link to those. */
function journal(texts: Texts): Texts {
  const wanted = new Set(edgesOf(texts).map(({ target }) => target))
  const days = new Map<NotePath, string[]>()
  const kept = new Map<NotePath, string>()
  let count = 0
  for (const [path, text] of texts) {
    if (wanted.has(path)) kept.set(path, text)
    else {
      const day = notePath(
        `journal/2026-${two(1 + (Math.floor(count / 3 / 28) % 12))}-${two(1 + (Math.floor(count / 3) % 28))}.md`,
      )
      const { frontmatter } = parseNote(path, text)
      days.set(day, [...(days.get(day) ?? []), `## ${stemOf(path)}\n\n${text.slice(frontmatter?.to ?? 0)}`])
      count++
    }
  }
  return new Map([...kept, ...[...days].map(([path, parts]) => [path, parts.join('\n\n')] as const)])
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function rewrite(texts: Texts, link: (edge: Edge) => string): Map<NotePath, string> {
  const bySource = Map.groupBy(edgesOf(texts), ({ source }) => source)
  return new Map(
    [...texts].map(([path, text]) => {
      const edges = (bySource.get(path) ?? []).toSorted((a, b) => a.link.range.from - b.link.range.from)
      const apart = edges.filter((edge, at) => edge.link.range.from >= (edges[at - 1]?.to ?? 0))
      const changes = apart.map((edge) => ({ from: edge.link.range.from, to: edge.to, insert: link(edge) }))
      return [path, applyChanges(text, changes)]
    }),
  )
}

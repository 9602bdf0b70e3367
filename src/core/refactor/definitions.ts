import type { SyntaxNode } from '@lezer/common'
import { applyChanges, type TextChange } from '../changes.ts'
import { notlyMarkdown } from '../grammar.ts'
import type { Note, NotePath, Range } from '../note.ts'
import { readDestination } from '../parse/destination.ts'
import { foldLabel, type LinkCore, markdownLink } from '../parse/links.ts'

/** `[label]: address`, which no link of Markdown's own uses. */
export interface Definition {
  /** The address as a link. It is none to a reader, but it has to follow like one. */
  readonly link: LinkCore
  /** The label as written, without its brackets. */
  readonly label: Range
}

/**
 * Definitions that no `[text][label]` uses. Programs write them below `[[label]]`, and people keep lists of them; each has to go
 * where it went. (Those in use are reached through the links that use them.)
 */
export function unusedDefinitions(text: string, note: Note): Definition[] {
  if (!mayDefine(text)) return []
  const used = new Set(note.links.map((link) => link.targetRange.from))
  const found: Definition[] = []
  notlyMarkdown.parse(text).iterate({
    enter({ name, node }) {
      if (name !== 'LinkReference') return true
      const definition = readDefinition(text, note.path, node)
      if (definition !== undefined && !used.has(definition.link.targetRange.from)) found.push(definition)
      return false
    },
  })
  return found
}

function readDefinition(text: string, path: NotePath, node: SyntaxNode): Definition | undefined {
  const label = node.getChild('LinkLabel')
  const url = node.getChild('URL')
  const destination = url === null ? undefined : readDestination(text, url)
  if (label === null || destination === undefined) return undefined
  const link = { ...markdownLink(text, path, node, destination), text: undefined }
  return { link, label: { from: label.from + 1, to: label.to - 1 } }
}

/** Whether a text could hold a definition at all; almost none does. */
export function mayDefine(text: string): boolean {
  return text.includes(']:')
}

/** Changes of one link. */
interface Changed {
  readonly link: LinkCore
  readonly changes: readonly TextChange[]
}

/**
 * Below `[[Note]]` the definition `[Note]: note.md` makes it a link for programs that know no double brackets. Its label follows
 * what stands between the brackets, as long as its own address was changed too and the new label is free.
 */
export function followLabels(
  text: string,
  changed: readonly Changed[],
  definitions: readonly Definition[],
): TextChange[] {
  const renamed = new Map(changed.flatMap((each) => betweenBrackets(text, each)))
  const labels = new Set(definitions.map(({ label }) => foldLabel(text.slice(label.from, label.to))))
  const moved = new Set(changed.map(({ link }) => link))
  return definitions.flatMap(({ link, label }) => {
    const insert = renamed.get(text.slice(label.from, label.to))
    return insert === undefined || !moved.has(link) || labels.has(foldLabel(insert)) ? [] : [{ ...label, insert }]
  })
}

/** `Note#Part` before and after. */
function betweenBrackets(text: string, { link, changes }: Changed): (readonly [string, string])[] {
  if (link.form !== 'wikilink' && link.form !== 'embed' && link.form !== 'mention') return []
  const from = text.indexOf('[[', link.range.from) + 2
  const to = from + (/^[^\]|\\]*/.exec(text.slice(from, link.range.to))?.[0].length ?? 0)
  const inside = changes
    .filter((change) => from <= change.from && change.to <= to)
    .map((change) => ({ ...change, from: change.from - from, to: change.to - from }))
  const before = text.slice(from, to)
  return [[before, applyChanges(before, inside)]]
}

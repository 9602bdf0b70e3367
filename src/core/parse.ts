import { notlyMarkdown } from './grammar.ts'
import type { Link, Note, NotePath, Property, Range, Tag } from './note.ts'
import { readBody } from './parse/bodies.ts'
import { type Entry, firstOf, listOf, readFrontmatter } from './parse/frontmatter.ts'
import { written } from './parse/links.ts'
import { stemOf } from './path.ts'
import { canonicalRelation } from './relations.ts'

/** Keys that say what the note is, and so are no properties of the user's own. */
const OWN_KEYS = new Set(['title', 'alias', 'aliases', 'tag', 'tags', 'kind', 'type'])
const NAME_KEYS = new Set(['title', 'alias', 'aliases'])

/** Everything that a note's text says by itself. Pure, total, and linear in the text. */
export function parseNote(path: NotePath, text: string): Note {
  const tree = notlyMarkdown.parse(text)
  const body = readBody(text, path, tree)
  const head = tree.topNode.firstChild
  const frontmatter = head?.name === 'Frontmatter' ? { from: head.from, to: head.to } : undefined
  const { entries, problems } = frontmatter
    ? readFrontmatter(text, insideFences(text, frontmatter))
    : { entries: [], problems: [] }
  const ownProperties: Property[] = entries
    .filter((entry) => entry.top && !OWN_KEYS.has(entry.key.toLowerCase()))
    .map(({ key, value }) => ({ key, value }))
  return {
    path,
    title:
      firstOf(entries, 'title') ??
      (body.headings.find(({ level, text }) => level === 1 && text !== '')?.text || stemOf(path)),
    aliases: listOf(entries, 'aliases', 'alias'),
    kind: firstOf(entries, 'kind', 'type')?.toLowerCase(),
    date: [firstOf(entries, 'date'), firstOf(entries, 'created')].find(
      (date) => date && /^\d{4}-\d{2}-\d{2}/.test(date),
    ),
    tags: [...frontmatterTags(entries), ...body.tags],
    properties: [...ownProperties, ...body.properties],
    tasks: body.tasks,
    headings: body.headings,
    blockIds: body.blockIds,
    links: [...entries.flatMap((entry) => frontmatterLinks(text, path, entry)), ...body.links],
    problems,
    frontmatter,
  }
}

function insideFences(text: string, { from, to }: Range): Range {
  return { from: text.indexOf('\n', from) + 1, to: text.lastIndexOf('\n', to - 1) + 1 }
}

function frontmatterTags(entries: readonly Entry[]): Tag[] {
  const tagged = entries.filter((entry) => entry.top && /^tags?$/i.test(entry.key))
  return tagged.flatMap(({ value, range }) =>
    value
      .split(/[,\s]+/)
      .map((name) => ({ ...range, name: name.replace(/^#+/, '').replace(/\/+$/, '') }))
      .filter(({ name }) => name !== ''),
  )
}

function frontmatterLinks(text: string, path: NotePath, entry: Entry): Link[] {
  if (NAME_KEYS.has(entry.key.toLowerCase())) return []
  const source = text.slice(entry.range.from, entry.range.to)
  if (!source.includes('[[')) return []
  const line = lineAround(text, entry.range)
  const found = [...source.matchAll(/[@!]?\[\[([^[\]\n|#]*)(#[^[\]\n|]*)?(?:\|([^[\]\n]*))?\]\]/g)]
  const reason = source
    .replace(/^(["'])([\s\S]*)\1$/, '$2')
    .replace(/[@!]?\[\[[^[\]\n]*\]\]/g, ' ')
    .replace(/^[\s—–\-,;:]+|[\s—–\-,;:]+$/g, '')
  return found.flatMap((match): Link[] => {
    const [whole, name = '', fragment, shown] = match
    if (name.trim() === '' && (fragment ?? '').length < 2) return []
    const from = entry.range.from + match.index
    const start = from + whole.indexOf('[[') + 2
    const core = written(
      path,
      'frontmatter',
      { from, to: from + whole.length },
      {
        target: { from: start, to: start + name.length },
        name: unquoted(name.trim(), source),
        fragment: fragment?.slice(1).trim(),
        text: shown?.trim(),
      },
    )
    return [
      {
        ...core,
        relation: canonicalRelation(entry.key),
        reason: reason.replace(/\s+/g, ' ') || undefined,
        sentence: valueAround(text, entry.range, core.range),
        block: line,
      },
    ]
  })
}

/** Undoes what YAML's quotes ask to be written in another way. */
function unquoted(name: string, source: string): string {
  if (source.startsWith("'")) return name.replace(/''/g, "'")
  return source.startsWith('"') ? name.replace(/\\(["\\/])/g, '$1') : name
}

/** What a reader sees of a property's value around a link: without its key and quotes, one line of several. */
function valueAround(text: string, value: Range, link: Range): Range {
  const line = lineAround(text, link)
  const from = Math.max(line.from, value.from)
  const to = Math.min(line.to, value.to)
  const quoted = /^(["'])[\s\S]*\1$/.test(text.slice(value.from, value.to))
  return { from: quoted && from === value.from ? from + 1 : from, to: quoted && to === value.to ? to - 1 : to }
}

function lineAround(text: string, { from, to }: Range): Range {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to)
  const line = text.slice(start, end < 0 ? text.length : end)
  return { from: start + (line.length - line.trimStart().length), to: start + line.trimEnd().length }
}

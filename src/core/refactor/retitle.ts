import type { TextChange } from '../changes.ts'
import { notlyMarkdown } from '../grammar.ts'
import type { Note, Range } from '../note.ts'
import { readFrontmatter } from '../parse/frontmatter.ts'

/** Where a note's text says its title. */
export function titleStands(text: string, note: Note): 'frontmatter' | 'heading' | 'nowhere' {
  if (titleEntry(text, note) !== undefined) return 'frontmatter'
  return note.headings.some(({ level, text: shown }) => level === 1 && shown !== '') ? 'heading' : 'nowhere'
}

/**
 * The change that gives a note another title where its text says the title: in the frontmatter, else in its first level-1 heading.
 * @returns nothing when the title is only the file's name
 */
export function retitled(text: string, note: Note, title: string): TextChange[] {
  const entry = titleEntry(text, note)
  if (entry !== undefined) return [{ ...entry, insert: yamlScalar(title, text.slice(entry.from, entry.to)) }]
  const heading = note.headings.find(({ level, text: shown }) => level === 1 && shown !== '')
  if (heading === undefined) return []
  return [{ ...headingContent(text, heading.from), insert: title }]
}

/** A heading's words, without its marks and the space around them. */
export function headingContent(text: string, headingFrom: number): Range {
  let block = notlyMarkdown.parse(text).resolve(headingFrom, 1)
  while (block.parent !== null && !/Heading[1-6]$/.test(block.name)) block = block.parent
  const marks = block.getChildren('HeaderMark')
  const isAtx = block.name.startsWith('ATX')
  const from = isAtx ? (marks[0]?.to ?? block.from) : block.from
  // A block id at the end names the place, whatever its words are.
  const end = block.getChild('BlockId') ?? (isAtx ? marks[1] : marks[0])
  return trimmed(text, from, end?.from ?? block.to)
}

function trimmed(text: string, from: number, to: number): Range {
  const written = text.slice(from, to)
  const lead = written.length - written.trimStart().length
  return { from: Math.min(from + lead, to), to: Math.max(from + lead, from + written.trimEnd().length) }
}

function titleEntry(text: string, note: Note): { readonly from: number; readonly to: number } | undefined {
  if (note.frontmatter === undefined) return undefined
  const { from, to } = note.frontmatter
  const yaml = { from: text.indexOf('\n', from) + 1, to: text.lastIndexOf('\n', to - 1) + 1 }
  return readFrontmatter(text, yaml).entries.find(
    ({ key, top, value }) => top && key.toLowerCase() === 'title' && value.trim() !== '',
  )?.range
}

/** A YAML scalar in the quotes that the old one had, or in the plainest way that reads back the same. */
export function yamlScalar(value: string, old = ''): string {
  if (old.startsWith("'")) return `'${value.replaceAll("'", "''")}'`
  const isPlain =
    /^[\p{L}\p{N}_(/][^:#\n]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off|~|[-+.\d][\d._eE+-]*)$/i.test(value) &&
    value.trim() === value
  return isPlain && !old.startsWith('"') ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}

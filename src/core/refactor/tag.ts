import type { TextChange } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { NotePath, Tag } from '../note.ts'
import { parseNote } from '../parse.ts'
import type { Source } from '../vault.ts'
import { type Plan, planTexts } from './plan.ts'
import { itemWithSeparator } from './tag-items.ts'

/**
 * A tag, and all below it, under another name, in texts and in properties; one that exists already takes the notes in.
 * @param holders every note that has the tag or one below it
 * @param from old name, `to` new name, both without `#`
 */
export function planRenameTag(holders: readonly Source[], from: string, to: string): Plan {
  return planTexts(
    holders.map((source) => {
      const changes = tagChanges(source.path, source.text, from, to)
      return { source, changes, links: changes.length }
    }),
  )
}

/** A list in the properties that has the new name already has it once; in a text every tag stays where it stands. */
export function tagChanges(path: NotePath, text: string, from: string, to: string): TextChange[] {
  const note = parseNote(path, text)
  const inList = (tag: Tag): boolean => tag.from < (note.frontmatter?.to ?? 0)
  const meant = note.tags.flatMap((tag) => {
    const length = lengthOf(tag.name, from)
    return length === undefined ? [] : [{ tag, length }]
  })
  const others = note.tags.filter((tag) => inList(tag) && !meant.some((each) => each.tag === tag))
  const listed = new Set(others.map(({ name }) => foldName(name)))
  let floor = 0
  return meant.flatMap(({ tag, length }) => {
    const start = text[tag.from] === '#' ? tag.from + 1 : findItem(text, tag)
    if (start < 0) return []
    const change = { from: start, to: start + length, insert: to }
    const isThere = inList(tag) && listed.has(foldName(to + tag.name.slice(length)))
    const item = isThere ? itemWithSeparator(text, tag, { from: start, to: start + tag.name.length }, floor) : undefined
    if (item === undefined) return [change]
    floor = item.to
    return [{ ...item, insert: '' }]
  })
}

/** How much of a tag's name is the old tag: `food` of `food/soup`. */
function lengthOf(name: string, old: string): number | undefined {
  const depth = old.split('/').length
  const head = name.split('/').slice(0, depth).join('/')
  return foldName(head) === foldName(old) ? head.length : undefined
}

/** Several tags may stand in one YAML string: finds one as a whole item. */
function findItem(text: string, { from, to, name }: Tag): number {
  for (let at = text.indexOf(name, from); at >= 0 && at < to; at = text.indexOf(name, at + 1))
    if (
      /[\s,"'#[]|^$/.test(text.slice(at - 1, at)) &&
      /^(?:[\s,"'\]/]|$)/.test(text.slice(at + name.length, at + name.length + 1))
    )
      return at
  return -1
}

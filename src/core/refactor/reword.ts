import type { TextChange } from '../changes.ts'
import type { LinkCore } from '../parse/links.ts'

import { fileNameOf, stemOf, withoutExtension } from '../path.ts'
import type { Goal } from './target.ts'

/** Changes the words that a link shows where they were the note's old name, written out; all other words are the writer's. */
export function reword(text: string, link: LinkCore, old: Goal, goal: Goal): TextChange[] {
  if (link.text === undefined) return []
  return link.form === 'markdown' ? rewordBefore(text, link, old, goal) : rewordBehind(text, link, old, goal)
}

/** `[Old](Old.md)`: the words stand before the address. */
function rewordBefore(text: string, link: LinkCore, old: Goal, goal: Goal): TextChange[] {
  const words = link.text as string
  const name = words === old.title ? goal.title : words === stemOf(old.path) ? stemOf(goal.path) : words
  const from = text.indexOf(words, link.range.from)
  const isInside = from >= 0 && from + words.length <= Math.min(link.targetRange.from, link.range.to)
  return name === words || !isInside ? [] : [{ from, to: from + words.length, insert: name }]
}

/** `[[Old|Old]]`: the words stand behind the target, and are its last part or the whole of it. */
function rewordBehind(text: string, link: LinkCore, old: Goal, goal: Goal): TextChange[] {
  const words = link.text as string
  const written = withoutExtension(link.target)
  if (words !== written && words !== fileNameOf(written)) return []
  const name = nameLike(words, old, goal)
  const bar = text.indexOf('|', link.targetRange.to)
  const from = text.indexOf(words, bar + 1)
  return name === undefined || bar < 0 || from < 0 || from + words.length > link.range.to
    ? []
    : [{ from, to: from + words.length, insert: name }]
}

function nameLike(words: string, old: Goal, goal: Goal): string | undefined {
  if (words === stemOf(old.path)) return stemOf(goal.path)
  if (words === withoutExtension(old.path)) return withoutExtension(goal.path)
  return words === old.title ? goal.title : undefined
}

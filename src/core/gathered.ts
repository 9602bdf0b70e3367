/** What notes that gather others are made of: links, and the words of others so that they say nothing of their own. */
import { readableBody } from './plain.ts'

/** What to write between the brackets so that a link means the note at a path. */
export type TargetOf = (path: string) => string

export function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`
}

export function linkTo(target: string, shown: string): string {
  const isSame = target.slice(target.lastIndexOf('/') + 1) === shown || /[[\]|\n]/.test(shown)
  return isSame ? `[[${target}]]` : `[[${target}|${shown}]]`
}

/** Neither tags, links, fields nor block ids: those are the other note's. */
export function plainWords(text: string): string {
  return readableBody(text.replace(/^\s*[-*+]\s+(\[.\]\s+)?/, ''))
    .replace(/::/g, ':')
    .replace(/(^|[\s(“"'])[#@＠^]+(?=\S)/g, '$1')
    .replace(/[[\]`*<>\\|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

import type { Link } from '../../core/note.ts'

/** Where in a link's source the words stand that are shown. */
export function labelIn(source: string, form: Link['form']): [number, number] | undefined {
  if (form === 'markdown') return markdownLabel(source)
  const open = source.indexOf('[[')
  if (open < 0 || !source.endsWith(']]')) return undefined
  const end = source.length - 2
  const bar = source.indexOf('|', open)
  const start = bar < 0 || bar + 1 >= end ? open + 2 : bar + 1
  return [start, bar >= 0 && start < bar ? bar : end]
}

function markdownLabel(source: string): [number, number] | undefined {
  const open = source.indexOf('[')
  let depth = 0
  for (let at = open; at >= 0 && at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '[') depth++
    else if (source[at] === ']' && --depth === 0) return at > open + 1 ? [open + 1, at] : undefined
  }
  return undefined
}

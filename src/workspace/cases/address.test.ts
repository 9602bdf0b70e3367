import { describe } from 'vitest'
import { type Case, move, rename, testCases } from './scene.ts'

/** `docs/index.md` before and after `docs/old.md` is renamed to `title`. */
function addresses(name: string, before: string, after: string, title = 'new'): Case {
  return {
    name,
    files: { 'docs/index.md': before, 'docs/old.md': 'x\n', 'docs/other.md': '' },
    does: rename('docs/old.md', title),
    gives: {
      'docs/old.md': null,
      [`docs/${title}.md`]: 'x\n',
      ...(before === after ? {} : { 'docs/index.md': after }),
    },
  }
}

describe('links with an address', () => {
  testCases([
    addresses(
      'plain, dotted, from the root',
      '[a](old.md) [b](./old.md) [c](/docs/old.md) [d](../docs/old.md)',
      '[a](new.md) [b](./new.md) [c](/docs/new.md) [d](../docs/new.md)',
    ),
    addresses('without .md', '[a](old) [b](./old) [c](/docs/old)', '[a](new) [b](./new) [c](/docs/new)'),
    addresses(
      'with a place in the note',
      '[a](old.md#part) [b](./old#part) [c](/docs/old.md#^id)',
      '[a](new.md#part) [b](./new#part) [c](/docs/new.md#^id)',
    ),
    addresses(
      'with a title after it',
      '[a](old.md "t (1)") [b](old.md \'t\') [c](./old.md (t))',
      '[a](new.md "t (1)") [b](new.md \'t\') [c](./new.md (t))',
    ),
    addresses(
      'with space around the address',
      '[a]( old.md ) [b](  <old.md>  "t" )',
      '[a]( new.md ) [b](  <new.md>  "t" )',
    ),
    addresses(
      'without words, with an image, with words of its own',
      '[](old.md) ![x](old.md) [**my** words](old.md)',
      '[](new.md) ![x](new.md) [**my** words](new.md)',
    ),
    addresses(
      'the old name as words',
      '[old](old.md) [Old](old.md) [old one](old.md)',
      '[new](new.md) [Old](new.md) [old one](new.md)',
    ),
    addresses('an image in a link', '[![p](p.png)](old.md)', '[![p](p.png)](new.md)'),
    addresses(
      'a link to another in the words of none',
      '[see [[old]] there](other.md)',
      '[see [[new]] there](other.md)',
    ),
    addresses(
      'new space is written %20',
      '[a](old.md) [b](/docs/old.md) [c](./old#part)',
      '[a](new%20one.md) [b](/docs/new%20one.md) [c](./new%20one#part)',
      'new one',
    ),
    addresses(
      'angles stay angles',
      '[a](<old.md>) [b](<./old.md#a part>) ![c](</docs/old>)',
      '[a](<new one.md>) [b](<./new one.md#a part>) ![c](</docs/new one>)',
      'new one',
    ),
    addresses(
      'balanced brackets need no sign',
      '[a](old.md) [b](<old.md>)',
      '[a](new%20(2).md) [b](<new (2).md>)',
      'new (2)',
    ),
    addresses(
      'brackets that do not balance do',
      '[a](old.md) [b](<old.md>)',
      '[a](new%201%29.md) [b](<new 1).md>)',
      'new 1)',
    ),
    addresses(
      'a percent sign that would be read as a code is one',
      '[a](old.md) [b](<old.md>)',
      '[a](100%2525.md) [b](<100%2525.md>)',
      '100%25',
    ),
    addresses('letters stay readable', '[a](old.md)', '[a](Größe.md)', 'Größe'),
    addresses(
      'in a table, list and quote',
      '| a |\n|---|\n| [x](old.md) |\n\n- [y](old.md)\n\n> [z](old.md)\n',
      '| a |\n|---|\n| [x](new.md) |\n\n- [y](new.md)\n\n> [z](new.md)\n',
    ),
  ])

  testCases([
    {
      name: 'a name written in percent signs gets them too',
      files: { 'Größe 1.md': '', 'a.md': '[a](Gr%C3%B6%C3%9Fe%201.md) [b](Größe%201.md) [c](<Größe 1.md>)' },
      does: rename('Größe 1.md', 'Länge 2'),
      gives: {
        'Größe 1.md': null,
        'Länge 2.md': '',
        'a.md': '[a](L%C3%A4nge%202.md) [b](Länge%202.md) [c](<Länge 2.md>)',
      },
    },
    {
      name: 'percent signs go when nothing needs them',
      files: { 'My note.md': '', 'a.md': '[x](My%20note.md) [y](<My note.md>)' },
      does: rename('My note.md', 'Note'),
      gives: { 'My note.md': null, 'Note.md': '', 'a.md': '[x](Note.md) [y](<Note.md>)' },
    },
    {
      name: 'brackets written in percent signs stay so',
      files: { 'f (1).md': '', 'a.md': '[x](f%20%281%29.md) [y](f%20(1).md) [z](f%20\\(1\\).md)' },
      does: rename('f (1).md', 'g (1)'),
      gives: { 'f (1).md': null, 'g (1).md': '', 'a.md': '[x](g%20%281%29.md) [y](g%20(1).md) [z](g%20(1).md)' },
    },
  ])
})

describe('addresses in definitions', () => {
  testCases([
    addresses(
      'used in every way',
      '[a][r] [r][] [r] ![i][r]\n\n[r]: old.md "t"\n',
      '[a][r] [r][] [r] ![i][r]\n\n[r]: new.md "t"\n',
    ),
    addresses('in angles, with a place', '[a][r]\n\n[r]: <./old.md#a b>\n', '[a][r]\n\n[r]: <./new.md#a b>\n'),
    addresses(
      'beside other links, used by none',
      '[a](old.md)\n\n[x]: ./old.md\n[y]: /docs/old#p\n[z]: ./other.md\n',
      '[a](new.md)\n\n[x]: ./new.md\n[y]: /docs/new#p\n[z]: ./other.md\n',
    ),
    addresses(
      'the first of two with one label is meant, both follow',
      '[a][r]\n\n[r]: old.md\n[R]: ./old.md\n',
      '[a][r]\n\n[r]: new.md\n[R]: ./new.md\n',
    ),
    addresses(
      'the definition of a link between brackets follows with its label',
      'See [[old]].\n\n[old]: old.md "Old"\n',
      'See [[new]].\n\n[new]: new.md "Old"\n',
    ),
    addresses('in code none', '[a](old.md)\n\n```\n[x]: old.md\n```\n', '[a](new.md)\n\n```\n[x]: old.md\n```\n'),
  ])
})

describe('a moved note: the links to it', () => {
  testCases([
    {
      name: 'a name alone stays, paths follow',
      files: { 'N.md': '', 'a.md': '[[N]] [[N|x]] @N @[[N]] ![[N#H]] [n](N.md) [n](./N.md) [n](/N.md) [[/N]] [[./N]]' },
      does: move('N.md', 'x/y'),
      gives: {
        'N.md': null,
        'x/y/N.md': '',
        'a.md': '[[N]] [[N|x]] @N @[[N]] ![[N#H]] [n](x/y/N.md) [n](./x/y/N.md) [n](/x/y/N.md) [[/x/y/N]] [[./x/y/N]]',
      },
    },
    {
      name: 'a path stays a path',
      files: { 'x/N.md': '', 'a.md': '[[x/N]] [[x/N|t]] [[x/N#H]] [[x/N.md]]' },
      does: move('x/N.md', 'y/z'),
      gives: { 'x/N.md': null, 'y/z/N.md': '', 'a.md': '[[y/z/N]] [[y/z/N|t]] [[y/z/N#H]] [[y/z/N.md]]' },
    },
    {
      name: 'an ending of the path stays one as long',
      files: { 'deep/x/N.md': '', 'a.md': '[[x/N]]' },
      does: move('deep/x/N.md', 'deep/y'),
      gives: { 'deep/x/N.md': null, 'deep/y/N.md': '', 'a.md': '[[y/N]]' },
    },
    {
      name: 'a name that would mean another grows as much as it must',
      files: { 'Notes.md': '', 'sibling/Notes.md': '', 'a.md': 'See [[Notes]].' },
      does: move('Notes.md', 'docs/api'),
      gives: { 'Notes.md': null, 'docs/api/Notes.md': '', 'a.md': 'See [[api/Notes]].' },
    },
    {
      name: 'to a new name, its title stays',
      files: { 'N.md': '# N\n', 'a.md': '[[N]] [N](N.md)' },
      does: move('N.md', 'x/M.md'),
      gives: { 'N.md': null, 'x/M.md': '# N\n', 'a.md': '[[M]] [N](x/M.md)' },
    },
    {
      name: 'from the folder of the link up: ../ and no ./../',
      files: { 's/o.md': '', 's/a.md': '[a](./o.md) [b](o.md) [c](o) [d](/s/o.md)' },
      does: move('s/o.md', ''),
      gives: { 's/o.md': null, 'o.md': '', 's/a.md': '[a](../o.md) [b](../o.md) [c](../o) [d](/o.md)' },
    },
    {
      name: 'into the folder of the link: ../ becomes ./',
      files: { 'f1/n.md': '', 'f2/b.md': '[note](../f1/n.md) [[../f1/n]]' },
      does: move('f1/n.md', 'f2'),
      gives: { 'f1/n.md': null, 'f2/n.md': '', 'f2/b.md': '[note](./n.md) [[./n]]' },
    },
  ])
})

describe('a moved note: the links in it', () => {
  testCases([
    {
      name: 'from its folder outwards',
      files: { 'd.md': '[a](/o.md#f) [a](o.md#f) [a](./o.md#f) [a](o#f)\n\n[x]: ./o.md#f\n', 'o.md': '' },
      does: move('d.md', 'sub'),
      gives: { 'd.md': null, 'sub/d.md': '[a](/o.md#f) [a](../o.md#f) [a](../o.md#f) [a](../o#f)\n\n[x]: ../o.md#f\n' },
    },
    {
      name: 'a level higher',
      files: { 'deep/f/n.md': '[e](../../e.md) [t](../t.md)', 'e.md': '', 'deep/t.md': '' },
      does: move('deep/f/n.md', 'deep'),
      gives: { 'deep/f/n.md': null, 'deep/n.md': '[e](../e.md) [t](./t.md)' },
    },
    {
      name: 'pictures and other files',
      files: {
        'in/n.md': '![p](p.png) ![p](<a b.png>) ![[p.png]] ![[p.png|100]] [f](f.pdf) ![](img/q.png "t")',
        'in/p.png': '',
        'in/a b.png': '',
        'in/f.pdf': '',
        'in/img/q.png': '',
      },
      does: move('in/n.md', 'out'),
      gives: {
        'in/n.md': null,
        'out/n.md':
          '![p](../in/p.png) ![p](<../in/a b.png>) ![[p.png]] ![[p.png|100]] [f](../in/f.pdf) ![](../in/img/q.png "t")',
      },
    },
    {
      name: 'what is not there and what is elsewhere stays',
      files: { 'n.md': '[x](missing.md) ![y](no.png) [w](https://w.org/n.md) [m](mailto:a@b.c) [h](#h) [[#h]]\n# h\n' },
      does: move('n.md', 'x'),
      gives: {
        'n.md': null,
        'x/n.md': '[x](missing.md) ![y](no.png) [w](https://w.org/n.md) [m](mailto:a@b.c) [h](#h) [[#h]]\n# h\n',
      },
    },
    {
      name: 'to itself, by its file and by a place in it',
      files: { 'Old.md': '# Head\n[a](#head) [b](Old.md#head) [c](./Old.md#head)\n\n[d]: #head\n[e]: Old.md#head\n' },
      does: move('Old.md', 'sub/New.md'),
      gives: {
        'Old.md': null,
        'sub/New.md': '# Head\n[a](#head) [b](New.md#head) [c](./New.md#head)\n\n[d]: #head\n[e]: New.md#head\n',
      },
    },
    {
      name: 'a name that is nearer from the new place is made exact',
      files: { 'a/n.md': '[[T]]', 'a/T.md': '', 'b/T.md': '' },
      does: move('a/n.md', 'b'),
      gives: { 'a/n.md': null, 'b/n.md': '[[a/T]]' },
    },
  ])
})

describe('a folder', () => {
  testCases([
    {
      name: 'renamed: links to its notes follow, in every form',
      files: {
        'doc.md': '[a](/old/a.md) [b](old/b.md) [c](./old/a.md) [[old/a]] [[a]] [[old/b|x]]\n\n[r]: ./old/b.md\n',
        'old/a.md': '',
        'old/b.md': '',
        'other.md': '[[doc]]',
      },
      does: move('old', 'new'),
      gives: {
        'old/a.md': null,
        'old/b.md': null,
        'new/a.md': '',
        'new/b.md': '',
        'doc.md': '[a](/new/a.md) [b](new/b.md) [c](./new/a.md) [[new/a]] [[a]] [[new/b|x]]\n\n[r]: ./new/b.md\n',
      },
    },
    {
      name: 'links among its notes stay where they are relative',
      files: {
        'old/doc.md':
          '[a](/old/a.md) [b](a.md) [c](./a.md) [d](../old/a.md) [e](/other.md) [f](../other.md) ![g](p.png) [[a]] [[old/a]]',
        'old/a.md': '[[doc]]',
        'old/p.png': '',
        'other.md': '',
      },
      does: move('old', 'new'),
      gives: {
        'old/doc.md': null,
        'old/a.md': null,
        'old/p.png': null,
        'new/a.md': '[[doc]]',
        'new/p.png': '',
        'new/doc.md':
          '[a](/new/a.md) [b](a.md) [c](./a.md) [d](./a.md) [e](/other.md) [f](../other.md) ![g](p.png) [[a]] [[new/a]]',
      },
    },
    {
      name: 'moved deeper: links out of it get longer',
      files: {
        'old/doc.md': '[a](/a.md) [b](../a.md) [c](sub/d.md)',
        'old/sub/d.md': '[a](../../a.md) [u](../doc.md)',
        'a.md': '',
      },
      does: move('old', 'new/sub'),
      gives: {
        'old/doc.md': null,
        'old/sub/d.md': null,
        'new/sub/doc.md': '[a](/a.md) [b](../../a.md) [c](sub/d.md)',
        'new/sub/sub/d.md': '[a](../../../a.md) [u](../doc.md)',
      },
    },
    {
      name: 'into a folder that is there keeps its name',
      files: { 'x/n.md': '', 'y/m.md': '[n](../x/n.md) [[x/n]]' },
      does: move('x', 'y'),
      gives: { 'x/n.md': null, 'y/x/n.md': '', 'y/m.md': '[n](./x/n.md) [[x/n]]' },
    },
    {
      name: 'only its case changes',
      files: { 'Notes/a.md': '', 'b.md': '[a](Notes/a.md) [[Notes/a]] [[a]]' },
      does: move('Notes', 'notes'),
      gives: { 'Notes/a.md': null, 'notes/a.md': '', 'b.md': '[a](notes/a.md) [[notes/a]] [[a]]' },
    },
    {
      name: 'two notes of one name: the one in the folder follows',
      files: { 'A/n.md': '', 'B/n.md': '', 'o.md': '[[A/n]] [[B/n]]' },
      does: move('A', 'C'),
      gives: { 'A/n.md': null, 'C/n.md': '', 'o.md': '[[C/n]] [[B/n]]' },
    },
  ])
})

describe('another file', () => {
  testCases([
    {
      name: 'a picture into a folder',
      files: { 'cat.png': 'c', 'x/a.md': '![c](../cat.png) ![c](/cat.png) ![[cat.png]] ![[cat.png|100]]' },
      does: move('cat.png', 'img'),
      gives: {
        'cat.png': null,
        'img/cat.png': 'c',
        'x/a.md': '![c](../img/cat.png) ![c](/img/cat.png) ![[cat.png]] ![[cat.png|100]]',
      },
    },
    {
      name: 'a picture under a new name',
      files: {
        'cat.png': 'c',
        'a.md': '![c](/cat.png) ![c](cat.png) ![c](./cat.png) ![[cat.png]] ![[cat.png|100]]\n\n[cat]: ./cat.png\n',
      },
      does: move('cat.png', 'hot/kitty cat.png'),
      gives: {
        'cat.png': null,
        'hot/kitty cat.png': 'c',
        'a.md':
          '![c](/hot/kitty%20cat.png) ![c](hot/kitty%20cat.png) ![c](./hot/kitty%20cat.png) ![[kitty cat.png]] ![[kitty cat.png|100]]\n\n[cat]: ./hot/kitty%20cat.png\n',
      },
    },
  ])
})

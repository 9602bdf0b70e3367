import { describe } from 'vitest'
import { testCases } from './scene.ts'

function merge(path: string, into: string) {
  return { kind: 'merge' as const, path, into }
}

describe('one note into another', () => {
  testCases([
    {
      name: 'text under its title, links in every form',
      files: {
        'A.md': 'Text of A.\n',
        'B.md': '# B\n\nText of B.\n',
        'c.md': '[[A]] [[A|x]] [[A|A]] @A ![[A#H]] [A](A.md) [y](<./A.md#h>) `[[A]]`\n\n[r]: A.md\n',
      },
      does: merge('A.md', 'B.md'),
      gives: {
        'A.md': null,
        'B.md': '---\naliases: [A]\n---\n\n# B\n\nText of B.\n\n## A\n\nText of A.\n',
        'c.md': '[[B]] [[B|x]] [[B|B]] @B ![[B#H]] [B](B.md) [y](<./B.md#h>) `[[A]]`\n\n[r]: B.md\n',
      },
    },
    {
      name: 'relative links in what is taken along are adjusted',
      files: { 'x/A.md': '[n](n.md) ![p](../p.png) [[n]]\n', 'B.md': 'b\n', 'x/n.md': '', 'p.png': '' },
      does: merge('x/A.md', 'B.md'),
      gives: {
        'x/A.md': null,
        'B.md': '---\naliases: [A]\n---\n\nb\n\n## A\n\n[n](x/n.md) ![p](./p.png) [[n]]\n',
      },
    },
    {
      name: 'aliases and title come along once, into the list that is there',
      files: {
        'a1.md': '---\ntitle: The plan\naliases: [plan, P]\n---\nText.\n',
        'B.md': '---\naliases:\n  - p\n---\nb\n',
        'c.md': '[[plan]] [[The plan]] [[a1]]',
      },
      does: merge('a1.md', 'B.md'),
      gives: {
        'a1.md': null,
        'B.md': '---\naliases:\n  - p\n  - The plan\n  - a1\n  - plan\n---\nb\n\n## The plan\n\nText.\n',
        'c.md': '[[plan]] [[B]] [[B]]',
      },
    },
    {
      name: 'links between the two',
      files: { 'A.md': 'See [[B]].\n', 'B.md': 'See [[A]] and [[A#H]].\n' },
      does: merge('A.md', 'B.md'),
      gives: {
        'A.md': null,
        'B.md': '---\naliases: [A]\n---\n\nSee [[B]] and [[B#H]].\n\n## A\n\nSee [[B]].\n',
      },
    },
  ])
})

describe('a note of a selection', () => {
  const text = '# Trip\n\nPack [list](x/list.md) and [[Trip]].\n\nEnd.\n'
  testCases([
    {
      name: 'a link takes its place',
      files: { 'd/Trip.md': text, 'd/x/list.md': '' },
      does: {
        kind: 'extract',
        path: 'd/Trip.md',
        from: text.indexOf('Pack'),
        to: text.indexOf('\n\nEnd'),
        title: 'Packing',
      },
      gives: {
        'd/Trip.md': '# Trip\n\n@[[Packing]]\n\nEnd.\n',
        'd/Packing.md': '# Packing\n\nPack [list](x/list.md) and [[Trip]].\n',
      },
    },
  ])
})

/** Long runs of one sign in every surrounding: where a pattern begins anew at each sign of a run, the time grows with its square. */

const SIGNS = [
  ' ',
  '\t',
  '\u00a0',
  '.',
  '-',
  '=',
  '#',
  '"',
  "'",
  ':',
  ',',
  '\\',
  '(',
  ')',
  '/',
  'a',
  '1',
  '@',
  '|',
  '~',
  '!',
  '&',
  ';',
  '^',
  '研',
  '%',
  '+',
  'www.',
  'a@',
  '📅',
]
const AROUND: readonly (readonly [string, string])[] = [
  ['x', 'y\n'],
  ['# x', 'y\n'],
  ['- [ ] x', 'y\n'],
  ['> x', 'y\n'],
  ['| x', 'y |\n|---|\n'],
  ['[[x', 'y]]\n'],
  ['[[x|', 'y]]\n'],
  ['[[x#', 'y]]\n'],
  ['@x', 'y\n'],
  ['#x', 'y\n'],
  ['x', ':: y\n'],
  ['x:: ', 'y\n'],
  ['[x:: ', 'y]\n'],
  ['`x', 'y`\n'],
  ['```x', 'y\n```\n'],
  ['$x', 'y$\n'],
  ['[x](', 'y)\n'],
  ['![x', 'y](z)\n'],
  ['<x', 'y>\n'],
  ['[x', 'y]: z\n'],
  ['^x', 'y\n'],
  ['see [[A]] x', 'y [[B]]\n'],
  ['---\nx: ', 'y\n---\n'],
  ['---\nx', 'y: z\n---\n'],
  ['---\nx: [a,', 'b]\n---\n'],
  ['---\nx: "', 'y"\n---\n'],
  ['---\n', 'x: y\n---\n'],
  ['---\nx:\n  - ', 'y\n---\n'],
  ['---\ntitle: x', 'y\n---\n'],
]

export interface LongRun {
  readonly name: string
  readonly text: string
}

export function* longRuns(length: number): Iterable<LongRun> {
  for (const sign of SIGNS)
    for (const [before, after] of AROUND) {
      const run = sign.repeat(Math.ceil(length / sign.length))
      yield { name: `${JSON.stringify(sign)} in ${JSON.stringify(before)}`, text: before + run + after }
    }
}

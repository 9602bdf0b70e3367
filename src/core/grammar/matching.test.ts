import { InlineContext, parser } from '@lezer/markdown'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Lezer as it is, before `matching.ts` has put its own method in the place of Lezer's. */
const lezers = (InlineContext.prototype as unknown as { resolveMarkers: unknown }).resolveMarkers
const { notlyExtensions, notlyMarkdown } = await import('../grammar.ts')
const { matching } = await import('./matching.ts')
const ours = (InlineContext.prototype as unknown as { resolveMarkers: unknown }).resolveMarkers

const plain = parser.configure([...(notlyExtensions as readonly object[]).filter((each) => each !== matching)])

function treeByLezer(text: string): string {
  Object.assign(InlineContext.prototype, { resolveMarkers: lezers })
  try {
    return shown(plain, text)
  } finally {
    Object.assign(InlineContext.prototype, { resolveMarkers: ours })
  }
}

function shown(reader: typeof parser, text: string): string {
  const lines: string[] = []
  reader.parse(text).iterate({ enter: ({ name, from, to }) => void lines.push(`${name} ${from} ${to}`) })
  return lines.join('\n')
}

const PIECES =
  '* ** *** _ __ ~~ ~ [ ] ![ ]( ( ) <x> < > \\ [a](b) ](c) ][ [[ ]] [[a]] @[[ " \' a b é ! ` $ . , | #t \n'.split(' ')
const soup = fc.array(fc.constantFrom(...PIECES, ' ', ' '), { maxLength: 40 }).map((parts) => parts.join(''))

test('law: what is matched with what is as Lezer matches it', () => {
  expect(ours).not.toBe(lezers)
  fc.assert(
    fc.property(soup, (text) => {
      expect(shown(notlyMarkdown, text)).toBe(treeByLezer(text))
    }),
    { numRuns: 20_000 },
  )
})

test.each([
  ['emphasis', '*a ', ' b*'],
  ['images', '![', '](x)'],
  ['emphasis and images', '*a ![', '](x) b*'],
])('what is nested deeper than anybody nests is text: %s', (_, open, close) => {
  let depth = 0
  let deepest = 0
  notlyMarkdown.parse(open.repeat(3000) + close.repeat(3000)).iterate({
    enter: () => {
      depth++
      deepest = Math.max(deepest, depth)
    },
    leave: () => {
      depth--
    },
  })
  expect(deepest).toBeGreaterThan(20)
  expect(deepest).toBeLessThan(80)
})

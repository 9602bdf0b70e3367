import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachWord, termOf, wordsIn } from './words.ts'

/** Terms with a bar where no phrase goes across. */
function picture(text: string): string {
  let next = 0
  return wordsIn(text)
    .map(({ term, position }) => {
      const gap = position > next ? '| ' : ''
      next = position + 1
      return `${gap}${term}`
    })
    .join(' ')
}

test.each<[what: string, text: string, words: string]>([
  ['words', 'Small teams of three', 'small team of three'],
  ['punctuation parts', 'First, then. (And) so: on', 'first | then | and | so | on'],
  ['a line end does not, an empty line does', 'one\ntwo\n\nthree', 'one two | three'],
  ['blocks part', 'one\n- two\n  * three\n> four\n# five\n1. six', 'one | two | three | four | five | 1 | six'],
  ['signs of Markdown do not part', 'a **bold** [[Pricing tiers|tier]] _word_', 'a bold pricing tier | tier word'],
  ['apostrophes of English', "Anna’s don't we'll", 'anna don we'],
  ['apostrophes of French', "l’idée d'hier", 'l idee d hier'],
  ['full stops inside', 'U.S. 3.5 J. J. Hill. Next', 'u s 3 5 j j hill | next'],
  ['C, C++ and C#', 'C, C++ and C# a+b', 'c | c++ and c a b'],
  ['accents and case', 'CAFÉ Straße ΣΊΣΥΦΟΣ ИЙ', 'cafe strasse σισυφοσ и'],
  ['Turkish i', 'İstanbul ısı', 'istanbul isi'],
  ['Arabic and Hebrew points', 'كِتَاب שָׁלוֹם', 'كتاب שלום'],
  ['Chinese and Japanese in pairs', '市場調査、です', '市場 場調 調査 査 | です す'],
  ['scripts side by side', 'Q3市場x', 'q3 市場 場 x'],
  ['Hangul', '시장 조사', '시장 장 조사 사'],
  ['beyond the first plane', '𠮷野家 😀 ok', '𠮷野 野家 家 ok'],
  ['nothing', ' …\n', ''],
])('%s: %j', (_, text, words) => {
  expect(picture(text)).toBe(words)
})

test.each([
  ['studies', 'study'],
  ['boxes', 'box'],
  ['churches', 'church'],
  ['houses', 'house'],
  ['databases', 'database'],
  ['tiers', 'tier'],
  ['pass', 'pass'],
  ['status', 'status'],
  ['analysis', 'analysis'],
  ['ties', 'tie'],
  ['bus', 'bus'],
])('%s is kept as %s', (word, term) => {
  expect(termOf(word)).toBe(term)
})

const text = fc.string({
  unit: fc.constantFrom(..."aZs é.,\n'+-#[市季😀İ", '\ud800', 'ß', '\u0301'),
  maxLength: 60,
})

test('words are in order, part of the text, and further along with each', () => {
  fc.assert(
    fc.property(text, (text) => {
      let before = { from: -1, position: -1 }
      const end = eachWord(text, 0, (from, to, position) => {
        expect(from).toBeGreaterThan(before.from)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(position).toBeGreaterThan(before.position)
        before = { from, position }
      })
      expect(end).toBeGreaterThan(before.position)
    }),
  )
})

test('what was kept is kept as itself', () => {
  fc.assert(fc.property(text, (text) => wordsIn(text).every(({ term }) => !/[A-Z\s]/.test(term))))
})

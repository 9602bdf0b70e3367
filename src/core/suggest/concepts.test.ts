import { describe, expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { conceptsOf } from './concepts.ts'
import type { MemoryCorpus } from './memory.ts'
import { passagesOf } from './prose.ts'
import { vault } from './testing/marked.ts'

function concepts(corpus: MemoryCorpus, text: string, path?: string): string[] {
  const asking = { corpus, path: path === undefined ? undefined : (`${path}.md` as NotePath) }
  return conceptsOf(text, passagesOf(text), asking).map(({ phrase, docs }) => `${phrase} ${docs.length}`)
}

const chatter = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [
    `c${at}`,
    `Today we walked to the harbour and spoke about weather number ${at}, with a price or two.`,
  ]),
)

const tiers = {
  March: 'The pricing tiers confused everybody at the fair.',
  April: 'Ines drew pricing tiers on a napkin.',
  May: 'A school asked for other pricing tiers.',
  June: 'Pricing tiers, once more.',
}

describe('what was written before', () => {
  test('is found by what a passage says, though no note has that title', () => {
    expect(concepts(vault({ ...chatter, ...tiers }), 'I should think again about the pricing tiers.')).toEqual([
      'pricing tiers 4',
    ])
  })

  test('is found in the singular', () => {
    expect(concepts(vault({ ...chatter, ...tiers }), 'Another pricing tier?')).toEqual(['pricing tier 4'])
  })

  test('is not what only this note says', () => {
    expect(concepts(vault({ ...chatter, Mine: 'The glass abacus.' }), 'The glass abacus.', 'Mine')).toEqual([])
  })

  test('has no stop words at its edges and no punctuation inside', () => {
    const corpus = vault({ ...chatter, a: 'The cost of delay is high, delay is costly.', b: 'cost of delay' })
    expect(concepts(corpus, 'What is the cost of delay of it?')).toEqual(['cost of delay 2'])
    expect(concepts(corpus, 'Say cost. Of delay')).not.toContain('cost of delay 2')
  })

  test('is the longer phrase when the shorter is mostly part of it', () => {
    const corpus = vault({
      ...chatter,
      a: 'the tide surcharge form',
      b: 'tide surcharge form',
      c: 'tide surcharge form, a surcharge',
    })
    expect(concepts(corpus, 'Fill in the tide surcharge form.')).toEqual(['tide surcharge form 3'])
  })

  test('is at most five phrases', () => {
    const words = 'abacus, bobbin, candle, dulcimer, easel, flute'
    expect(concepts(vault({ ...chatter, a: words }), words)).toHaveLength(5)
  })

  test('is no number, and no word that says nothing', () => {
    expect(concepts(vault({ a: 'it was used in 2024', b: '', c: '' }), 'used in 2024')).toEqual([])
  })

  test.each([
    ['German', 'Die Preisstaffel ist neu.', 'Über die Preisstaffel reden', 'Preisstaffel 1'],
    ['French', 'Le coût du retard est élevé.', 'Parlons du coût du retard', 'coût du retard 1'],
    ['Japanese', '今年の市場調査は面白い。', '市場調査をもう一度', '市場調査 1'],
    ['Chinese', '我们做了市场调研。', '市场调研的结果', '市场调研 1'],
    ['Korean', '시장 조사를 했다', '시장 조사', '시장 조사 1'],
    ['Arabic', 'تحدثنا عن تسعير الخدمات', 'تسعير الخدمات', 'تسعير الخدمات 1'],
  ])('is found in %s', (_, old, text, expected) => {
    expect(concepts(vault({ ...chatter, Old: old }), text)[0]).toBe(expected)
  })
})

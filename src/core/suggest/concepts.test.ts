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

  test('is no part of a linked name that is seldom said without it', () => {
    const trust = {
      'Marsh Road Library Trust': 'They lend books.',
      a: 'A visit to the [[Marsh Road Library Trust]].',
      b: 'The Marsh Road Library Trust pays late.',
    }
    const text = 'Forty minutes for the board of [[Marsh Road Library Trust]].'
    expect(concepts(vault({ ...chatter, ...trust }), text)).toEqual([])
    const roads = { c: 'Marsh Road is flooded.', d: 'Marsh Road, again.', e: 'Who mends Marsh Road?', f: 'Marsh Road' }
    expect(concepts(vault({ ...chatter, ...trust, ...roads }), text)).toEqual(['Marsh Road 7'])
  })

  test('is the longest phrase, though two parts of it are as good', () => {
    const corpus = vault({ ...chatter, a: 'the annual tide surcharge form', b: 'soup' })
    expect(concepts(corpus, 'Fill in the annual tide surcharge form.')).toEqual(['annual tide surcharge form 1'])
  })

  test('reaches into no other: of two that share a word the better stays', () => {
    const corpus = vault({ ...chatter, a: 'tide surcharge', b: 'tide surcharge', c: 'surcharge form', d: 'wind' })
    expect(concepts(corpus, 'Fill in the tide surcharge form.')).toEqual(['surcharge form 1', 'tide 2'])
  })

  test('is not what ten notes have as a heading', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`m${at}`, `## Next steps\n\nrow ${at}`]))
    const corpus = vault({ ...chatter, ...many, a: '## Tide surcharge', b: 'soup' })
    expect(concepts(corpus, '## Next steps\n\n## Tide surcharge')).toEqual(['Tide surcharge 1'])
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
    ['Korean, with particles', '가격표가 비싸다', '가격표를 고쳤다', '가격표 1'],
    ['Russian', 'Мы обсудили портовый сбор.', 'Опять портовый сбор', 'портовый сбор 1'],
    ['Spanish', 'La tasa portuaria sube.', 'Hablemos de la tasa portuaria', 'tasa portuaria 1'],
    ['Thai', 'ทีมเล็กจ่ายค่าสมาชิกรายปี', 'ค่าสมาชิกรายปี', 'ค่าสมาชิกรายปี 1'],
    ['Arabic', 'تحدثنا عن تسعير الخدمات', 'تسعير الخدمات', 'تسعير الخدمات 1'],
  ])('is found in %s', (_, old, text, expected) => {
    expect(concepts(vault({ ...chatter, Old: old }), text)[0]).toBe(expected)
  })
})

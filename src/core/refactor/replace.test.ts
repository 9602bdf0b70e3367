import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges } from '../changes.ts'
import { notePath } from '../path.ts'
import { replacements } from './replace.ts'

function replaced(text: string, from: string, to: string, matchCase = false): string {
  return applyChanges(text, replacements(notePath('a.md'), text, { from, to, matchCase }))
}

test.each([
  ['small teams and Small Teams', 'small teams', 'crews', 'crews and crews'],
  ['team #team #team/a TEAM #teams', 'Team', 'crew', 'crew #team #team/a crew #teams'],
  ['team #team #Team/a', '#team', '#crew', 'team #crew #crew/a'],
  ['ÜBER über Straße', 'Über', 'x', 'x x Straße'],
  ['a.b a*b axb A.B', 'a.b', 'c', 'c a*b axb c'],
  ['team teams team-mate steam team', 'team', 'crew', 'crew teams crew-mate steam crew'],
  ['a -> b->c', '->', '→', 'a → b→c'],
  ['市場調査', '市場', '商', '商調査'],
  ['aXa aXa', 'aXa', 'b', 'b b'],
  ['[[Pricing]] says Pricing, [[Acme|Pricing]]', 'Pricing', 'Prices', '[[Pricing]] says Prices, [[Acme|Prices]]'],
  ['[Pricing](Pricing.md)', 'Pricing', 'Prices', '[Prices](Pricing.md)'],
  ['---\ntitle: Pricing\n---\nPricing\r\n', 'Pricing', '', '---\ntitle: Pricing\n---\n\r\n'],
  ['A heron fund and a heron, (heron).\n- heron\nOld heron', 'heron', '', 'A fund and a, ().\n- \nOld'],
  ['heron heron heron egret', 'heron', '', ' egret'],
  ['# Pricing\n\n## Pricing\n\nPricing', 'Pricing', 'Prices', '# Pricing\n\n## Prices\n\nPrices'],
  ['nothing here', 'Pricing', 'x', 'nothing here'],
])('%s', (text, from, to, expected) => {
  expect(replaced(text, from, to)).toBe(expected)
})

test('in the case that was typed, where that is asked for', () => {
  expect(replaced('small teams and Small teams', 'small teams', 'crews', true)).toBe('crews and Small teams')
})

test('what is so already is no change', () => {
  expect(replacements(notePath('a.md'), 'Team team', { from: 'Team', to: 'team', matchCase: false })).toHaveLength(1)
})

test('back and forth is where it began, when the new words stood nowhere', () => {
  const word = fc.constantFrom('team', 'teams', '[[team]]', '市場', '\n\n', '- ', 'tea', 'm', '`team`', ',')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(' ')
      expect(replaced(replaced(text, 'team', 'crew'), 'crew', 'team')).toBe(text)
    }),
  )
})

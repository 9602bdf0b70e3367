import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from './language.ts'
import { plainOf, tallyOf, termIn } from './words.ts'

/** Forms of a word that are one, then words that are others. */
const FORMS: readonly (readonly [language: Language | undefined, forms: string, others: string])[] = [
  ['de', 'klein kleine kleinen kleiner kleines kleinem', 'kleid'],
  ['de', 'Entscheidung Entscheidungen', 'entscheidet'],
  ['de', 'Haus Häuser Hauses Häusern', 'Haut'],
  ['de', 'Straße Strassen', 'Strand'],
  ['fr', 'petit petite petits petites', 'pétrin'],
  ['fr', 'équipe équipes equipe', 'équipage'],
  ['fr', 'décision décisions', 'décider'],
  ['es', 'decisión decisiones decision', 'decidir'],
  ['es', 'organización organizaciones organizacion', 'órgano'],
  ['es', 'pequeño pequeña pequeños pequeñas', 'peque'],
  ['it', 'decisione decisioni', 'decidere'],
  ['it', 'piccolo piccola piccoli piccole', 'piccione'],
  ['pt', 'decisão decisões decisao', 'decidir'],
  ['pt', 'organização organizações organizacao', 'órgão'],
  ['nl', 'besluit besluiten', 'besloten'],
  ['nl', 'notitie notities', 'noot'],
  ['sv', 'anteckning anteckningar anteckningarna', 'tecken'],
  ['da', 'beslutning beslutninger beslutningen', 'besluttet'],
  ['nb', 'beslutning beslutninger beslutningen', 'besluttet'],
  ['fi', 'muistiinpano muistiinpanot muistiinpanossa', 'muisti'],
  [undefined, 'заметка заметки заметку заметками', 'замок'],
  [undefined, 'решение решения решений решениями', 'решётка'],
  [undefined, 'новый новые новых нового', 'новость'],
  [undefined, 'study studies', 'student'],
]

test.each(FORMS)('in %s %s are one, and not %s', (language, forms, others) => {
  const terms = new Set(forms.split(' ').map((word) => termIn(plainOf(word), language)))
  expect([...terms]).toHaveLength(1)
  for (const word of others.split(' ')) expect(terms).not.toContain(termIn(plainOf(word), language))
})

test('English words stay apart that other languages would take for forms of each other', () => {
  const terms = ['note', 'not', 'late', 'later', 'use', 'us', 'plane', 'plan'].map((word) => termIn(word, undefined))
  expect(new Set(terms).size).toBe(8)
  expect(termIn('note', 'de')).not.toBe(termIn('not', undefined))
})

test.each<[text: string, language: Language | undefined]>([
  ['Small teams decide faster when the notes of all are in one place.', undefined],
  ['Acme in Berlin', undefined],
  ['市場調査', undefined],
  ['Заметки о решениях', undefined],
  ['', undefined],
  ['Kleine Teams entscheiden schneller, wenn die Notizen an einem Ort liegen.', 'de'],
  ['Prüfungen', 'de'],
  ['Les petites équipes décident plus vite quand leurs notes sont au même endroit.', 'fr'],
  ['Los equipos pequeños deciden más rápido cuando sus notas están en un lugar.', 'es'],
  ['Le piccole squadre decidono più in fretta quando gli appunti sono in un solo posto.', 'it'],
  ['As equipes pequenas decidem mais rápido quando suas notas estão em um lugar.', 'pt'],
  ['Kleine teams beslissen sneller als de notities van iedereen op één plek staan.', 'nl'],
  ['Små team beslutar snabbare när allas anteckningar finns på ett ställe och inte många.', 'sv'],
  ['Små hold beslutter hurtigere, når alles noter er ét sted og ikke mange, siger de af os.', 'da'],
  ['Små lag tar avgjørelser raskere når notatene deres er på ett sted, og ikke mange.', 'nb'],
  ['Pienet tiimit päättävät nopeammin, kun kaikkien muistiinpanot ovat samassa paikassa.', 'fi'],
])('the language of %j is %s', (text, language) => {
  expect(tallyOf(text).language()).toBe(language)
})

const letters = fc.string({ unit: fc.constantFrom(...'aeiouäéñçøåßnrstlkgmьйиов'), minLength: 1, maxLength: 14 })

test('a word with and without its accents is one term, and every term says its language', () => {
  fc.assert(
    fc.property(letters, fc.constantFrom(...LANGUAGES), (word, language) => {
      const plain = plainOf(word)
      expect(termIn(plainOf(word.toUpperCase()), language)).toBe(termIn(plain, language))
      expect(termIn(plainOf(plain), language)).toBe(termIn(plain, language))
      expect(termIn(plain, language)).toMatch(new RegExp(`^[^~]+~${language}$`))
    }),
    { numRuns: 500 },
  )
})

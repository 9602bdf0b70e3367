import { expect, test } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { passagesOf } from './prose.ts'
import { relatedNotes } from './related.ts'
import { vault } from './testing/marked.ts'

const GERMAN = vault({
  Berlin: 'Wir haben mit den kleinen Teams gesprochen, und sie wollen feste Preise.',
  Köln: 'Ein kleineres Team ist nicht langsamer, wenn es seine Entscheidungen aufschreibt.',
  Garten: 'Die Tomaten sind noch nicht reif, aber der Kompost ist gut.',
  Market: 'What the small teams of Acme said about the price.',
})
const RUSSIAN = vault({
  Команды: 'Маленькие команды принимают решения быстрее, чем большие.',
  Сад: 'Помидоры ещё не созрели, но компост хороший.',
})

function concepts(corpus: ReturnType<typeof vault>, text: string): string[] {
  return conceptsOf(text, passagesOf(text), { corpus, path: undefined }).map(
    ({ phrase, docs }) => `${phrase}: ${docs.map((doc) => corpus.facts(doc)?.title).sort()}`,
  )
}

test('a concept is found in every form that its language gives it', () => {
  const said = 'Heute ging es um kleine Teams. Ein kleines Team braucht keine Regeln.'
  expect(concepts(GERMAN, said)).toContain('kleine Teams: Berlin,Köln')
  expect(concepts(GERMAN, said).filter((concept) => /^kleine/.test(concept))).toHaveLength(1)
  expect(concepts(RUSSIAN, 'Что мы знаем о маленьких командах?')).toContain('маленьких командах: Команды')
})

test('a name is found in notes of every language', () => {
  expect(concepts(GERMAN, 'Die Firma Acme ist noch nicht dabei.')).toContain('Acme: Market')
})

test('notes are related by words in other forms', () => {
  const text = 'Решение приняла маленькая команда.'
  const [first] = relatedNotes(text, passagesOf(text), { corpus: RUSSIAN, path: undefined })
  expect(RUSSIAN.facts(first?.doc ?? -1)?.title).toBe('Команды')
  expect(first?.words).toEqual(expect.arrayContaining(['решение', 'маленькая', 'команда']))
})

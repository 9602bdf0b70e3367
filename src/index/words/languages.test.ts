import { expect, test } from 'vitest'
import { readQuery } from '../../core/query/read.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { searchNotes } from '../search.ts'
import { sync } from '../sync.ts'
import { FullText } from './full-text.ts'

const NOTES = {
  'Berlin.md': 'Die kleinen Teams haben sich in Berlin getroffen, und die Entscheidungen stehen schon fest.',
  'Preise.md': 'Wir haben die Preise für kleine Teams noch nicht geprüft, aber das Haus in Köln ist zu groß.',
  'Häuser.md': 'Häuser sind für ein kleineres Team zu teuer, und die Prüfung der Preise hat noch nicht begonnen.',
  'Заметка.md': 'Маленькие команды принимают решения быстрее, чем большие; эти заметки о решениях.',
  'Решение.md': 'Решение маленькой команды о цене.',
  'Équipes.md': 'Les petites équipes ont pris leurs décisions, mais pas toutes.',
  'Équipe.md': 'Une petite équipe et sa décision, qui est la nôtre.',
  'Equipos.md': 'Los equipos pequeños y sus decisiones, que no son como las otras.',
  'Equipo.md': 'Un equipo pequeño y la decisión que es de todos.',
  'Note.md': 'A note of small teams that did not decide later, with the Acme team.',
  'Late.md': 'It is late for the teams that use this plane.',
  'Acme.md': 'Die Firma Acme ist nicht groß, und wir haben dort noch keine Notiz.',
}

async function indexOf(notes: Readonly<Record<string, string>>): Promise<Index> {
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(notes), index)
  return index
}

function found({ db }: Index, query: string): string[] {
  return searchNotes(db, readQuery(query), 50, '2026-05-01')
    .filter(({ missing }) => missing.length === 0)
    .map(({ path }) => path.replace('.md', ''))
    .sort()
}

test('a word is found in every form that its language gives it, and in every language', async () => {
  const index = await indexOf(NOTES)
  for (const query of ['kleine Teams', 'kleinen Teams', 'kleiner Team', '"kleines Team"'])
    expect(found(index, query), query).toEqual(['Berlin', 'Häuser', 'Preise'])
  for (const query of ['haus', 'hauser', 'HÄUSERN']) expect(found(index, query), query).toEqual(['Häuser', 'Preise'])
  for (const query of ['решение', 'решениями', 'решений маленькая'])
    expect(found(index, query), query).toEqual(['Заметка', 'Решение'].sort())
  for (const query of ['petite équipe', 'petites equipes', 'décision petite'])
    expect(found(index, query), query).toEqual(['Équipe', 'Équipes'].sort())
  for (const query of ['equipo pequeño', 'equipos pequenas']) expect(found(index, query)).toEqual(['Equipo', 'Equipos'])
  // A name is found in notes of every language, whatever its last letters are there.
  expect(found(index, 'acme')).toEqual(['Acme', 'Note'])
})

test('English words are not found by what other languages would take for their forms', async () => {
  const index = await indexOf(NOTES)
  expect(found(index, '"notes"')).toEqual(['Note'])
  expect(found(index, '"not"')).toEqual(['Note'])
  expect(found(index, '"uses"')).toEqual(['Late'])
  for (const query of ['"us"', '"plan"', '"lat"']) expect(found(index, query), query).toEqual([])
})

test('what is being typed is found at every letter', async () => {
  const index = await indexOf({
    ...NOTES,
    'Mehr.md': 'Die Verknüpfungen der Notizen sind nicht alle schon da, und wir haben das noch vor.',
  })
  const word = 'verknüpfungen'
  for (let typed = 4; typed <= word.length; typed++)
    expect(found(index, word.slice(0, typed)), word.slice(0, typed)).toContain('Mehr')
})

test('a language that no note has any more is not asked for', async () => {
  const index = await indexOf({
    'One.md': 'Die kleinen Teams haben sich nicht getroffen.',
    'Two.md': 'The small teams.',
  })
  expect(FullText.of(index.db).languages).toEqual(['de'])
  await sync(new MemoryVault({ 'Two.md': 'The small teams.' }), index)
  expect(FullText.of(index.db).languages).toEqual([])
})

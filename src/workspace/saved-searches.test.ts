import { expect, test } from 'vitest'
import { SavedSearches } from './saved-searches.ts'

function over(text: string | undefined) {
  const file = { text }
  const store = {
    read: () => file.text,
    write: (written: string) => {
      file.text = written
    },
  }
  return { file, searches: new SavedSearches(store) }
}

test('a search is kept once, the last one last, until it is taken away', () => {
  const { file, searches } = over(undefined)
  searches.add('kind:task due:<=today')
  searches.add('pricing')
  expect(searches.add(' kind:task due:<=today ')).toEqual([{ q: 'pricing' }, { q: 'kind:task due:<=today' }])
  expect(new SavedSearches({ read: () => file.text, write: () => {} }).list()).toEqual(searches.list())
  expect(searches.remove('pricing')).toEqual([{ q: 'kind:task due:<=today' }])
})

test('what cannot be carried out is not kept, and a file that somebody spoiled is read as far as it goes', () => {
  const { searches } = over('{"searches":[{"q":"pricing"},7,{"q":""},{"name":"x"}]}')
  expect(searches.list()).toEqual([{ q: 'pricing' }])
  expect(() => searches.add('tag:')).toThrow('needs a tag')
  expect(() => searches.add('  ')).toThrow('nothing to search for')
  expect(over('{').searches.list()).toEqual([])
})

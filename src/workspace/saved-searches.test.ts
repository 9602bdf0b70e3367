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

test('a search is kept once, the last one last, with a name if it has one, until it is taken away', () => {
  const { file, searches } = over(undefined)
  searches.add({ q: 'kind:task due:<=today' })
  searches.add({ q: 'pricing' })
  expect(searches.add({ q: ' kind:task due:<=today ', name: ' For  today' })).toEqual([
    { q: 'kind:task due:<=today', name: 'For today' },
    { q: 'pricing' },
  ])
  expect(searches.add({ q: 'kind:task due:<=today' })).toEqual([{ q: 'kind:task due:<=today' }, { q: 'pricing' }])
  searches.add({ q: 'pricing', name: 'Prices' })
  expect(new SavedSearches({ read: () => file.text, write: () => {} }).list()).toEqual(searches.list())
  expect(searches.remove('pricing')).toEqual([{ q: 'kind:task due:<=today' }])
})

test('what cannot be carried out is not kept, and a file that somebody spoiled is read as far as it goes', () => {
  const { searches } = over('{"searches":[{"q":"pricing"},7,{"q":""},{"name":"x"}]}')
  expect(searches.list()).toEqual([{ q: 'pricing' }])
  expect(() => searches.add({ q: 'tag:' })).toThrow('needs a tag')
  expect(() => searches.add({ q: '  ' })).toThrow('nothing to search for')
  expect(over('{').searches.list()).toEqual([])
})

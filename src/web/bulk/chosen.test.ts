import { expect, test } from 'vitest'
import { choose, chooseAll, NONE_CHOSEN } from './chosen.ts'

const ALL = ['a', 'b', 'c', 'd', 'e']

/** `c` presses a row, `C` with Shift. */
function press(keys: string): string {
  const end = [...keys].reduce(
    (chosen, key) => choose(chosen, ALL, key.toLowerCase(), key !== key.toLowerCase()),
    NONE_CHOSEN,
  )
  return ALL.filter((path) => end.paths.has(path)).join('')
}

test.each([
  ['', ''],
  ['b', 'b'],
  ['bb', ''],
  ['bD', 'bcd'],
  ['dB', 'bcd'],
  ['aC', 'abc'],
  ['aEbD', 'ae'],
  ['aEcE', 'ab'],
  ['C', 'c'],
  ['bDE', 'bcde'],
])('%s chooses %s', (keys, paths) => {
  expect(press(keys)).toBe(paths)
})

test('all at once, and one of them let go', () => {
  expect([...choose(chooseAll(ALL), ALL, 'c', true).paths]).toEqual(['a', 'b', 'd', 'e'])
})

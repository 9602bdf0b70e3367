import { expect, test } from 'vitest'
import { Positions } from './positions.ts'

test('lines end in all three ways', () => {
  const text = 'one\ntwo\r\nthree\rfour'
  const positions = new Positions(text)
  const at = (word: string) => positions.at(text.indexOf(word))
  expect(at('one')).toEqual({ line: 1, column: 1, offset: 0 })
  expect(at('wo')).toEqual({ line: 2, column: 2, offset: 5 })
  expect(at('three')).toEqual({ line: 3, column: 1, offset: 9 })
  expect(at('four')).toEqual({ line: 4, column: 1, offset: 15 })
  expect(positions.at(text.length)).toEqual({ line: 4, column: 5, offset: 19 })
})

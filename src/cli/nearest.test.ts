import { expect, test } from 'vitest'
import { nearestName } from '../core/nearest.ts'
import { hasDisplay } from './browser.ts'
import { wantsColor } from './output.ts'

const names = ['open', 'search', 'hubs', 'tags', 'new']

test('a slip of the finger finds its command, another word finds none', () => {
  expect(nearestName('serch', names)).toBe('search')
  expect(nearestName('hub', names)).toBe('hubs')
  expect(nearestName('notes', names)).toBeUndefined()
  expect(nearestName('x', names)).toBeUndefined()
})

test('colour is for terminals, and never with NO_COLOR', () => {
  expect(wantsColor({ isTTY: true }, {})).toBe(true)
  expect(wantsColor({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
  expect(wantsColor({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
  expect(wantsColor({}, {})).toBe(false)
})

test('the browser is opened where somebody can see it', () => {
  expect(hasDisplay({}, 'darwin')).toBe(true)
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ CI: 'true', DISPLAY: ':0' }, 'linux')).toBe(false)
})

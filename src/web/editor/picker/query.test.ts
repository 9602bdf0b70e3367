import { describe, expect, test } from 'vitest'
import { type PickerQuery, pickerQuery } from './query.ts'

/** The query as a picture: the link's part of the line in `‹ ›`, with its form. */
function picture(before: string): string {
  const query = pickerQuery(before)
  if (query === undefined) return 'none'
  const { form, from, name, fragment } = query
  return `${before.slice(0, from)}‹${before.slice(from)}› ${form} ${name}${fragment === undefined ? '' : ` / ${fragment}`}`
}

describe('what asks for a note', () => {
  test.each([
    ['@', '‹@› mention '],
    ['see @Q3 mar', 'see ‹@Q3 mar› mention Q3 mar'],
    ['(@Acme', '(‹@Acme› mention Acme'],
    ['“@Acme', '“‹@Acme› mention Acme'],
    ['参照@競合', '参照‹@競合› mention 競合'],
    ['参照＠競合', '参照‹＠競合› mention 競合'],
    ['𠮷@競合', '𠮷‹@競合› mention 競合'],
    ['[[Q3', '‹[[Q3› wikilink Q3'],
    ['![[Q3', '‹![[Q3› wikilink Q3'],
    ['word[[', 'word‹[[› wikilink '],
    ['@[[Q3 mar', '‹@[[Q3 mar› mention Q3 mar'],
    ['me@[[Q3', 'me@‹[[Q3› wikilink Q3'],
    ['@Q3 market research#Chu', '‹@Q3 market research#Chu› mention Q3 market research / Chu'],
    ['[[Q3#', '‹[[Q3#› wikilink Q3 / '],
    ['[[One]] and [[Tw', '[[One]] and ‹[[Tw› wikilink Tw'],
    [
      '@one two three four five six seven eight',
      '‹@one two three four five six seven eight› mention one two three four five six seven eight',
    ],
  ])('%s', (before, expected) => {
    expect(picture(before)).toBe(expected)
  })

  test.each([
    ['ann@example'],
    ['@ '],
    ['@one two three four five six seven eight nine'],
    ['\\[[Q3'],
    ['[[Q3]]'],
    ['[[Q3|shown'],
    ['@Q3  '],
    ['@Acme #tag'],
    ['no trigger at all'],
    ['@[[Q3 market research]] says'],
  ])('not %s', (before) => {
    expect(picture(before)).toBe('none')
  })

  test('a bare # is no heading of a note', () => {
    expect((pickerQuery('[[#Chu') as PickerQuery).fragment).toBeUndefined()
  })
})

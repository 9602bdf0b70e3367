import { describe, expect, test } from 'vitest'
import type { BacklinkAnswer } from '../../http/types.ts'
import { filterBacklinks, groupBacklinks, type RelationGroup } from './group.ts'

/** `Deck task 2026-03-01 12 built on by`: title, kind (`-` for none), date, offset, how the relation reads from here. */
function backlink(picture: string): BacklinkAnswer {
  const [title = '', kind = '-', date = '', offset = '0', ...relation] = picture.split(' ')
  return {
    source: `${title}.md`,
    title,
    kind: kind === '-' ? null : kind,
    date,
    position: { line: 1, column: 1, offset: Number(offset) },
    form: 'mention',
    relation: null,
    inverse: relation.join(' ') || null,
    reason: null,
    context: `The sentence of ${title}.`,
    contextFrom: 0,
    contextTo: 3,
    modified: date,
    ambiguous: false,
  }
}

function drawn(groups: readonly RelationGroup[]): string[] {
  return groups.flatMap(({ relation, links, kinds }) =>
    kinds.map(
      ({ kind, sources }) =>
        `${relation ?? 'no relation'} ${links} / ${kind ?? '-'}: ${sources
          .map(({ title, links: own }) => `${title}@${own.map((link) => link.position.offset).join('+')}`)
          .join(' ')}`,
    ),
  )
}

describe('backlinks', () => {
  const all = [
    'Aside - 2026-01-05 3',
    'Deck task 2026-03-01 40 built on by',
    'Plan project 2026-02-01 9 built on by',
    'Deck task 2026-03-01 12 built on by',
    'Answer knowledge 2026-04-01 7 replies to',
    'Prices decision 2026-01-20 0 needed by',
    'Later task 2026-05-01 1 built on by',
  ].map(backlink)

  test('stand by relation, then by kind, then by note', () => {
    expect(drawn(groupBacklinks(all, 'newest'))).toEqual([
      'needed by 1 / decision: Prices@0',
      'built on by 4 / project: Plan@9',
      'built on by 4 / task: Later@1 Deck@12+40',
      'replies to 1 / knowledge: Answer@7',
      'no relation 1 / -: Aside@3',
    ])
  })

  test('stand by title or from the oldest when that is asked for', () => {
    const tasks = (order: 'title' | 'oldest') => drawn(groupBacklinks(all, order))[2]
    expect(tasks('title')).toBe('built on by 4 / task: Deck@12+40 Later@1')
    expect(tasks('oldest')).toBe('built on by 4 / task: Deck@12+40 Later@1')
    expect(drawn(groupBacklinks(all.toReversed(), 'newest'))[2]).toBe('built on by 4 / task: Later@1 Deck@12+40')
  })

  test('are filtered by every word of title, sentence and relation', () => {
    const titles = (words: string) => filterBacklinks(all, words).map(({ title }) => title)
    expect(titles('DECK built')).toEqual(['Deck', 'Deck'])
    expect(titles('sentence aside')).toEqual(['Aside'])
    expect(titles('deck needed')).toEqual([])
    expect(titles('  ')).toHaveLength(all.length)
  })
})

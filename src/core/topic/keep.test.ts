import { expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'
import type { TopicAnswer, TopicNote } from './answers.ts'
import { freshText, keptText, sayTimeline } from './keep.ts'
import { timelineOf } from './timeline.ts'

function note(path: string, sentence: string | null, more: Partial<TopicNote> = {}): TopicNote {
  const title = path.replace(/^.*\/|\.md$/g, '')
  const own = { path, title, kind: null, status: null, date: '2026-03-01', why: 'about it' }
  return { ...own, sentence, marks: [], source: path, offset: null, ...more }
}

const NOTES = [
  note('ideas/Gap.md', 'depends on:: @[[Tiers]] — #pricing is [due:: 2026-01-01] open ^b1'),
  note('Old one.md', '- [ ] Ask `[[Wen]]` | @Ann'),
]
const ANSWER: TopicAnswer = {
  topic: 'price: "tiers"',
  hub: NOTES[0] ?? null,
  notes: NOTES,
  linked: [],
  moreLinked: 0,
  decisions: [note('Per team.md', null, { kind: 'decision', status: 'accepted' })],
  tasks: { open: [], done: [] },
  mentions: [],
  people: [],
  tags: [],
  timeline: timelineOf([Date.parse('2026-03-01'), Date.parse('2026-07-01')]),
  forgotten: null,
  kept: null,
}
const stem = (path: string): string => path.replace(/\.md$/, '')

test('links and sentences, and nothing that is another note’s', () => {
  const text = keptText(ANSWER, 'About price tiers', stem, '2026-08-01')
  expect(text).toContain(
    '# About price tiers\n\nStart with [[ideas/Gap]].\n\n## Decisions\n\n- [[Per team]] (accepted, 2026-03-01)\n',
  )
  expect(text).toContain('## When\n\n- March 2026: 1 note\n- quiet from April 2026 to June 2026\n- July 2026: 1 note\n')
  const kept = parseNote('a.md' as NotePath, text)
  expect(kept).toMatchObject({ kind: 'dossier', tags: [], tasks: [], blockIds: [] })
  expect(kept.properties).toEqual([
    { key: 'topic', value: 'price: "tiers"' },
    { key: 'date', value: '2026-08-01' },
  ])
  expect(kept.links.map(({ target, relation }) => [target, relation])).toEqual([
    ['ideas/Gap', undefined],
    ['Per team', undefined],
    ['ideas/Gap', undefined],
    ['Old one', undefined],
  ])
})

test('what is new since stands under its day', () => {
  const kept = { path: 'a.md', title: 'a', date: '2026-08-01', fresh: ['Old one.md'] }
  expect(freshText({ ...ANSWER, kept }, stem, '2026-09-01')).toBe(
    '## New on 2026-09-01\n\n- [[Old one]] — “Ask Wen Ann”\n',
  )
  expect(freshText({ ...ANSWER, kept: { ...kept, fresh: [] } }, stem, '2026-09-01')).toBeUndefined()
})

test('a timeline in words', () => {
  expect(sayTimeline(ANSWER.timeline)).toEqual([
    'March 2026: 1 note',
    'quiet from April 2026 to June 2026',
    'July 2026: 1 note',
  ])
})

import { describe, expect, test } from 'vitest'
import { UserError } from '../core/errors.ts'
import type { LiveAnswer } from '../core/live/answers.ts'
import { openTestWorkspace } from '../workspace/testing.ts'

const TODAY = '2026-03-29'
const FILES = {
  'Per seat.md':
    '---\nkind: decision\nstatus: Accepted\ndate: 2026-02-01\nlead: Ann\ntags: [pricing]\n---\nWe charge per seat.\n',
  'work/Bands.md':
    '---\nkind: decision\nstatus: proposed\ndate: 2026-03-01\nlead: [Ben, Ann]\nrating: 9\n---\nThree bands, see [[Per seat]].\n\n- [ ] Ask the board 📅 2026-04-02\n- [ ] Print ⏫ #paper\n- [x] Draw 📅 2026-03-01 ✅ 2026-03-02\n',
  'work/Board.md':
    '---\nkind: project\nrating: 10\ndate: 2026-01-05\n---\nAbout [[Per seat]].\n\n- [ ] Book a room 📅 2026-03-28\n',
  'Dashboard.md': '```notly\ncharge OR bands\n```\n',
}

const { workspace } = await openTestWorkspace(FILES)
const live = (source: string, path = 'Dashboard.md'): LiveAnswer => workspace.live({ source, path, today: TODAY })

/** A line for each group: its rows. */
const picture = ({ groups }: LiveAnswer): string[] =>
  groups.map(({ title, notes, tasks }) => {
    const rows = [
      ...notes.map((note) => [note.title, ...note.cells.map((cell) => cell.join('+'))].join(' ')),
      ...tasks.map(({ text }) => text),
    ]
    return (title === null ? '' : `${title}: `) + rows.join(', ')
  })

describe('a live query', () => {
  test.each([
    ['kind:decision\nsort title', ['Bands, Per seat']],
    ['kind:decision\nsort created', ['Per seat, Bands']],
    ['kind:decision OR kind:project\nsort rating desc', ['Board, Bands, Per seat']],
    ['kind:decision OR kind:project\nsort rating', ['Bands, Board, Per seat']],
    ['in:work\nsort links, title', ['Bands, Board']],
    ['kind:decision\nsort title\nlimit 1', ['Bands']],
    ['kind:decision OR kind:project\nsort title\ngroup by kind', ['decision: Bands, Per seat', 'project: Board']],
    ['kind:decision\nsort title\ngroup by lead', ['Ann: Bands, Per seat', 'Ben: Bands']],
    ['-title:dashboard\nsort title\ngroup by status', ['Accepted: Per seat', 'proposed: Bands', 'Board']],
    [
      'kind:decision\nsort title\nas table: status, lead, due, tags, tasks, folder',
      ['Bands proposed Ann+Ben 2026-04-02 #paper 2 of 3 open work, Per seat Accepted Ann  #pricing  '],
    ],
    ['links:[[Per seat]]\nsort modified, title', ['Bands, Board']],
    ['as tasks', ['Book a room, Ask the board, Print #paper']],
    ['due:<=today\nas tasks', ['Book a room']],
    ['kind:decision -due:2026-04\nas tasks', ['Print #paper']],
    ['tag:paper OR in:work title:board\nas tasks\nsort text', ['Book a room']],
    ['(tag:paper OR title:board)\nas tasks\nsort text', ['Book a room, Print #paper']],
    ['in:work\nas done tasks', ['Draw']],
    ['in:work\nas all tasks\nsort due desc', ['Ask the board, Book a room, Draw, Print #paper']],
    ['in:work\nas tasks\ngroup by note\nsort text', ['Bands: Ask the board, Print #paper', 'Board: Book a room']],
    ['has:task\nas tasks\ngroup by priority', ['high: Print #paper', 'Book a room, Ask the board']],
  ])('%j', (source, wanted) => {
    expect(picture(live(source))).toEqual(wanted)
  })

  test('the note that it stands in is no part of the result, though it has the words', () => {
    expect(picture(live('charge OR bands')).join()).not.toContain('Dashboard')
    expect(live('charge OR bands').count).toBe(2)
    expect(live('charge OR bands', 'Elsewhere.md').count).toBe(3)
    expect(live('limit 2')).toMatchObject({ count: 3, shown: 2 })
  })

  test.each([
    ['x\nsort duo', 'No note has a property “duo”; did you mean due?', 'x\nsort due'],
    ['x\nas table: leed', 'No note has a property “leed”; did you mean lead?', 'x\nas table: lead'],
    ['kind:decisoin\nlimit 3', 'No note is of the kind “decisoin”; did you mean decision?', 'kind:decision\nlimit 3'],
    [
      'knd:decision\nas tasks',
      'No operator or property is called “knd”; did you mean kind:decision?',
      'kind:decision\nas tasks',
    ],
    ['tag:papr\nas tasks', 'No note has the tag “papr”; did you mean paper?', 'tag:paper\nas tasks'],
  ])('%j is explained', (source, message, proposal) => {
    try {
      live(source)
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      expect(error).toMatchObject({ message, proposal })
      return
    }
    expect.unreachable()
  })

  test('a result follows the notes', async () => {
    const { workspace: own, vault } = await openTestWorkspace(FILES)
    const asked = { source: 'kind:decision\nsort title', path: '', today: TODAY }
    await vault.apply([{ kind: 'create', path: 'Age.md' as never, text: '---\nkind: decision\n---\n' }])
    await own.refresh()
    expect(picture(own.live(asked))).toEqual(['Age, Bands, Per seat'])
  })
})

import { describe, expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import type { OperationKind } from './shapes.ts'
import { change, revisionOf, side } from './testing/model.ts'
import { MINUTE, Place } from './testing/place.ts'

type Line = readonly [kind: OperationKind, before: string | undefined, after: string | undefined]

/** One operation a minute from 10:01 on. */
function placeOf(...lines: Line[]): Place {
  const place = new Place()
  for (const [kind, before, after] of lines) {
    place.wait(MINUTE)
    place.history.record({ kind, label: kind, changes: [change(before, after)] })
  }
  return place
}

const START = Date.UTC(2026, 2, 29, 10)

/** `kind path: text`, with the minutes from which and until which it was the text. */
function versions({ history }: Place, path: string): string[] {
  const minute = (at: number | undefined) => (at === undefined ? '' : (at - START) / MINUTE)
  return history
    .versionsOf(notePath(path))
    .map((v) => `${v.kind} ${v.path}: ${history.textOf(v.revision)} ${minute(v.since)}–${minute(v.at)}`)
}

describe('the earlier texts of a note', () => {
  test('are told newest first, without the present one', () => {
    const place = placeOf(
      ['create', undefined, 'A.md: 1'],
      ['replace', 'A.md: 1', 'A.md: 2'],
      ['edit', 'A.md: 2', 'A.md: 3'],
    )
    expect(versions(place, 'A.md')).toEqual(['edit A.md: 2 2–3', 'replace A.md: 1 1–2'])
    expect(place.history.versionsOf(notePath('A.md'), 1)).toHaveLength(1)
    expect(place.history.versionsOf(notePath('B.md'))).toEqual([])
  })

  test('follow the note to its earlier paths', () => {
    const place = placeOf(
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['rename', 'A.md: 2', 'B.md: 3'],
      ['move', 'B.md: 3', 'c/B.md: 3'],
      ['edit', 'c/B.md: 3', 'c/B.md: 4'],
    )
    expect(versions(place, 'c/B.md')).toEqual(['edit c/B.md: 3 2–4', 'rename A.md: 2 1–2', 'edit A.md: 1 –1'])
  })

  test('follow it through an undo', () => {
    const place = placeOf(
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['rename', 'A.md: 2', 'B.md: 3'],
      ['undo', 'B.md: 3', 'A.md: 2'],
    )
    expect(versions(place, 'A.md')).toEqual(['undo B.md: 3 2–3', 'edit A.md: 1 –1'])
  })

  test('are not those of a note that had the path before and moved away', () => {
    const place = placeOf(
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['rename', 'A.md: 2', 'B.md: 2'],
      ['create', undefined, 'A.md: x'],
      ['edit', 'A.md: x', 'A.md: y'],
    )
    expect(versions(place, 'A.md')).toEqual(['edit A.md: x 3–4'])
    expect(versions(place, 'B.md')).toEqual(['edit A.md: 1 –1'])
  })

  test('follow each note when two exchange their names', () => {
    const place = placeOf(['edit', 'A.md: a1', 'A.md: a2'], ['edit', 'B.md: b1', 'B.md: b2'])
    place.wait(MINUTE)
    place.history.record({
      kind: 'rename',
      label: 'rename',
      changes: [change('A.md: a2', 'B.md: a3'), change('B.md: b2', 'A.md: b3')],
    })
    expect(versions(place, 'A.md')).toEqual(['rename B.md: b2 2–3', 'edit B.md: b1 –2'])
    expect(versions(place, 'B.md')).toEqual(['rename A.md: a2 1–3', 'edit A.md: a1 –1'])
  })

  test('stay when the note is deleted, and when it is brought back', () => {
    const lines: Line[] = [
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['delete', 'A.md: 2', undefined],
    ]
    expect(versions(placeOf(...lines), 'A.md')).toEqual(['delete A.md: 2 1–2', 'edit A.md: 1 –1'])
    const back = placeOf(...lines, ['restore', undefined, 'A.md: 2'])
    expect(versions(back, 'A.md')).toEqual(['edit A.md: 1 –1'])
  })

  test('are each told once, where the text last stood', () => {
    const place = placeOf(
      ['replace', 'A.md: 1', 'A.md: 2'],
      ['replace', 'A.md: 2', 'A.md: 1'],
      ['replace', 'A.md: 1', 'A.md: 3'],
    )
    expect(versions(place, 'A.md')).toEqual(['replace A.md: 1 2–3', 'replace A.md: 2 1–2'])
  })

  test('leave out what was never given', () => {
    const place = placeOf(['edit', 'A.md: 1', 'A.md: 2'])
    const { path, revision } = side('A.md', 'seen by nobody')
    place.history.record({
      kind: 'outside',
      label: 'out',
      changes: [{ before: { path, revision }, after: side('A.md', '4') }],
    })
    expect(versions(place, 'A.md')).toEqual(['outside A.md: 2 1–1', 'edit A.md: 1 –1'])
  })

  test('are one run through a move between two texts that nobody saw change', () => {
    const place = placeOf(
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['move', 'A.md: 9', 'b/A.md: 9'],
      ['edit', 'b/A.md: 9', 'b/A.md: 3'],
    )
    expect(versions(place, 'b/A.md')).toEqual(['edit b/A.md: 9 2–3', 'outside A.md: 2 1–2', 'edit A.md: 1 –1'])
  })
})

describe('the trash', () => {
  test('lists what is deleted, newest first, with its last text', () => {
    const place = placeOf(['delete', 'clients/A.md: a', undefined], ['outside', 'B.md: bé', undefined])
    expect(place.history.trash({ limit: 9 })).toEqual([
      { path: 'B.md', stem: 'B', revision: revisionOf('bé'), at: place.time, bytes: 3 },
      { path: 'clients/A.md', stem: 'A', revision: revisionOf('a'), at: place.time - MINUTE, bytes: 1 },
    ])
    expect(place.history.trash({ limit: 1 })).toHaveLength(1)
    expect(place.history.isDeleted(notePath('B.md'))).toBe(true)
    expect(place.history.isDeleted(notePath('C.md'))).toBe(false)
  })

  test.each<[string, Line[]]>([
    [
      'a note that was brought back',
      [
        ['delete', 'A.md: a', undefined],
        ['restore', undefined, 'A.md: a'],
      ],
    ],
    [
      'a note that was brought back to another path',
      [
        ['delete', 'A.md: a', undefined],
        ['restore', undefined, 'B.md: a'],
      ],
    ],
    [
      'a path that another note took',
      [
        ['delete', 'A.md: a', undefined],
        ['move', 'b/A.md: b', 'A.md: b'],
      ],
    ],
    ['a note that was merged into another', [['merge', 'A.md: a', undefined]]],
    ['a note that was renamed', [['rename', 'A.md: a', 'B.md: a']]],
  ])('has not %s', (_name, lines) => {
    const place = placeOf(...lines)
    expect(place.history.trash({ limit: 9 })).toEqual([])
    expect(place.history.isDeleted(notePath('A.md'))).toBe(false)
  })

  test('has the other of two notes with one text when one was brought back', () => {
    const place = placeOf(
      ['delete', 'A.md: same', undefined],
      ['delete', 'B.md: same', undefined],
      ['restore', undefined, 'B.md: same'],
    )
    expect(place.history.trash({ limit: 9 }).map(({ path }) => path)).toEqual(['A.md'])
  })

  test('has a note once that was deleted, brought back unseen and deleted again', () => {
    const place = placeOf(['delete', 'A.md: 1', undefined], ['delete', 'A.md: 2', undefined])
    expect(place.history.trash({ limit: 9 }).map(({ revision }) => revision)).toEqual([revisionOf('2')])
  })
})

describe('where a note is now', () => {
  test('is where later operations brought it', () => {
    const { history } = placeOf(
      ['edit', 'A.md: 1', 'A.md: 2'],
      ['rename', 'A.md: 2', 'B.md: 2'],
      ['delete', 'B.md: 2', undefined],
      ['restore', undefined, 'B.md: 2'],
      ['move', 'B.md: 2', 'c/B.md: 2'],
      ['create', undefined, 'A.md: x'],
    )
    const ids = history
      .operations({ limit: 9 })
      .map(({ id }) => id)
      .reverse()
    const placeNow = (after: number, path: string) => history.placeNow(ids[after] as (typeof ids)[0], notePath(path))
    expect(placeNow(0, 'A.md')).toBe('c/B.md')
    expect(placeNow(1, 'B.md')).toBe('c/B.md')
    expect(placeNow(4, 'A.md')).toBe('A.md')
    expect(placeNow(0, 'Z.md')).toBe('Z.md')
  })

  test('is nowhere once it is deleted', () => {
    const { history } = placeOf(['edit', 'A.md: 1', 'A.md: 2'], ['delete', 'A.md: 2', undefined])
    const [, first] = history.operations({ limit: 9 })
    expect(first && history.placeNow(first.id, notePath('A.md'))).toBeUndefined()
  })
})

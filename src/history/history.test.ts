import { describe, expect, onTestFinished, test } from 'vitest'
import { History } from './history.ts'
import type { OperationId, OperationKind } from './shapes.ts'
import { change, revisionOf, side } from './testing/model.ts'
import { MINUTE, Place } from './testing/place.ts'

function record(place: Place, kind: OperationKind, before?: string, after?: string): OperationId {
  return place.history.record({ kind, label: `${kind} ${after ?? before}`, changes: [change(before, after)] })
}

describe('texts', () => {
  test('a text that was kept is there, in a later session too', () => {
    const place = new Place()
    const text = '\uFEFFNaïve 第三季度 🙂\r\nend'
    place.history.keep(revisionOf(text), text)
    place.history.keep(revisionOf(text), text)
    expect(place.history.textOf(revisionOf(text))).toBe(text)
    expect(place.reopen().textOf(revisionOf(text))).toBe(text)
    expect(place.history.size().texts).toBe(1)
  })

  test('an empty text is a text, an unknown one is none', () => {
    const { history } = new Place()
    history.keep(revisionOf(''), '')
    expect(history.textOf(revisionOf(''))).toBe('')
    expect(history.has(revisionOf(''))).toBe(true)
    expect(history.textOf(revisionOf('never'))).toBeUndefined()
    expect(history.has(revisionOf('never'))).toBe(false)
  })

  test('one text is kept once, whoever refers to it', () => {
    const place = new Place()
    record(place, 'create', undefined, 'A.md: same')
    record(place, 'create', undefined, 'B.md: same')
    expect(place.history.size()).toMatchObject({ operations: 2, texts: 1 })
  })
})

describe('operations', () => {
  test('are told newest first, in pages', () => {
    const place = new Place()
    const first = record(place, 'create', undefined, 'A.md: a')
    place.wait(MINUTE)
    const second = record(place, 'delete', 'A.md: a')
    const summary = { kind: 'delete', label: 'delete A.md: a', notes: 1, paths: ['A.md'], undoneBy: undefined }
    expect(place.history.operations({ limit: 1 })).toEqual([{ id: second, at: place.time, ...summary }])
    expect(place.history.operations({ limit: 9, before: second }).map(({ id }) => id)).toEqual([first])
  })

  test('one operation has the changes in their order, with the texts that are kept', () => {
    const { history } = new Place()
    const { path, revision } = side('B.md', 'never given')
    const id = history.record({
      kind: 'rename',
      label: 'Rename A to C',
      changes: [change('A.md: a', 'C.md: c'), { before: { path, revision }, after: side('B.md', 'b') }],
    })
    expect(history.operation(id)).toMatchObject({
      notes: 2,
      changes: [
        { before: side('A.md', 'a'), after: side('C.md', 'c') },
        { before: { path, revision, text: undefined }, after: side('B.md', 'b') },
      ],
    })
    expect(history.operation((id + 1) as OperationId)).toBeUndefined()
  })

  test('an operation without a change, or a change without a side, is refused and leaves nothing', () => {
    const { history } = new Place()
    expect(() => history.record({ kind: 'edit', label: 'Nothing', changes: [] })).toThrow('changes nothing')
    expect(() => history.record({ kind: 'edit', label: 'No', changes: [change(undefined, 'A.md: a'), {}] })).toThrow(
      'before or after',
    )
    expect(history.size()).toMatchObject({ operations: 0, texts: 0 })
  })
})

describe('edits that follow each other', () => {
  test('are one operation, from the first text to the last', () => {
    const place = new Place()
    const first = record(place, 'edit', 'A.md: one', 'A.md: two')
    place.wait(4 * MINUTE)
    expect(record(place, 'edit', 'A.md: two', 'A.md: three')).toBe(first)
    expect(place.history.operation(first)?.changes).toEqual([
      { before: side('A.md', 'one'), after: side('A.md', 'three') },
    ])
    expect(place.history.has(revisionOf('two'))).toBe(false)
  })

  test('keep the text between when another operation refers to it', () => {
    const place = new Place()
    record(place, 'create', undefined, 'B.md: two')
    record(place, 'edit', 'A.md: one', 'A.md: two')
    record(place, 'edit', 'A.md: two', 'A.md: three')
    expect(place.history.textOf(revisionOf('two'))).toBe('two')
  })

  test.each<[string, (place: Place) => void]>([
    ['after five minutes', (place) => place.wait(6 * MINUTE)],
    ['when the clock went back', (place) => place.wait(-MINUTE)],
    ['in another session', (place) => void place.reopen()],
    ['when something else was done between', (place) => void record(place, 'create', undefined, 'B.md: b')],
    ['when another program changed the note', (place) => void record(place, 'outside', 'A.md: two', 'A.md: out')],
  ])('are two %s', (_name, between) => {
    const place = new Place()
    const first = record(place, 'edit', 'A.md: one', 'A.md: two')
    between(place)
    expect(record(place, 'edit', 'A.md: two', 'A.md: three')).not.toBe(first)
    expect(place.history.has(revisionOf('two'))).toBe(true)
  })

  test('are two when they are of two notes, of no edit, or do not meet', () => {
    const place = new Place()
    const ids = [
      record(place, 'edit', 'A.md: one', 'A.md: two'),
      record(place, 'edit', 'B.md: two', 'B.md: three'),
      record(place, 'edit', 'B.md: four', 'B.md: five'),
      record(place, 'replace', 'B.md: five', 'B.md: six'),
      record(place, 'edit', 'B.md: six', 'B.md: seven'),
    ]
    expect(new Set(ids).size).toBe(5)
  })

  test('keep a long text that was typed and cleared within minutes', () => {
    const place = new Place()
    const long = 'words '.repeat(100)
    record(place, 'edit', 'A.md: one', `A.md: ${long}`)
    record(place, 'edit', `A.md: ${long}`, 'A.md: ')
    expect(place.history.textOf(revisionOf(long))).toBe(long)
    expect(place.history.versionsOf(side('A.md', '').path).map(({ bytes }) => bytes)).toEqual([600, 3])
  })
})

describe('what can be undone', () => {
  test('is the newest operation that is neither an edit, nor an undo, nor from outside', () => {
    const place = new Place()
    expect(place.history.lastUndoable()).toBeUndefined()
    const rename = record(place, 'rename', 'A.md: a', 'B.md: b')
    record(place, 'edit', 'B.md: b', 'B.md: c')
    record(place, 'outside', 'B.md: c', 'B.md: d')
    expect(place.history.lastUndoable()?.id).toBe(rename)
  })

  test('an undone operation is not undone again, unless its undo was undone', () => {
    const { history } = new Place()
    const undoing = (undoes: OperationId) =>
      history.record({ kind: 'undo', label: 'Undo', changes: [change('B.md: b', 'A.md: a')], undoes })
    const older = history.record({ kind: 'move', label: 'Move', changes: [change('C.md: c', 'd/C.md: c')] })
    const rename = history.record({ kind: 'rename', label: 'Rename', changes: [change('A.md: a', 'B.md: b')] })

    const undo = undoing(rename)
    expect(history.operation(rename)?.undoneBy).toBe(undo)
    expect(history.lastUndoable()?.id).toBe(older)
    const redo = undoing(undo)
    expect(history.operation(rename)?.undoneBy).toBeUndefined()
    expect(history.operation(undo)?.undoneBy).toBe(redo)
    expect(history.lastUndoable()?.id).toBe(rename)
    undoing(redo)
    expect(history.operation(rename)?.undoneBy).toBe(undo)
    expect(history.lastUndoable()?.id).toBe(older)
  })

  test('two sessions see what the other did, and do not fold its edits', () => {
    const place = new Place()
    const other = History.open(place.file, { now: () => place.time })
    onTestFinished(() => other.close())
    const rename = record(place, 'rename', 'A.md: a', 'B.md: b')
    expect(other.lastUndoable()?.id).toBe(rename)
    const first = record(place, 'edit', 'B.md: b', 'B.md: c')
    const second = other.record({ kind: 'edit', label: 'Edit', changes: [change('B.md: c', 'B.md: d')] })
    expect(second).not.toBe(first)
    expect(record(place, 'edit', 'B.md: d', 'B.md: e')).not.toBe(second)
  })
})

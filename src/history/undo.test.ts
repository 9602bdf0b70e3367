import { describe, expect, test } from 'vitest'
import type { Change, Kept } from './shapes.ts'
import { applyEdits, change, currentOf, type Texts } from './testing/model.ts'
import { planUndo, type UndoPlan } from './undo.ts'

type Picture = readonly [before: string | undefined, after: string | undefined]

function operation(...pictures: Picture[]): { readonly changes: readonly Change[] } {
  return { changes: pictures.map(([before, after]) => change(before, after) as Change) }
}

function undo(texts: Texts, ...pictures: Picture[]): UndoPlan & { readonly texts: Texts } {
  const plan = planUndo(operation(...pictures), currentOf(texts))
  return { ...plan, texts: applyEdits(texts, plan.edits) }
}

const RENAME: Picture[] = [
  ['Acme.md: # Acme\n\nText.', 'Acme Ltd.md: # Acme Ltd\n\nText.'],
  ['Fees.md: one\nsee [[Acme]]\nthree', 'Fees.md: one\nsee [[Acme Ltd]]\nthree'],
]
const RENAMED = { 'Acme Ltd.md': '# Acme Ltd\n\nText.', 'Fees.md': 'one\nsee [[Acme Ltd]]\nthree' }

describe('where nothing happened since, all is as before', () => {
  test('a rename with its links', () => {
    const { texts, leftAlone } = undo(RENAMED, ...RENAME)
    expect(texts).toEqual({ 'Acme.md': '# Acme\n\nText.', 'Fees.md': 'one\nsee [[Acme]]\nthree' })
    expect(leftAlone).toEqual([])
  })

  test('a move that changes no text moves, and writes nothing', () => {
    const { edits } = undo({ 'b/A.md': 'x' }, ['a/A.md: x', 'b/A.md: x'])
    expect(edits).toEqual([expect.objectContaining({ kind: 'move', path: 'b/A.md', to: 'a/A.md', text: undefined })])
  })

  test.each<[string, Texts, Texts, Picture[]]>([
    ['an edit', { 'A.md': 'new' }, { 'A.md': 'old' }, [['A.md: old', 'A.md: new']]],
    ['a new note', { 'A.md': 'new' }, {}, [[undefined, 'A.md: new']]],
    ['a deletion', {}, { 'A.md': 'old' }, [['A.md: old', undefined]]],
    [
      'a merge',
      { 'B.md': 'b\na' },
      { 'A.md': 'a', 'B.md': 'b' },
      [
        ['A.md: a', undefined],
        ['B.md: b', 'B.md: b\na'],
      ],
    ],
    [
      'an exchange of names',
      { 'A.md': 'b', 'B.md': 'a' },
      { 'A.md': 'a', 'B.md': 'b' },
      [
        ['A.md: a', 'B.md: a'],
        ['B.md: b', 'A.md: b'],
      ],
    ],
    [
      'a note in the place of another',
      { 'A.md': 'b' },
      { 'A.md': 'a', 'B.md': 'b' },
      [
        ['A.md: a', undefined],
        ['B.md: b', 'A.md: b'],
      ],
    ],
    ['a change of case', { 'acme.md': 'x' }, { 'Acme.md': 'x' }, [['Acme.md: x', 'acme.md: x']]],
  ])('%s', (_name, now, then, pictures) => {
    const { texts, leftAlone } = undo(now, ...pictures)
    expect(texts).toEqual(then)
    expect(leftAlone).toEqual([])
  })

  test('a second time, there is nothing left to do', () => {
    const { texts } = undo(RENAMED, ...RENAME)
    expect(undo(texts, ...RENAME)).toMatchObject({ edits: [], leftAlone: [] })
  })
})

describe('where a note was edited since', () => {
  test('its edits stay, and only the links go back', () => {
    const { texts, leftAlone } = undo(
      { 'Acme Ltd.md': '# Acme Ltd\n\nText.\nMore.', 'Fees.md': 'ONE\nsee [[Acme Ltd]]\nthree' },
      ...RENAME,
    )
    expect(texts).toEqual({ 'Acme.md': '# Acme\n\nText.\nMore.', 'Fees.md': 'ONE\nsee [[Acme]]\nthree' })
    expect(leftAlone).toEqual([])
  })

  test('in the same line, it is left alone and said so', () => {
    const now = { ...RENAMED, 'Fees.md': 'one\nlook at [[Acme Ltd]]\nthree' }
    const { texts, leftAlone } = undo(now, ...RENAME)
    expect(texts).toEqual({ 'Acme.md': '# Acme\n\nText.', 'Fees.md': now['Fees.md'] })
    expect(leftAlone).toEqual([
      { path: 'Fees.md', why: 'The same lines were edited since, so its text stays as it is.' },
    ])
  })

  test('in its title, the note still goes back to its path, or every link to it would break', () => {
    const now = { ...RENAMED, 'Acme Ltd.md': '# Acme and sons\n\nText.' }
    const { texts, leftAlone } = undo(now, ...RENAME)
    expect(texts).toEqual({ 'Acme.md': '# Acme and sons\n\nText.', 'Fees.md': 'one\nsee [[Acme]]\nthree' })
    expect(leftAlone.map(({ path }) => path)).toEqual(['Acme.md'])
  })

  test('a note that was made stays', () => {
    const { edits, leftAlone } = undo({ 'A.md': 'newer' }, [undefined, 'A.md: new'])
    expect(edits).toEqual([])
    expect(leftAlone).toEqual([{ path: 'A.md', why: 'It was edited since, so it stays.' }])
  })

  test('a note that is gone stays gone, the others go back', () => {
    const { texts, leftAlone } = undo({ 'Acme Ltd.md': RENAMED['Acme Ltd.md'] }, ...RENAME)
    expect(texts).toEqual({ 'Acme.md': '# Acme\n\nText.' })
    expect(leftAlone).toEqual([{ path: 'Fees.md', why: 'It is not there any more.' }])
  })
})

describe('where a path is taken', () => {
  test('a rename leaves everything alone: its links would lead to the other note', () => {
    const { edits, leftAlone } = undo({ ...RENAMED, 'Acme.md': 'another' }, ...RENAME)
    expect(edits).toEqual([])
    expect(leftAlone).toEqual([
      { path: 'Acme Ltd.md', why: 'There is another note at Acme.md now; rename that one, then undo again.' },
      { path: 'Fees.md', why: 'It belongs together with Acme Ltd.md, which cannot go back.' },
    ])
  })

  test('of several deleted notes, the others come back', () => {
    const { texts, leftAlone } = undo({ 'A.md': 'another' }, ['A.md: a', undefined], ['B.md: b', undefined])
    expect(texts).toEqual({ 'A.md': 'another', 'B.md': 'b' })
    expect(leftAlone.map(({ path }) => path)).toEqual(['A.md'])
  })
})

describe('where a note was moved since', () => {
  test('its text goes back where it is now', () => {
    const now = { ...RENAMED, 'old/Fees.md': RENAMED['Fees.md'] } as Record<string, string>
    delete now['Fees.md']
    const { edits, leftAlone } = planUndo(operation(...RENAME), currentOf(now), (path) =>
      path === 'Fees.md' ? ('old/Fees.md' as typeof path) : path,
    )
    expect(applyEdits(now, edits)).toEqual({ 'Acme.md': '# Acme\n\nText.', 'old/Fees.md': 'one\nsee [[Acme]]\nthree' })
    expect(leftAlone).toEqual([])
  })

  test('a note that the operation moved is not moved over the later move', () => {
    const now = { 'Firm.md': '# Firm\n\nText.', 'Fees.md': 'one\nsee [[Firm]]\nthree' }
    const { edits, leftAlone } = planUndo(operation(...RENAME), currentOf(now), (path) =>
      path === 'Acme Ltd.md' ? ('Firm.md' as typeof path) : path,
    )
    expect(edits).toEqual([])
    expect(leftAlone[0]).toEqual({ path: 'Firm.md', why: 'It was moved again since; undo that first.' })
  })
})

describe('where a text is no longer kept', () => {
  const forget = (side: Kept | undefined): Kept | undefined => side && { ...side, text: undefined }

  test('the note is left alone', () => {
    const { changes } = operation(['A.md: old', 'A.md: new'])
    const forgotten = changes.map(({ before, after }) => ({ before: forget(before), after }))
    expect(planUndo({ changes: forgotten }, currentOf({ 'A.md': 'new' }))).toEqual({
      edits: [],
      leftAlone: [{ path: 'A.md', why: 'Its earlier text is no longer kept.' }],
    })
  })

  test('a pure move needs no text', () => {
    const { changes } = operation(['A.md: x', 'B.md: x'])
    const forgotten = changes.map(({ before, after }) => ({ before: forget(before), after: forget(after) }))
    const { edits } = planUndo({ changes: forgotten }, currentOf({ 'B.md': 'x and more' }))
    expect(edits).toEqual([expect.objectContaining({ kind: 'move', path: 'B.md', to: 'A.md', text: undefined })])
  })
})

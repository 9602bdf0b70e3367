import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '../changes.ts'
import { parseNote } from '../parse.ts'
import { notePath } from '../path.ts'
import { editField, type FieldEdit, fieldsIn } from './fields.ts'

const fm = (yaml: string): string => `---\n${yaml}\n---\nText\n`
const range = (text: string) => parseNote(notePath('a.md'), text).frontmatter
const fields = (text: string) => fieldsIn(text, range(text))

function edit(text: string, asked: FieldEdit): string | undefined {
  const changes = editField(text, range(text), asked)
  return changes && applyChanges(text, changes)
}

describe('the properties of a note one by one', () => {
  test.each([
    ['count: 5', { shape: 'one', value: '5', type: 'number' }],
    ['count: "5"', { shape: 'one', value: '5', type: 'text' }],
    ['count: 1.10', { shape: 'one', value: '1.10', type: 'number' }],
    ['count: true', { shape: 'one', value: 'true', type: 'checkbox' }],
    ['count: 2026-03-29', { shape: 'one', value: '2026-03-29', type: 'date' }],
    ['count: 2026-03-29T10:30:00Z', { shape: 'one', value: '2026-03-29T10:30:00Z', type: 'datetime' }],
    ['count: "[[A note]]"', { shape: 'one', value: '[[A note]]', type: 'link' }],
    ['count: [[A note]]', { shape: 'one', value: '[[A note]]', type: 'link' }],
    ['count:', { shape: 'one', value: '', type: 'text' }],
    ['count: [a, 2, "[[N]]"]', { shape: 'list', items: ['a', '2', '[[N]]'] }],
    ['count:\n  - a # first\n  - [[N]]', { shape: 'list', items: ['a', '[[N]]'] }],
    ['count: []', { shape: 'list', items: [] }],
    ['count:\n  a: 1', { shape: 'other', source: 'a: 1' }],
    ['count: [[a], b]', { shape: 'other', source: '[[a], b]' }],
  ])('%s', (yaml, field) => {
    expect(fields(fm(yaml))).toEqual([{ key: 'count', ...field }])
  })

  test('a key that stands there twice is shown, and changed in the text only', () => {
    const text = fm('a: 1\nA: 2')
    expect(fields(text)?.map(({ shape }) => shape)).toEqual(['one', 'other'])
    expect(edit(text, { kind: 'set', key: 'a', value: '3', type: 'number' })).toBeUndefined()
  })

  test.each(['a: [b', '- a\n- b', '{a: 1}', 'a: 1\n b: 2'])('%s is left alone', (yaml) => {
    expect(fields(fm(yaml))).toBeUndefined()
    expect(edit(fm(yaml), { kind: 'set', key: 'a', value: 'x', type: 'text' })).toBeUndefined()
    expect(edit(fm(yaml), { kind: 'remove', key: 'a' })).toBeUndefined()
  })
})

const set = (key: string, value: string, type = 'text'): FieldEdit => ({ kind: 'set', key, value, type }) as FieldEdit

describe('a property is changed, and nothing else', () => {
  test.each<[string, FieldEdit, string]>([
    ['a: 1 # one\nb: 2', set('a', '7', 'number'), 'a: 7 # one\nb: 2'],
    ['a: x', set('a', '7'), 'a: "7"'],
    ["a: 'x'\nb: 2", set('a', "it's"), "a: 'it''s'\nb: 2"],
    ['a: "x"', set('a', 'say "so"'), 'a: "say \\"so\\""'],
    ['a: x', set('a', '- no list'), 'a: "- no list"'],
    ['a: |\n  one\n  two\nb: 2', set('a', 'three'), 'a: three\nb: 2'],
    ['a: |-\n  one\n  two\nb: 2', set('a', 'one\nthree'), 'a: |-\n  one\n  three\nb: 2'],
    ['a:\n  - x\n  - y\nb: 2', set('a', 'z'), 'a: z\nb: 2'],
    ['a:\nb: 2', set('a', 'true', 'checkbox'), 'a: true\nb: 2'],
    ['a: x\nb: 2', set('a', ''), 'a: \nb: 2'],
    ['a: x', set('New key: here', 'y'), 'a: x\n"New key: here": y'],
    ['Due date: x', set('due date', 'y'), 'Due date: y'],
    ['a: x # why\n# more\nb: 2', { kind: 'rename', key: 'a', to: 'name' }, 'name: x # why\n# more\nb: 2'],
    ['a: x\nb: 2', { kind: 'remove', key: 'a' }, 'b: 2'],
    ['a: [x]', { kind: 'add-item', key: 'a', item: 'y, z' }, 'a: [x, "y, z"]'],
    ['a: x', { kind: 'add-item', key: 'a', item: 'y' }, 'a: [x, y]'],
    ['a:\n- x\nb: 2', { kind: 'add-item', key: 'a', item: 'y: z' }, 'a:\n- x\n- "y: z"\nb: 2'],
    ['a: [x, "y", z]', { kind: 'set-item', key: 'a', at: 1, item: 'w' }, 'a: [x, "w", z]'],
    ['a:\n  - x # 1\n  - y', { kind: 'set-item', key: 'a', at: 0, item: 'w' }, 'a:\n  - w # 1\n  - y'],
    ['a: [x, y, z]', { kind: 'remove-item', key: 'a', at: 0 }, 'a: [y, z]'],
    ['a:\n  - x\n  - y\nb: 2', { kind: 'remove-item', key: 'a', at: 1 }, 'a:\n  - x\nb: 2'],
    ['a:\n  - x\nb: 2', { kind: 'remove-item', key: 'a', at: 0 }, 'a: []\nb: 2'],
    ['a: []\nb: 2', { kind: 'add-item', key: 'a', item: '[[N]]' }, 'a: ["[[N]]"]\nb: 2'],
    ['b: 2', { kind: 'set-list', key: 'a', items: [] }, 'b: 2\na: []'],
  ])('%j', (before, asked, after) => {
    expect(edit(fm(before), asked)).toBe(fm(after))
  })

  test('what others lean on stays', () => {
    expect(edit(fm('a: &x 1\nb: *x'), set('a', '2', 'number'))).toBeUndefined()
    expect(edit(fm('a: &x 1\nb: *x'), { kind: 'remove', key: 'a' })).toBeUndefined()
  })

  test('a name that another property has is refused', () => {
    expect(edit(fm('a: 1\nb: 2'), { kind: 'rename', key: 'a', to: 'B' })).toBeUndefined()
  })

  test('a first property makes the frontmatter, the last one takes it away', () => {
    expect(edit('Text\n', set('a', 'x'))).toBe('---\na: x\n---\n\nText\n')
    expect(edit('---\na: x\n---\n\nText\n', { kind: 'remove', key: 'a' })).toBe('Text\n')
  })
})

const key = fc.constantFrom('a', 'b', 'c d', 'é', 'x-y', 'tags')
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).map((words) => words.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')),
  fc.constantFrom(
    'yes',
    '12',
    'null',
    '~',
    '[[N]]',
    '#no',
    'a: b',
    '- x',
    '2026-03-29',
    '{a}',
    "it's",
    '"',
    '@x',
    '| x',
    '? y',
  ),
)
const value = fc.oneof(
  text.map((each) => JSON.stringify(each)),
  fc.constantFrom(
    '5',
    'true',
    'plain words',
    '2026-03-29',
    "'quoted' # said",
    '[a, b]',
    '[]',
    '',
    '\n  - one # 1\n  - two',
    '|\n  long\n  text',
  ),
)
const yaml = fc.uniqueArray(fc.tuple(key, value, fc.constantFrom('', '# before\n')), {
  minLength: 1,
  selector: ([name]) => name,
})
const asked = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key, value: text, type: fc.constant('text' as const) }),
  fc.record({ kind: fc.constant('add-item' as const), key, item: text }),
  fc.record({ kind: fc.constant('set-item' as const), key, at: fc.constantFrom(0, 1), item: text }),
  fc.record({ kind: fc.constant('remove-item' as const), key, at: fc.constantFrom(0, 1) }),
)

const valuesOf = (of: string, name: string): readonly string[] => {
  const field = fields(of)?.find((each) => each.key === name)
  return field?.shape === 'list' ? field.items : field?.shape === 'one' && field.value !== '' ? [field.value] : []
}

test('laws: the others stay byte for byte, and the value reads back as it was given', () => {
  fc.assert(
    fc.property(yaml, asked, (pairs, change) => {
      const lines = pairs.map(([name, said, comment]) => `${comment}${name}:${said.startsWith('\n') ? '' : ' '}${said}`)
      const before = fm(lines.join('\n'))
      const after = edit(before, change)
      fc.pre(after !== undefined)
      for (const [at, [name]] of pairs.entries()) if (name !== change.key) expect(after).toContain(`${lines[at]}\n`)
      const had = valuesOf(before, change.key)
      const has = valuesOf(after as string, change.key)
      if (change.kind === 'set') expect(has).toEqual([change.value])
      if (change.kind === 'add-item') expect(has).toEqual([...had, change.item])
      if (change.kind === 'set-item' && had[change.at] !== undefined)
        expect(has).toEqual(had.with(change.at, change.item))
      if (change.kind === 'remove-item' && had[change.at] !== undefined)
        expect(has).toEqual(had.toSpliced(change.at, 1))
    }),
    { numRuns: 1000 },
  )
})

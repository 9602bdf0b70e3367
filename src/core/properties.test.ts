import { describe, expect, test } from 'vitest'
import type { TextChange } from './changes.ts'
import { applyToRaw } from './lineends.ts'
import { fieldsIn } from './properties/fields.ts'
import { addTag, removeTag, setProperty, valueIn } from './properties.ts'

const NOTE = `---
# how we file this
kind: task   # for now
tags: [pricing, "two words"]
title: "Client: presentation"
note: |
  kept
---
Text
`

function range(text: string) {
  const end = text.indexOf('\n---', 3)
  return text.startsWith('---\n') ? { from: 0, to: end + 4 } : undefined
}

const made = (text: string, edits: TextChange[]): string => applyToRaw(text, edits)
const fm = (yaml: string): string => `---\n${yaml}\n---\nText\n`

describe('editing frontmatter', () => {
  test('a value changes in its place; comments, order and quotes stay', () => {
    expect(made(NOTE, setProperty(NOTE, range(NOTE), 'kind', 'decision'))).toBe(NOTE.replace('task ', 'decision '))
    expect(made(NOTE, setProperty(NOTE, range(NOTE), 'title', 'Deck'))).toBe(
      NOTE.replace('"Client: presentation"', '"Deck"'),
    )
  })

  test('a value that YAML would misread is quoted', () => {
    const text = fm('title: x')
    expect(made(text, setProperty(text, range(text), 'title', 'a: b'))).toBe(fm('title: "a: b"'))
    expect(made(text, setProperty(text, range(text), 'title', 'true'))).toBe(fm('title: "true"'))
  })

  test('`type` is written where the note says `type`', () => {
    const text = fm('type: idea')
    expect(made(text, setProperty(text, range(text), 'kind', 'task'))).toBe(fm('type: task'))
  })

  test('a key without a value gets one', () => {
    const text = fm('kind:\ntags:')
    expect(made(text, setProperty(text, range(text), 'kind', 'task'))).toBe(fm('kind: task\ntags:'))
    expect(made(text, addTag(text, range(text), 'new'))).toBe(fm('kind:\ntags: [new]'))
  })

  test('a new key goes below the others; without frontmatter it makes one', () => {
    const text = fm('kind: task')
    expect(made(text, setProperty(text, range(text), 'date', '2026-03-29'))).toBe(fm('kind: task\ndate: 2026-03-29'))
    expect(made('Text', setProperty('Text', undefined, 'kind', 'idea'))).toBe('---\nkind: idea\n---\n\nText')
  })

  test('a key is taken away with its line, the last one with the frontmatter', () => {
    expect(made(NOTE, setProperty(NOTE, range(NOTE), 'kind', undefined))).toBe(
      NOTE.replace('kind: task   # for now\n', ''),
    )
    const text = '---\nkind: task\n---\n\nText'
    expect(made(text, setProperty(text, range(text), 'kind', undefined))).toBe('Text')
  })

  test.each([
    ['tags: [a, b]', 'tags: [a, b, new]'],
    ['tags: []', 'tags: [new]'],
    ['tags:\n  - a\n  - b # last\nkind: x', 'tags:\n  - a\n  - b # last\n  - new\nkind: x'],
    ['tags: a, b', 'tags: a, b, new'],
    ['tag: a', 'tag: a, new'],
    ['tags: a b', 'tags: a b new'],
    ['tags:\n- a\n- b', 'tags:\n- a\n- b\n- new'],
    ['tags:\n  - &first a', 'tags:\n  - &first a\n  - new'],
    ['kind: x', 'kind: x\ntags: [new]'],
  ])('a tag is added the way the others are written: %s', (before, after) => {
    expect(made(fm(before), addTag(fm(before), range(fm(before)), 'new'))).toBe(fm(after))
  })

  test.each([
    ['tags: [a, b, c]', 'tags: [a, c]'],
    ['tags: [b, c]', 'tags: [c]'],
    ['tags: [a, "#B"]', 'tags: [a]'],
    ['tags:\n  - a\n  - b\n  - c', 'tags:\n  - a\n  - c'],
    ['tags: a, b, c', 'tags: a, c'],
    ['kind: x\ntags: [b]', 'kind: x'],
    ['kind: x\ntags:\n  - b\ndate: y', 'kind: x\ndate: y'],
  ])('a tag is removed and the others stay: %s', (before, after) => {
    expect(made(fm(before), removeTag(fm(before), range(fm(before)), 'b'))).toBe(fm(after))
  })

  test('broken frontmatter is left alone', () => {
    const text = fm('kind: [a')
    expect(setProperty(text, range(text), 'kind', 'task')).toEqual([])
    expect(addTag(text, range(text), 'a')).toEqual([])
  })

  test('values are found by any of their keys', () => {
    const fields = fieldsIn(NOTE, range(NOTE)) ?? []
    expect(valueIn(fields, 'title')).toBe('Client: presentation')
    expect(valueIn(fields, 'date')).toBeUndefined()
    expect(valueIn(fields, 'tags')).toBeUndefined()
    const typed = fm('Type: idea')
    expect(valueIn(fieldsIn(typed, range(typed)) ?? [], 'kind')).toBe('idea')
  })
})

test('a link among the properties is written in quotes, as YAML asks for', () => {
  const text = '---\nkind: decision\n---\nYes.\n'
  const after = made(text, setProperty(text, range(text), 'supersededBy', '[[Per team]]'))
  expect(after).toBe('---\nkind: decision\nsuperseded by: "[[Per team]]"\n---\nYes.\n')
})

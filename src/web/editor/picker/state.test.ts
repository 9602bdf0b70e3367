import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown'
import { EditorState, type StateEffect } from '@codemirror/state'
import { beforeEach, describe, expect, test } from 'vitest'
import type { NameAnswer } from '../../../core/answers.ts'
import { notlyExtensions } from '../../../core/grammar.ts'
import { nameRows } from './rows.ts'
import { askRelation, closePicker, linkPicked, type Picker, picking, questionOf, rowsArrived } from './state.ts'

const NAMES = ['Q3 market research', 'Pricing gap', 'Q3']

function answersFor(typed: string): NameAnswer[] {
  const matching = NAMES.filter((name) => name.toLowerCase().startsWith(typed.trim().toLowerCase()))
  return matching.map((name) => ({
    path: `${name}.md`,
    title: name,
    kind: null,
    name,
    target: name,
    matched: [],
    plain: true,
    alike: false,
  }))
}

describe('the picker while typing', () => {
  let state: EditorState
  beforeEach(() => {
    const language = markdown({ base: commonmarkLanguage, extensions: notlyExtensions })
    state = EditorState.create({ extensions: [picking, language] })
  })

  const open = (): Picker | undefined => state.field(picking).open
  const apply = (effects: StateEffect<unknown>): void => {
    state = state.update({ effects }).state
  }

  /** Types key by key; the server answers after each. */
  function type(text: string): void {
    for (const key of text) {
      const { head } = state.selection.main
      const changes = { from: head, insert: key }
      state = state.update({ changes, selection: { anchor: head + 1 }, userEvent: 'input.type' }).state
      const picker = open()
      if (picker !== undefined && !picker.fresh) {
        apply(rowsArrived.of({ of: questionOf(picker), rows: nameRows(answersFor(picker.name), picker.name) }))
      }
    }
  }

  test('stays open for a day in words that is none before its last word', () => {
    type('ring @due the last friday of nex')
    expect(open()?.name).toBe('due the last friday of nex')
    type('t week and so on and on')
    expect(open()).toBeUndefined()
  })

  test('opens at the @ and follows what is typed', () => {
    type('see @Q3 mar')
    expect(open()).toMatchObject({ from: 4, to: 11, name: 'Q3 mar', form: 'mention', fresh: true })
    expect(open()?.rows[0]).toMatchObject({ kind: 'name' })
    expect(open()?.rows.at(-1)).toEqual({ kind: 'create', name: 'Q3 mar' })
  })

  test('closes when the text goes on beyond a name, and stays closed', () => {
    type('@Pricing gap is')
    expect(open()).toBeUndefined()
    type(' here')
    expect(open()).toBeUndefined()
  })

  test('closes some words after the last match, where no name was complete', () => {
    type('@someone I know')
    expect(open()).toBeDefined()
    type(' from')
    expect(open()).toBeUndefined()
  })

  test('in brackets it stays open whatever is typed', () => {
    type('[[someone I know from somewhere')
    expect(open()).toMatchObject({ bracketed: true, name: 'someone I know from somewhere' })
  })

  test('Escape closes it for this trigger, not for the next', () => {
    type('@Q3')
    apply(closePicker.of(null))
    type(' m')
    expect(open()).toBeUndefined()
    type(' @P')
    expect(open()).toMatchObject({ name: 'P' })
  })

  test('a cursor that leaves the name closes it', () => {
    type('see @Q3')
    state = state.update({ selection: { anchor: 1 } }).state
    expect(open()).toBeUndefined()
  })

  test('code and math are left alone', () => {
    state = EditorState.create({
      doc: '`code `',
      selection: { anchor: 6 },
      extensions: [picking, markdown({ base: commonmarkLanguage, extensions: notlyExtensions })],
    })
    type('@Q')
    expect(open()).toBeUndefined()
  })

  test('rows for an older question are not shown', () => {
    type('@Q3')
    const before = open()
    apply(rowsArrived.of({ of: 'Q', rows: [] }))
    expect(open()).toBe(before)
  })

  test('a picked link may be given its relation until something else is typed', () => {
    type('@Q3')
    apply(linkPicked.of({ from: 0, to: 3 }))
    expect(state.field(picking).picked).toEqual({ from: 0, to: 3 })
    apply(askRelation.of({ from: 0, to: 3 }))
    expect(open()?.mode).toBe('relation')
    type('x')
    expect(state.field(picking)).toMatchObject({ open: undefined, picked: undefined })
  })
})

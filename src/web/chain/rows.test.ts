import { describe, expect, test } from 'vitest'
import type { ChainAnswer, ChainBranch } from '../../http/types.ts'
import { rowAfterKey } from '../ui/tree-keys.ts'
import { bestLine, type Row, rowsOf, type Unfolding } from './rows.ts'

function branch(title: string, next: ChainBranch[] = [], more = 0, relation: string | null = 'builds on'): ChainBranch {
  const note = { path: title, title, kind: null, status: null, date: '2026-03-29', tasks: { open: 0, done: 0 } }
  const why = { source: '', offset: 0, relation, reason: null, said: '', context: '', contextFrom: 0, contextTo: 0 }
  return { note, why, met: 'first', next, more }
}

const CHAIN: ChainAnswer = {
  note: branch('Slides').note,
  way: 'up',
  next: [branch('Tiers', [branch('Gap', [branch('Research', [], 2)]), branch('Team')]), branch('Room', [], 0, null)],
  more: 1,
}
const NOTHING: Unfolding = { open: new Set(), fetched: new Map() }

function draw(rows: readonly Row[]): string[] {
  return rows.map((row) => {
    const said = row.kind === 'more' ? `${row.more} more` : row.branch.note.title
    const sign = row.kind === 'note' && row.hasNext ? (row.isOpen ? '- ' : '+ ') : ''
    return `${'  '.repeat(row.level - 1)}${sign}${said} ${row.at}/${row.of}`
  })
}

describe('the rows of a chain', () => {
  test('show what is open, and begin with the best line', () => {
    expect(draw(rowsOf(CHAIN, NOTHING))).toEqual(['+ Tiers 1/3', 'Room 2/3', '1 more 3/3'])
    expect(draw(rowsOf(CHAIN, { ...NOTHING, open: bestLine(CHAIN) }))).toEqual([
      '- Tiers 1/3',
      '  - Gap 1/2',
      '    + Research 1/1',
      '  Team 2/2',
      'Room 2/3',
      '1 more 3/3',
    ])
  })

  test('say under which folded note that is which is met again', () => {
    const again = (met: ChainBranch['met']) => ({ ...branch('Team'), met })
    const answer = { ...CHAIN, next: [...CHAIN.next, again('above'), again('cycle')] }
    const within = (unfolding: Unfolding) => rowsOf(answer, unfolding).map((row) => row.kind === 'note' && row.within)
    expect(within(NOTHING)).toEqual([undefined, undefined, 'Tiers', undefined, false])
    expect(within({ ...NOTHING, open: bestLine(CHAIN) }).filter(Boolean)).toEqual([])
  })

  test('take in what was fetched, behind what stands there', () => {
    const fetched = new Map([['', [branch('Tiers'), branch('Room'), branch('Wen')]]])
    expect(draw(rowsOf(CHAIN, { ...NOTHING, fetched }))).toEqual(['+ Tiers 1/3', 'Room 2/3', 'Wen 3/3'])
  })

  test('are walked with the arrows', () => {
    const rows = rowsOf(CHAIN, { ...NOTHING, open: bestLine(CHAIN) })
    const keys = { ArrowDown: 2, ArrowUp: 0, ArrowRight: 2, ArrowLeft: 0, Home: 0, End: 5, a: undefined }
    for (const [key, to] of Object.entries(keys)) expect([key, rowAfterKey(rows, 1, key)]).toEqual([key, to])
    expect(rowAfterKey(rows, 0, 'ArrowUp')).toBe(undefined)
    expect(rowAfterKey(rows, 5, 'ArrowDown')).toBe(undefined)
    expect(rowAfterKey(rows, 3, 'ArrowRight')).toBe(undefined)
    expect(rowAfterKey(rows, 3, 'ArrowLeft')).toBe(0)
  })
})

import { expect, test } from 'vitest'
import type { Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import type { ReviewAnswer } from '../core/review/answers.ts'
import { History } from '../history/history.ts'
import { openTestWorkspace } from './testing.ts'

const TODAY = '2026-03-29'
const NOTES = {
  'Old.md': '---\ndate: 2025-01-01\n---\n[[Gap]] and [[Wen]].\n',
  'Gap.md': '---\ndate: 2025-01-01\nkind: idea\n---\nA gap.\n',
  'Wen.md': '---\ndate: 2025-01-01\n---\nWho.\n',
  'New.md': '---\ndate: 2026-03-28\n---\n[[Gap]], [[Nobody]].\n',
}

async function open() {
  const now = () => new Date(`${TODAY}T12:00:00Z`)
  const history = History.open(':memory:', { now: () => now().getTime() })
  const { workspace } = await openTestWorkspace(NOTES, { now, history })
  const edit = async (path: string, text: string) => {
    const { revision } = await workspace.read(notePath(path))
    await workspace.save(notePath(path), text, revision as Revision)
  }
  const links = async () => {
    const { made, removed }: ReviewAnswer = await workspace.review('7d')
    const said = (of: ReviewAnswer['made']) => of.links.map(({ title, target, day }) => `${title} → ${target} ${day}`)
    return { made: said(made), removed: said(removed) }
  }
  return { workspace, edit, links }
}

test('a note dated in the period made all its links on its day', async () => {
  const { links } = await open()
  expect(await links()).toEqual({ made: ['New → Gap 2026-03-28', 'New → Nobody 2026-03-28'], removed: [] })
})

test('an edit makes and removes links on its day; what came and went again is neither', async () => {
  const { edit, links } = await open()
  await edit('Old.md', '[[Wen]] and [[New]] and [[Wen]].\n')
  await edit('Wen.md', 'Who reads [[Gap]].\n')
  await edit('Wen.md', 'Who.\n')
  expect(await links()).toEqual({
    made: ['Old → New 2026-03-29', 'New → Gap 2026-03-28', 'New → Nobody 2026-03-28'],
    removed: ['Old → Gap 2026-03-29'],
  })
})

test('links that follow a rename were neither made nor removed', async () => {
  const { workspace, links } = await open()
  await workspace.refactor({ kind: 'rename', path: 'Wen.md', title: 'Wen Halloran' })
  expect(await links()).toEqual({ made: ['New → Gap 2026-03-28', 'New → Nobody 2026-03-28'], removed: [] })
})

test('a period is said in days, weeks, months and years, or by its first day', async () => {
  const { workspace } = await open()
  expect(await workspace.review('2w', '2026-03-28')).toMatchObject({ since: '2026-03-15', until: '2026-03-28' })
  expect(await workspace.review('2026-03-01')).toMatchObject({ since: '2026-03-01', until: TODAY })
  await expect(workspace.review('soon')).rejects.toThrow('soon is no period')
})

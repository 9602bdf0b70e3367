import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryVault } from '../vaults/memory.ts'
import { Index } from './index.ts'
import { sync } from './sync.ts'
import { taskGroups } from './task-groups.ts'

const PROJECTS = 45
const SHOWN = 30
const HOW = ['part of:: [[P#]]', 'project:: [[P#]]', 'See [[P#]].', 'part of:: [[P#]]\n\nproject:: [[P#]]'] as const

/** A note with open tasks that has to do with a project. */
interface Member {
  readonly project: number
  readonly open: number
  readonly how: number
  readonly isTask: boolean
  readonly isDone: boolean
}

const member: fc.Arbitrary<Member> = fc.record({
  project: fc.nat(PROJECTS - 1),
  open: fc.nat(30),
  how: fc.nat(HOW.length - 1),
  isTask: fc.boolean(),
  isDone: fc.boolean(),
})

const boxes = (open: number): string => '- [ ] Do it\n'.repeat(open)

function notesOf(own: readonly number[], members: readonly Member[]): Record<string, string> {
  const projects = own.map((open, at) => [`P${at}.md`, `---\nkind: project\n---\n\n${boxes(open)}`])
  const others = members.map(({ project, open, how, isTask, isDone }, at) => {
    const head = isTask ? `---\nkind: task\nstatus: ${isDone ? 'Done' : 'doing'}\n---\n\n` : ''
    return [`N${at}.md`, `${head}${HOW[how]?.replaceAll('#', String(project))}\n\n${boxes(open)}`]
  })
  return Object.fromEntries([...projects, ...others])
}

/** A task note is a task itself, and belongs to what it is linked with; other notes belong to what they say they are part of. */
function countsOf(own: readonly number[], members: readonly Member[]): [string, number][] {
  const counts = [...own]
  for (const { project, open, how, isTask, isDone } of members)
    if (isTask || how !== 2) counts[project] = (counts[project] ?? 0) + open + (isTask && !isDone ? 1 : 0)
  return counts
    .map((count, at): [string, number] => [`P${at}.md`, count])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

test('the projects with the most open tasks come first, however notes belong to them and whatever changes', async () => {
  const own = fc.array(fc.nat(3), { minLength: PROJECTS, maxLength: PROJECTS })
  const edits = fc.array(fc.tuple(fc.nat(), member), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(own, fc.array(member, { minLength: 1, maxLength: 80 }), edits, async (opens, first, edits) => {
      const index = await Index.open(':memory:')
      const vault = new MemoryVault(notesOf(opens, first))
      const check = async (members: readonly Member[]): Promise<void> => {
        await sync(vault, index)
        const { groups, more } = taskGroups(index.db, { by: 'project', today: '2026-03-29', limit: 1 })
        const wanted = countsOf(opens, members)
        expect(groups.map(({ key, count }) => [key, count])).toEqual(wanted.slice(0, SHOWN))
        expect(more).toBe(Math.min(1, Math.max(0, wanted.length - SHOWN)))
      }
      await check(first)
      let members = first
      for (const [at, edited] of edits) {
        const nth = at % members.length
        members = members.with(nth, edited)
        vault.writeOutside(`N${nth}.md`, notesOf(opens, members)[`N${nth}.md`] ?? '')
        await check(members)
      }
      index.close()
    }),
    { numRuns: 40 },
  )
})

/**
 * `npm run bench:days [-- notes or folder...]`: what Tasks, dossiers, the look back and lists take on generated vaults of 10,000 and 100,000 notes
 * with two tasks in every other note, or of the sizes given, or on the notes in a folder. Prints a table in Markdown.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Revision } from '../src/core/note.ts'
import { notePath } from '../src/core/path.ts'
import { Index } from '../src/index/index.ts'
import { FolderVault } from '../src/vaults/folder.ts'
import { Workspace } from '../src/workspace.ts'
import { measure, showTimes, timesOf } from './measure.ts'
import { Random } from './random.ts'
import { generateVault } from './vault.ts'

const RUNS = 60
const CHANGES = 30
const TODAY = '2026-06-15'

const asked = process.argv.slice(2)
for (const each of asked.length > 0 ? asked : ['10000', '100000']) {
  const notes = Number(each)
  if (Number.isNaN(notes)) await benchmark(resolve(each), 'price')
  else await onGenerated(notes)
}

async function onGenerated(notes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'notly-bench-'))
  try {
    const random = new Random(5)
    const written = generateVault(folder, { notes, seed: 7 })
    for (const [at, { path, title }] of written.entries())
      if (at % 2 === 0) appendFileSync(join(folder, path), tasksOf(title, random))
    await benchmark(folder, written[0]?.title.split(' ')[0] ?? '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One in three has no date, one in three is done. */
function tasksOf(title: string, random: Random): string {
  const line = (): string => {
    const day = `2026-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
    const due = random.between(1, 3) === 1 ? '' : ` 📅 ${day}`
    return random.between(1, 3) === 1
      ? `- [x] Ask about ${title}${due} ✅ ${day}\n`
      : `- [ ] Ask about ${title}${due}\n`
  }
  return `\n\n${line()}${line()}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

async function benchmark(folder: string, word: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'notly-bench-index-'))
  const index = await Index.open(join(home, 'index.db'))
  const workspace = await Workspace.open(await FolderVault.open(folder), index, { folder })
  try {
    await workspace.refresh()
    await ask(workspace, word)
  } finally {
    await workspace.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function ask(workspace: Workspace, word: string): Promise<void> {
  const timed = async (what: string, run: () => unknown): Promise<void> =>
    console.log(`| ${what} | ${showTimes(await measure(RUNS, run, 5))} |`)
  const afterChanges = async (what: string, run: () => unknown): Promise<void> => {
    const times: number[] = []
    for (let at = 0; at < CHANGES; at++) {
      await change(workspace, at)
      const start = performance.now()
      await run()
      times.push(performance.now() - start)
    }
    console.log(`| ${what} | ${showTimes(timesOf(times))} |`)
  }
  const { open, done } = workspace.taskGroups({ by: 'due', today: TODAY, limit: 50 })
  console.log(`\n| ${workspace.about().notes} notes, ${open} tasks open, ${done} done | |\n|---|--:|`)
  for (const by of ['due', 'project', 'tag', 'note'] as const)
    await timed(`Tasks by ${by}`, () => workspace.taskGroups({ by, today: TODAY, limit: by === 'due' ? 50 : 6 }))
  // What is read into memory once is read before.
  await workspace.topic(word)
  await afterChanges('Tasks by project after a change', () =>
    workspace.taskGroups({ by: 'project', today: TODAY, limit: 6 }),
  )
  await timed('dossier of a rare word', () => workspace.topic(word))
  await timed('dossier of a word in many notes', () => workspace.topic('garden'))
  await timed('dossier of the title of a hub', () => workspace.topic(workspace.hubs(1)[0]?.title ?? ''))
  await timed('review of a week', () => workspace.review('7d', TODAY))
  await afterChanges('review of a week after a change', () => workspace.review('7d', TODAY))
  for (const sort of ['-date', 'title', '-backlinks', 'builds on'])
    await timed(`notes of a kind by ${sort}`, () => workspace.notesOfKind({ kind: 'idea', sort, limit: 200 }))
  await timed('kinds', () => workspace.kinds())
  await afterChanges('kinds after a change', () => workspace.kinds())
  await afterChanges('properties after a change', () => workspace.properties())
  await timed('tags as a tree', () => workspace.tagTree())
  await timed('folders as a tree', () => workspace.folderTree())
  await timed('a folder', () => workspace.folder('ideas'))
  await timed('values of a property', () => workspace.propertyValues({ key: 'date', limit: 12 }))
}

/** Another note gets another link and another task each time. */
async function change(workspace: Workspace, at: number): Promise<void> {
  const path = notePath(workspace.recent(CHANGES)[at % CHANGES]?.path ?? '')
  const { text, revision } = await workspace.read(path)
  const hub = workspace.hubs(1)[0]?.title ?? ''
  await workspace.save(path, `${text}\n- [ ] Ask about [[${hub}]] again\n`, revision as Revision)
}

/**
 * `npm run bench [-- notes...]`: measures on generated vaults of 1,000, 10,000 and 100,000 notes, or of the sizes given, and prints a
 * table in Markdown with how much each figure grows from one size to the next. Floors, such as just reading all files, and other programs
 * that know backlinks are measured in the same run, so that a slow machine shows.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BacklinkAnswer, NoteAnswer, SaveAnswer } from '../src/core/answers.ts'
import { notePath } from '../src/core/path.ts'
import { startServer } from '../src/http/server.ts'
import { firstBacklinks } from '../src/index/backlinks.ts'
import { Index } from '../src/index/index.ts'
import { sync } from '../src/index/sync.ts'
import { FolderVault } from '../src/vaults/folder.ts'
import { Workspace } from '../src/workspace.ts'
import { type Cell, countCell, growth, sizeCell, timeCell } from './cells.ts'
import { timeChanges } from './changes.ts'
import { type Cold, indexFromNothing } from './cold.ts'
import { COMPARATORS, compare } from './comparators.ts'
import type { Least } from './floor.ts'
import { measure, type Times, timesOf } from './measure.ts'
import { runNotly, runOther, runScript } from './processes.ts'
import { timeRename } from './rename.ts'
import { generateVault } from './vault.ts'

type Report = Map<string, Cell>

const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const columns: { readonly notes: number; readonly report: Report }[] = []
for (const notes of sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
  columns.push({ notes, report: await benchmark(notes) })
printTable()

async function benchmark(notes: number): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'notly-bench-'))
  const report: Report = new Map()
  try {
    // The vault of 100,000 notes is the one with a note that 10,000 link to.
    const [hub] = generateVault(folder, { notes, seed: 7, hub: notes >= 100_000 ? notes / 10 : 0 })
    await measureFloors(folder, report)
    await measureOthers(folder, hub?.title ?? '', notes, report)
    await measureIndexing(folder, notes, report)
    await measureQuestions(folder, hub?.path ?? '', report)
    await measureRename(folder, report)
    return report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureFloors(folder: string, report: Report): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  report.set('text', sizeCell(bytes))
  const readAll = (): void => {
    for (const file of files) readFileSync(file)
  }
  report.set('floor: reading all files', timeCell(await measure(3, readAll)))
  const searched: number[] = []
  for (let at = 0; at < 3; at++) {
    const time = await runOther('rg', ['--count-matches', '\\[\\[', folder])
    if (time !== undefined) searched.push(time)
  }
  if (searched.length > 0) report.set('floor: rg for all brackets', timeCell(timesOf(searched)))
  await measureLeastIndex(folder, report)
}

async function measureLeastIndex(folder: string, report: Report): Promise<void> {
  const { links, all, megabytes } = JSON.parse(await runScript('floor.ts', [folder])) as Least
  report.set('floor: an index of links, found line by line', timeCell(timesOf([links * 1000])))
  report.set('… and of all words', timeCell(timesOf([all * 1000])))
  report.set('… memory, at most', sizeCell(megabytes * 1024 ** 2))
}

/** Other programs hold everything in memory, and so have neither an index nor full text to make. */
async function measureOthers(folder: string, title: string, notes: number, report: Report): Promise<void> {
  for (const { name, most } of COMPARATORS) {
    const figures = notes > most ? undefined : await compare(name, folder, title)
    if (figures === undefined) continue
    report.set(`${name}: from nothing to the first backlinks`, timeCell(timesOf([figures.cold])))
    report.set(`${name}: asking for them`, timeCell(timesOf([figures.again])))
    report.set(`${name}: memory, at most`, sizeCell(figures.megabytes * 1024 ** 2))
  }
}

async function measureIndexing(folder: string, notes: number, report: Report): Promise<void> {
  const cold: Cold[] = []
  for (let at = 0; at < (notes < 100_000 ? 3 : 1); at++) cold.push(await indexFromNothing(folder))
  report.set(
    '`notly index` from nothing, start to end',
    timeCell(timesOf(cold.map(({ milliseconds }) => milliseconds))),
  )
  report.set('memory, at most', sizeCell(Math.max(...cold.map(({ megabytes }) => megabytes)) * 1024 ** 2))
  report.set('index on disk', sizeCell(statSync(join(folder, '.notly', 'index.db')).size))
  report.set(
    '`notly recent`, nothing changed, start to end',
    timeCell(await measure(5, () => runNotly(['recent', '--vault', folder]))),
  )
}

async function measureQuestions(folder: string, hub: string, report: Report): Promise<void> {
  const vault = await FolderVault.open(folder)
  const index = await Index.open(join(folder, '.notly', 'index.db'))
  report.set('sync, nothing changed', timeCell(await measure(5, () => sync(vault, index))))
  const workspace = await Workspace.open(vault, index, { folder })
  const hubs = workspace.hubs(Number.MAX_SAFE_INTEGER)
  const middle = notePath(hubs[hubs.length >> 1]?.path ?? hub)
  const top = notePath(hubs[0]?.path ?? hub)
  report.set('backlinks of the most-linked note', countCell(workspace.backlinks(top).length))
  report.set('asking for them', timeCell(await measure(200, () => workspace.backlinks(top), 5)))
  report.set(
    '… for the first 50 and the count',
    timeCell(await measure(200, () => firstBacklinks(index.db, top, 50), 5)),
  )
  report.set(
    'asking for those of a note in the middle',
    timeCell(await measure(200, () => workspace.backlinks(middle), 5)),
  )
  await measurePicker(workspace, hubs[0]?.title ?? '', top, report)
  await measureSearch(workspace, hubs[0]?.title ?? '', report)
  report.set('memory at rest', sizeCell(process.memoryUsage.rss()))
  report.set('hubs, islands, unresolved, after a change', timeCell(await measureOverview(workspace, middle)))
  report.set('from a save to the backlink elsewhere, over HTTP', timeCell(await measureSave(workspace, middle, top)))
  const { one, thousand } = await timeChanges(folder, vault, index)
  report.set('one file changed elsewhere', timeCell(one))
  report.set('1,000 files changed elsewhere', timeCell(thousand))
  await workspace.close()
}

/** Every beginning of a title, as it is typed. */
async function measurePicker(
  workspace: Workspace,
  title: string,
  from: ReturnType<typeof notePath>,
  report: Report,
): Promise<void> {
  const typed = Array.from({ length: title.length + 1 }, (_, length) => title.slice(0, length))
  const ask = (at: number) => workspace.names(typed[at % typed.length] ?? '', from, 20)
  report.set('picker, first key', timeCell(await measure(1, ask)))
  report.set('picker, each key', timeCell(await measure(200, ask, typed.length)))
}

async function measureSearch(workspace: Workspace, title: string, report: Report): Promise<void> {
  report.set('search for a common word', timeCell(await measure(20, () => workspace.search('the'), 2)))
  report.set(
    'search for a rare word',
    timeCell(await measure(20, () => workspace.search(title.split(' ')[0] ?? ''), 2)),
  )
  report.set('search for a phrase of common words', timeCell(await measure(20, () => workspace.search('"of the"'), 2)))
}

async function measureOverview(workspace: Workspace, path: ReturnType<typeof notePath>): Promise<Times> {
  const times: number[] = []
  for (let at = 0; at < 5; at++) {
    await changeNote(workspace, path, `Change ${at}.\n`)
    const start = performance.now()
    workspace.hubs()
    workspace.islands()
    workspace.unresolved()
    times.push(performance.now() - start)
  }
  return timesOf(times)
}

async function changeNote(workspace: Workspace, path: ReturnType<typeof notePath>, added: string): Promise<void> {
  const { text, revision } = await workspace.read(path)
  await workspace.save(path, `${text}\n${added}`, revision as never)
}

/** What the app does: saves, hears of the change, asks for the backlinks of another note. */
async function measureSave(workspace: Workspace, from: string, to: string): Promise<Times> {
  const server = await startServer(workspace, { host: '127.0.0.1', port: 4700 })
  const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> =>
    (await fetch(`${server.url}/api/${path}`, { headers, ...init })).json() as Promise<T>
  const target = to.slice(0, -3)
  const links = async () => (await ask<BacklinkAnswer[]>(`backlinks?path=${encodeURIComponent(to)}`)).length
  const query = `note?path=${encodeURIComponent(from)}`
  let { text, revision } = await ask<NoteAnswer>(query)
  let before = await links()
  const times = await measure(20, async () => {
    text = `${text}\nAnd @[[${target}]] once more.\n`
    const body = JSON.stringify({ path: from, text, base: revision })
    const saved = await ask<SaveAnswer>('note', { method: 'PUT', body })
    if (!saved.saved) throw new Error(`Not saved: ${saved.reason}`)
    revision = saved.revision
    const after = await links()
    if (after !== before + 1) throw new Error(`${before} backlinks became ${after}`)
    before = after
  })
  await server.close()
  return times
}

/** The first rename of a program that has just begun, which is the slowest. */
async function measureRename(folder: string, report: Report): Promise<void> {
  const times = await timeRename(folder)
  const show = (milliseconds: number): Cell => timeCell(timesOf([milliseconds]))
  report.set('renaming the most-linked note', show(times.whole))
  report.set('… files that it changes', countCell(times.files))
  report.set('… planning', show(times.plan))
  report.set('… writing', show(times.apply))
  report.set('… history', show(times.history))
  report.set('… index', show(times.index))
  report.set('… taking it back', show(times.undo))
}

function printTable(): void {
  const line = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`)
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}. Medians; p95 where it differs.\n`,
  )
  line([
    '',
    ...columns.flatMap(({ notes }, at) => [...(at > 0 ? ['grows'] : []), `${notes.toLocaleString('en')} notes`]),
  ])
  line(['---', ...columns.flatMap((_, at) => (at > 0 ? ['--:', '--:'] : ['--:']))])
  for (const name of new Set(columns.flatMap(({ report }) => [...report.keys()]))) {
    const cells = columns.map(({ report }) => report.get(name))
    line([name, ...cells.flatMap((cell, at) => [...(at > 0 ? [growth(cells[at - 1], cell)] : []), cell?.text ?? ''])])
  }
}

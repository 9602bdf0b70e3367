import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { DAY } from '../core/days.ts'
import { foldName } from '../core/fold.ts'
import type { Revision } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { notePath, stemOf } from '../core/path.ts'
import { History } from '../history/history.ts'
import { Index } from '../index/index.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Workspace } from '../workspace.ts'

/** The same stories each time; more, and others, with NOTLY_RUNS=1000. */
const { NOTLY_RUNS } = process.env
const STORIES = NOTLY_RUNS === undefined ? { numRuns: 50, seed: 1 } : { numRuns: Number(NOTLY_RUNS) }
/** Failed once: what went was told by when that was written down, which may be another day than when it was seen. */
const FAILED: Step[][] = [
  [
    { kind: 'write', note: 2, to: [0] },
    { kind: 'switch' },
    { kind: 'delete', note: 2 },
    { kind: 'switch' },
    { kind: 'wait' },
    { kind: 'delete', note: 0 },
  ],
]
const START = Date.parse('2026-03-01T12:00:00Z')
const HOUR = 3_600_000
/** Dated long before, so that no link is told by its note's date. */
const OLD = '---\ndate: 2020-01-01\n---\n'

afterEach(() => vi.useRealTimers())

/** A vault whose program comes and goes, with one clock for all of them. */
class Story {
  readonly vault = new MemoryVault()
  readonly #home = mkdtempSync(join(tmpdir(), 'notly-links-'))
  #isNewIndex = 0
  #open: Workspace | undefined

  constructor() {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
  }

  get workspace(): Workspace {
    if (this.#open === undefined) throw new Error('The program does not run')
    return this.#open
  }

  get isRunning(): boolean {
    return this.#open !== undefined
  }

  wait(milliseconds: number): void {
    vi.setSystemTime(Date.now() + milliseconds)
  }

  async start(): Promise<Workspace> {
    const history = History.open(join(this.#home, 'history.db'))
    const index = await Index.open(join(this.#home, `index-${this.#isNewIndex}.db`))
    this.#open = await Workspace.open(this.vault, index, { now: () => new Date(), history })
    await this.#open.refresh()
    return this.#open
  }

  async stop(): Promise<void> {
    await this.#open?.close()
    this.#open = undefined
  }

  /** The index is deleted, as it may be at any time. */
  async forget(): Promise<void> {
    await this.stop()
    this.#isNewIndex++
    await this.start()
  }

  async textOf(path: string): Promise<string | undefined> {
    return (await this.vault.read(notePath(path)))?.text
  }

  async save(path: string, text: string): Promise<void> {
    const { revision } = await this.workspace.read(notePath(path))
    await this.workspace.save(notePath(path), text, revision as Revision)
  }

  /** `a → b` for each link. @param from to days since the start of the story, the last one not part of it */
  async links(since = '2026-03-01', until = '2026-12-31'): Promise<{ made: string[]; removed: string[] }> {
    const { made, removed } = await this.workspace.review(since, until)
    const said = (of: typeof made) => of.links.map(({ source, target, day }) => `${stemOf(source)} → ${target} ${day}`)
    expect([made.count, removed.count]).toEqual([made.links.length, removed.links.length])
    return { made: said(made), removed: said(removed) }
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.#home, { recursive: true, force: true })
  }
}

async function begin(notes: Readonly<Record<string, string>>): Promise<Story> {
  const story = new Story()
  onTestFinished(() => story.end())
  for (const [path, text] of Object.entries(notes)) story.vault.writeOutside(path, OLD + text)
  await story.start()
  story.wait(DAY)
  return story
}

const NOTES = { 'a.md': '[[b]]\n', 'b.md': 'B.\n', 'c.md': 'C.\n' }

test('what another program did while Notly was not running counts by the time of the file', async () => {
  const story = await begin(NOTES)
  await story.stop()
  story.vault.writeOutside('a.md', `${OLD}[[c]]\n`)
  story.wait(3 * DAY)
  await story.start()
  expect(await story.links()).toEqual({ made: ['a → c 2026-03-02'], removed: ['a → b 2026-03-02'] })
  story.wait(DAY)
  await story.stop()
  story.vault.removeOutside('a.md')
  story.wait(DAY)
  await story.start()
  // A file that is gone has no time: it counts as of when that was seen.
  expect(await story.links('2026-03-03')).toEqual({ made: [], removed: ['a → c 2026-03-07'] })
})

test('what was found is not lost when the program is killed before it is written down', async () => {
  const story = await begin(NOTES)
  story.vault.writeOutside('a.md', `${OLD}[[c]]\n`)
  await story.workspace.refresh()
  story.wait(DAY)
  // The first program never comes to its end.
  await story.start()
  expect(await story.links()).toEqual({ made: ['a → c 2026-03-02'], removed: ['a → b 2026-03-02'] })
})

test('of an index that was deleted the history still knows what it was told', async () => {
  const story = await begin(NOTES)
  await story.save('a.md', `${OLD}[[b]] [[c]]\n`)
  story.wait(DAY)
  await story.stop()
  story.vault.writeOutside('a.md', `${OLD}[[c]]\n`)
  await story.forget()
  expect(await story.links()).toEqual({ made: ['a → c 2026-03-02'], removed: ['a → b 2026-03-03'] })
})

test('links follow notes that are renamed, moved and merged, by whatever program, and their undo', async () => {
  const story = await begin({ ...NOTES, 'd.md': '[[a]] and [[c]]\n' })
  await story.save('d.md', `${OLD}[[a]] and [[b]]\n`)
  const wanted = { made: ['d → b 2026-03-02'], removed: ['d → c 2026-03-02'] }
  const renamed = (links: typeof wanted) => JSON.parse(JSON.stringify(links).replaceAll('→ b', '→ bee'))
  expect(await story.links()).toEqual(wanted)
  await story.workspace.refactor({ kind: 'rename', path: 'b.md', title: 'bee' })
  expect(await story.links()).toEqual(renamed(wanted))
  await story.workspace.undo()
  expect(await story.links()).toEqual(wanted)
  await story.workspace.refactor({ kind: 'merge', path: 'a.md', into: 'c.md' })
  expect(await story.links()).toEqual(wanted)
  await story.workspace.undo()
  expect(await story.links()).toEqual(wanted)
  story.vault.removeOutside('b.md')
  story.vault.writeOutside('folder/b.md', `${OLD}B.\n`)
  await story.workspace.refresh()
  expect(await story.links()).toEqual(wanted)
})

test('what came and went again is neither, and an edit that goes on counts at once', async () => {
  const story = await begin(NOTES)
  await story.save('c.md', `${OLD}[[a]]\n`)
  expect(await story.links()).toEqual({ made: ['c → a 2026-03-02'], removed: [] })
  await story.save('c.md', `${OLD}Nothing.\n`)
  expect(await story.links()).toEqual({ made: [], removed: [] })
  story.wait(DAY)
  await story.save('c.md', `${OLD}[[b]]\n`)
  const [version] = story.workspace.versions(notePath('c.md'))
  await story.workspace.restore(notePath('c.md'), version?.revision ?? '')
  expect(await story.links()).toEqual({ made: [], removed: [] })
})

test('links outlive the texts that they were read from, within bounds', async () => {
  const story = await begin(NOTES)
  await story.save('a.md', `${OLD}[[c]] ${randomBytes(150_000).toString('base64')}\n`)
  await story.workspace.create({ title: 'New', text: `${OLD}New.\n` })
  expect((await story.links()).made).toEqual(['a → c 2026-03-02'])
  story.workspace.changeSettings({ history: { maxBytes: 120_000, maxDays: 3650 } })
  expect(story.workspace.versions(notePath('a.md'))).toEqual([])
  expect((await story.links()).made).toEqual(['a → c 2026-03-02'])
  story.workspace.changeSettings({ history: { maxBytes: 100, maxDays: 3650 } })
  expect((await story.links()).made).toEqual([])
})

type Step =
  | { readonly kind: 'write'; readonly note: number; readonly to: readonly number[] }
  | { readonly kind: 'delete' | 'rename' | 'create'; readonly note: number }
  | { readonly kind: 'undo' | 'restore' | 'switch' | 'forget' | 'wait' }

const note = fc.nat(4)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('write' as const), note, to: fc.array(fc.nat(6), { maxLength: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('delete', 'rename', 'create' as const), note }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'restore', 'switch', 'wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const) }) },
)

/** What every note said at a moment, as far as anybody can know. */
interface Moment {
  readonly at: number
  readonly texts: Map<string, string>
}

/** Plays steps with whoever is running, and writes down all texts after each. */
class Played {
  readonly story: Story
  readonly moments: Moment[] = []
  /** Notes by number: the stem under which each is now. */
  readonly #stems = ['n0', 'n1', 'n2', 'n3', 'n4']
  /** Stems that became others, in order. */
  readonly #renames: { readonly from: string; readonly to: string }[] = []
  #count = 0
  /** Which of the moments somebody saw. */
  #lastSeen = 0

  constructor(story: Story) {
    this.story = story
  }

  async play(step: Step): Promise<void> {
    this.story.wait(HOUR)
    await this.#do(step)
    this.story.wait(1)
    await this.see()
    if (this.story.isRunning) this.#lastSeen = this.moments.length - 1
    else if ('note' in step && step.kind !== 'create' && step.kind !== 'rename')
      this.#leaveUnseen(this.#stems[step.note] as string, step.kind === 'delete')
  }

  /** Of what was changed again and again while nobody looked, the last text is known with its time, and of what went, nothing. */
  #leaveUnseen(stem: string, isGone: boolean): void {
    const was = this.moments[this.#lastSeen]?.texts.get(stem)
    const until = isGone ? this.moments.length : this.moments.length - 1
    for (const { texts } of this.moments.slice(this.#lastSeen, until))
      if (was === undefined) texts.delete(stem)
      else texts.set(stem, was)
  }

  async see(): Promise<void> {
    const texts = new Map<string, string>()
    for await (const files of this.story.vault.list())
      for (const { path } of files) texts.set(stemOf(path), (await this.story.textOf(path)) ?? '')
    // That a note went is not known before somebody looks.
    if (!this.story.isRunning)
      for (const [stem, text] of this.moments[this.#lastSeen]?.texts ?? []) if (!texts.has(stem)) texts.set(stem, text)
    this.moments.push({ at: Date.now(), texts })
  }

  async #do(step: Step): Promise<void> {
    if (step.kind === 'wait') return this.story.wait(20 * HOUR)
    if (step.kind === 'forget') {
      // What nobody saw of notes that the history never met cannot be known without an index.
      if (!this.story.isRunning) await this.story.start()
      return this.story.forget()
    }
    if (step.kind === 'switch') return this.story.isRunning ? this.story.stop() : void (await this.story.start())
    if ('note' in step) return this.story.isRunning ? this.#inside(step) : this.#outside(step)
    if (!this.story.isRunning) return
    if (step.kind === 'undo') {
      const { moves } = await this.story.workspace.undo().catch(() => ({ moves: [] }))
      for (const { from, to } of moves) this.#renamed(stemOf(from), stemOf(to))
    } else await this.#restore()
  }

  async #restore(): Promise<void> {
    const { workspace } = this.story
    const [gone] = workspace.trash()
    if (gone !== undefined) await workspace.restore(notePath(gone.path), gone.revision)
  }

  async #inside(step: Step & { readonly note: number }): Promise<void> {
    const stem = this.#stems[step.note] as string
    const path = `${stem}.md`
    const text = await this.story.textOf(path)
    const { workspace } = this.story
    if (step.kind === 'create') await workspace.create({ title: stem, text: OLD })
    else if (text === undefined) return
    else if (step.kind === 'write') await this.story.save(path, this.#said(step))
    else if (step.kind === 'delete') {
      const { revision } = await workspace.read(notePath(path))
      await workspace.remove(notePath(path), revision as Revision)
    } else {
      const title = `n${step.note}x${++this.#count}`
      const { done } = await workspace.refactor({ kind: 'rename', path, title })
      if (done) this.#renamed(stem, title)
    }
  }

  async #outside(step: Step & { readonly note: number }): Promise<void> {
    const path = `${this.#stems[step.note]}.md`
    const isThere = (await this.story.textOf(path)) !== undefined
    if (step.kind === 'write') this.story.vault.writeOutside(path, this.#said(step))
    else if (step.kind === 'delete' && isThere) this.story.vault.removeOutside(path)
  }

  /**
   * The last two are of notes that never are. No note links to itself: undone, its rename would make that a link to another.
   * Every text is another, so that none is taken for one that moved.
   */
  #said({ note, to }: { readonly note: number; readonly to: readonly number[] }): string {
    const others = to.filter((each) => each !== note)
    return `${OLD}${others.map((each) => `[[${this.#stems[each] ?? `nobody ${each}`}]]`).join(' ')} ${++this.#count}\n`
  }

  #renamed(from: string, to: string): void {
    this.#renames.push({ from, to })
    const at = this.#stems.indexOf(from)
    if (at >= 0) this.#stems[at] = to
  }

  /** What a stem is called in the end, also one that a note has no more: links that were left behind still call it so. */
  #nowOf(stem: string): string {
    return this.#renames.reduce((now, { from, to }) => (now === from ? to : now), stem)
  }

  /** By the texts alone: what is linked at the end of a time and was not at its beginning, and the reverse. */
  between(since: number, until: number): { made: string[]; removed: string[] } {
    const [before, after] = [since, until].map((time) => this.#linksAt(time)) as [Set<string>, Set<string>]
    const without = (these: Set<string>, those: Set<string>) => [...these].filter((each) => !those.has(each)).sort()
    return { made: without(after, before), removed: without(before, after) }
  }

  #linksAt(time: number): Set<string> {
    const moment = this.moments.findLast(({ at }) => at < time)
    const found = new Set<string>()
    for (const [stem, text] of moment?.texts ?? [])
      for (const { target } of parseNote(notePath(`${stem}.md`), text).links) {
        const [from, to] = [stem, target].map((each) => this.#nowOf(each)) as [string, string]
        if (from !== to) found.add(`${foldName(from)} → ${foldName(to)}`)
      }
    return found
  }
}

test('whoever changes notes while Notly runs or does not, what is kept is what the texts of each day say', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async (steps) => {
      const story = await begin(Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`n${at}.md`, `${at}\n`])))
      const played = new Played(story)
      await played.see()
      for (const each of steps) await played.play(each)
      if (!story.isRunning) await story.start()
      story.wait(1)
      // What went while nobody looked is seen now.
      await played.see()
      const days = Math.ceil((Date.now() - START) / DAY) + 1
      const dayAt = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10)
      for (let first = 1; first < days; first += 2)
        for (const last of [first, days]) {
          const { made, removed } = await story.links(dayAt(first), dayAt(last))
          const plain = (links: string[]) => links.map((link) => foldName(link.slice(0, -' 2026-03-01'.length))).sort()
          const since = Date.parse(`${dayAt(first)}T00:00:00Z`)
          const until = Date.parse(`${dayAt(last)}T00:00:00Z`) + DAY
          expect({ made: plain(made), removed: plain(removed) }, `${dayAt(first)} to ${dayAt(last)}`).toEqual(
            played.between(since, until),
          )
        }
      await story.end()
    }),
    { ...STORIES, examples: FAILED.map((steps): [Step[]] => [steps]) },
  )
})

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '../../bench/random.ts'
import type { NoteAnswer, SaveAnswer } from '../../src/core/answers.ts'
import type { Client } from './client.ts'
import type { Edits } from './edits.ts'

const TODAY = '2026-03-02'
/** How long a note is elsewhere. Milliseconds. */
const AWAY = 400

/** What somebody does who works with a vault for months, in the app and in other programs, in random order. */
export class Day {
  done = 0
  readonly #client: Client
  readonly #folder: string
  readonly #edits: Edits
  readonly #random: Random
  /** Each as often as it stands here. */
  readonly #doings: readonly (() => Promise<unknown>)[]

  constructor(client: Client, folder: string, edits: Edits, random: Random) {
    this.#client = client
    this.#folder = folder
    this.#edits = edits
    this.#random = random
    const often = (times: number, doing: () => Promise<unknown>) => Array.from({ length: times }, () => doing)
    this.#doings = [
      ...often(12, () => this.#read()),
      ...often(10, () => this.#save()),
      ...often(8, () => this.#search()),
      ...often(8, () => this.#type()),
      ...often(6, () => this.#writeOutside(false)),
      ...often(6, () => this.#writeOutside(true)),
      ...often(3, () => this.#come()),
      ...often(3, () => this.#comeOutside()),
      ...often(2, () => this.#rename()),
      ...often(1, () => this.#moveOutside()),
      ...often(2, () => this.#look()),
      ...often(1, () => this.#lookBack()),
    ]
  }

  async step(): Promise<void> {
    await this.#random.pick(this.#doings)()
    this.done++
  }

  /** Opens a note, with what the app shows around it. */
  async #read(): Promise<void> {
    const { path } = this.#edits.note()
    const { text } = await this.#client.get<NoteAnswer>('note', { path })
    const around = ['backlinks', 'links', 'headings', 'mentions', 'related', 'outcome', 'line', 'versions']
    await Promise.all(around.map((where) => this.#client.get(where, { path })))
    await this.#client.send('POST', 'suggest', { path, text: text.slice(0, 2000), offset: 500 })
  }

  async #save(): Promise<void> {
    const { path } = this.#edits.note()
    await this.#client.save(path, this.#edits.edit())
    await Promise.all([this.#client.get('backlinks', { path }), this.#client.get('recent')])
  }

  #search(): Promise<unknown> {
    const asked = [
      this.#edits.word(),
      `${this.#edits.word()} ${this.#edits.word()}`,
      `"${this.#edits.word()}"`,
      `kind:task ${this.#edits.word()}`,
    ]
    return this.#client.get('search', { q: this.#random.pick(asked) })
  }

  async #type(): Promise<void> {
    const { title } = this.#edits.note()
    for (let length = 1; length < Math.min(title.length, 5); length++)
      await this.#client.get('names', { q: title.slice(0, length) })
  }

  /** @param inPlace or a new file in the place of the old */
  async #writeOutside(inPlace: boolean): Promise<void> {
    const file = join(this.#folder, this.#edits.note().path)
    const text = this.#edits.edit()(readFileSync(file, 'utf8'))
    const written = inPlace ? file : join(this.#folder, 'being-written.tmp')
    writeFileSync(written, text)
    if (!inPlace) renameSync(written, file)
  }

  /** A note is made and deleted. */
  async #come(): Promise<void> {
    const made = { title: `Passing ${this.#edits.word()} ${this.done}`, text: `On @[[${this.#edits.note().title}]].\n` }
    const answer = await this.#client.send<SaveAnswer>('POST', 'note', made)
    if (!answer.saved) throw new Error(`${made.title} was not made`)
    await this.#client.send('DELETE', 'note', { path: answer.path, base: answer.revision })
  }

  /** As `#come`, but another program's. What it leaves is deleted by the next. */
  async #comeOutside(): Promise<void> {
    const file = join(this.#folder, 'ideas', `From elsewhere ${this.#random.between(0, 9)}.md`)
    if (this.#random.next() < 0.5) rmSync(file, { force: true })
    else writeFileSync(file, `# From elsewhere\n\nOn @[[${this.#edits.note().title}]], ${this.#edits.word()}.\n`)
  }

  /** With every link following, there and back. */
  async #rename(): Promise<void> {
    const { path, title } = this.#edits.note()
    const renamed = path.replace(/[^/]*$/, `${title} anew.md`)
    await this.#client.send('POST', 'refactor', { kind: 'rename', path, title: `${title} anew` })
    await this.#client.send('POST', 'refactor', { kind: 'rename', path: renamed, title, keepAlias: false })
  }

  async #moveOutside(): Promise<void> {
    const file = join(this.#folder, this.#edits.note().path)
    renameSync(file, `${file}.away.md`)
    await setTimeout(AWAY)
    renameSync(`${file}.away.md`, file)
  }

  /** What looks at the whole vault. */
  #look(): Promise<unknown> {
    const views: readonly [string, Readonly<Record<string, string>>][] = [
      ['graph', { path: this.#edits.note().path }],
      ['today', { today: TODAY }],
      ['calendar', { month: TODAY.slice(0, 7) }],
      ['tasks', { by: 'due', today: TODAY }],
      ['hubs', {}],
      ['hub-trends', {}],
      ['islands', {}],
      ['unresolved', {}],
      ['folder-tree', {}],
      ['tag-tree', {}],
      ['decisions', {}],
      ['topic', { q: this.#edits.word() }],
    ]
    return this.#client.get(...this.#random.pick(views))
  }

  #lookBack(): Promise<unknown> {
    return Promise.all(['operations', 'trash', 'renames', 'dismissals'].map((where) => this.#client.get(where)))
  }
}

/**
 * Keeps one open note and its file in step, and says truthfully how they stand. Knows no editor and no network: both are ports.
 *
 * The base is the raw text of the revision that the editor's text grew out of. A save sends the base's revision; when the file has
 * another one by now, the three texts are merged by lines, and only where that is impossible is the writer asked.
 */
import { normalise, toRaw } from '../../core/lineends.ts'
import { mergeTexts } from '../../core/merge.ts'
import type { SaveAnswer, SaveRequest } from '../../http/types.ts'
import { ApiError, OfflineError } from '../api.ts'
import type { DraftStore } from './drafts.ts'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The server has not answered for long; the text is kept in this browser. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unsaved' }
  /** The server does not answer; the text is kept in this browser. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'gone' }

/** A text and its revision, raw. */
export interface Base {
  readonly text: string
  readonly revision: string
}

export interface SaverPorts {
  /** @throws OfflineError, ApiError */
  put(request: SaveRequest): Promise<SaveAnswer>
  /** The file as it is now; undefined when there is none. @throws OfflineError, ApiError */
  load(path: string): Promise<Base | undefined>
  /** Makes the note again at its own path. @throws OfflineError, ApiError */
  create(path: string, text: string): Promise<SaveAnswer>
  readonly drafts: DraftStore
  /** Calls back once, after so many milliseconds. @returns a way to call it off */
  after(milliseconds: number, call: () => void): () => void
  /** The editor's text, normalised. */
  text(): string
  /** Puts another text into the editor, by as small a change as possible. */
  replace(text: string): void
  onState(state: SaveState): void
  /** Both texts, normalised; called again when theirs changes meanwhile, with undefined when it is over. */
  onConflict(conflict: { readonly mine: string; readonly theirs: string } | undefined): void
}

const IDLE = 400
/** Someone who never pauses is saved as often as this: often enough that a save that fails is told of in time. */
const PATIENCE = 800
const RETRY = [1000, 2000, 5000, 10_000]
/**
 * No more than two seconds pass between a key and the word that it is not saved; to draw that takes a moment, on a busy computer a long one. A save
 * has as long to be answered as lies between this and `PATIENCE`: a quick word must not become a false one.
 */
const SLOW = 1600
/** Of what was sent or kept and not answered, so much is remembered. UTF-16 units. */
const MOST_KEPT = 2_000_000
/** A longer text would be felt if it were kept with each key. UTF-16 units. */
const KEPT_WITH_EACH_KEY = 100_000

export class Saver {
  readonly path: string
  #ports: SaverPorts
  #base: Base
  #dirty = false
  /** Grows with each edit, so that a save knows whether the text moved on meanwhile. */
  #version = 0
  #state: SaveState = { kind: 'saved' }
  #theirs: Base | undefined
  /** Every draft since the last save, normalised: the file may come to hold one, and what is typed since grew out of it. */
  #kept: string[] = []
  /** The same of those that were kept with a key: so many that what was sent must not be forgotten for them. */
  #keptWithKeys: string[] = []
  /** Saves and loads take turns: a text that was read before a save and arrives after it would look like somebody else's. */
  #turns: Promise<unknown> = Promise.resolve()
  #saving = false
  #loadWaits = false
  #cancelTimer: () => void = () => {}
  #cancelPatience: (() => void) | undefined
  /** Goes off when the first key that is not saved has waited for too long. */
  #cancelAlarm: (() => void) | undefined
  /** The same of the first key that came while a save was on its way, and is not part of it. */
  #cancelNextAlarm: (() => void) | undefined
  #attempts = 0
  #closed = false

  constructor(path: string, base: Base, ports: SaverPorts) {
    this.path = path
    this.#base = base
    this.#ports = ports
  }

  get state(): SaveState {
    return this.#state
  }

  /** The writer changed the text. Cheap: called for each key. */
  edited(): void {
    this.#version++
    this.#dirty = true
    this.#later(IDLE)
    if (this.#held()) return
    if (this.#isSaidToBeKept()) this.#keepWithKey()
    if (this.#saving) this.#cancelNextAlarm ??= this.#ports.after(SLOW, () => this.#alarm())
    else this.#cancelAlarm ??= this.#ports.after(SLOW, () => this.#alarm())
    if (!this.#hasFailed() && !this.#saving) this.#say({ kind: 'unsaved' })
    this.#cancelPatience ??= this.#ports.after(PATIENCE, () => void this.flush())
  }

  /** Saves now what is not saved; resolves when that is answered. */
  flush(): Promise<void> {
    this.#calm()
    if (!this.#dirty) return Promise.resolve()
    this.#keepDraft()
    return this.#inTurn(async () => {
      if (this.#dirty && !this.#held()) await this.#save()
    })
  }

  /** The connection is back, or may be. */
  async reconnected(): Promise<void> {
    if (this.#state.kind !== 'offline') return
    this.#attempts = 0
    await this.flush()
  }

  /** The file may have changed, whoever did it: reads it and takes in what is new. */
  refresh(): Promise<void> {
    if (this.#loadWaits) return Promise.resolve()
    this.#loadWaits = true
    return this.#inTurn(async () => {
      this.#loadWaits = false
      try {
        this.#compare(await this.#ports.load(this.path))
      } catch (error) {
        // A server that is away says so at the next save; when it is back, everything counts as changed.
        if (!(error instanceof OfflineError || error instanceof ApiError)) throw error
      }
    })
  }

  #compare(now: Base | undefined): void {
    if (now === undefined) this.#becomeGone()
    else if (now.revision === this.#base.revision && this.#theirs === undefined) this.#stillHere()
    else this.#takeIn(now)
  }

  #inTurn(job: () => Promise<void>): Promise<void> {
    const turn = this.#turns.then(job)
    this.#turns = turn.catch(() => undefined)
    return turn
  }

  /** The writer decided what the text shall be; it replaces the file's. */
  async resolve(text: string): Promise<void> {
    if (this.#theirs === undefined) return
    this.#base = this.#theirs
    this.#theirs = undefined
    this.#ports.onConflict(undefined)
    this.#ports.replace(text)
    this.#dirty = true
    this.#say({ kind: 'unsaved' })
    await this.flush()
  }

  /** Writes a note that was deleted elsewhere back to its place. */
  async writeBack(): Promise<void> {
    const text = toRaw(this.#base.text, this.#ports.text())
    const version = this.#version
    this.#say({ kind: 'saving' })
    try {
      const answer = await this.#ports.create(this.path, text)
      if (answer.saved) this.#saved({ text, revision: answer.revision }, version)
      else this.#say({ kind: 'gone' })
    } catch (error) {
      this.#keepDraft()
      this.#say(error instanceof ApiError ? { kind: 'refused', message: error.message } : { kind: 'gone' })
    }
  }

  /** Takes up a draft that an earlier page left behind: the editor already holds its text. */
  resumeDraft(): Promise<void> {
    this.#dirty = true
    this.#say({ kind: 'unsaved' })
    this.#later(IDLE)
    return this.refresh()
  }

  /** Saves what is open and falls silent. */
  async close(): Promise<void> {
    const last = this.flush()
    this.#closed = true
    await last
    this.#calm()
    this.#silence()
  }

  /** The note is at another path now: what is not saved goes along as a draft, and nothing more is written from here. */
  carryTo(path: string): void {
    const { text, revision } = this.#base
    this.#calm()
    this.#silence()
    this.#closed = true
    if (this.#dirty) this.#ports.drafts.set(path, { text: this.#ports.text(), base: text, revision })
    this.#ports.drafts.remove(this.path)
    this.#dirty = false
  }

  async #save(): Promise<void> {
    const version = this.#version
    const text = toRaw(this.#base.text, this.#ports.text())
    if (text === this.#base.text) {
      this.#saved(this.#base, version)
      return
    }
    if (!this.#hasFailed()) this.#say({ kind: 'saving' })
    this.#saving = true
    this.#cancelAlarm ??= this.#ports.after(SLOW, () => this.#alarm())
    try {
      this.#judge(await this.#ports.put({ path: this.path, text, base: this.#base.revision }), text, version)
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#saving = false
    }
  }

  #judge(answer: SaveAnswer, text: string, version: number): void {
    if (answer.saved) this.#saved({ text, revision: answer.revision }, version)
    else if (answer.reason === 'refused') this.#refused(answer.message)
    else if (answer.reason === 'exists') this.#refused(takenMessage(answer.existing))
    else if (answer.text === null || answer.revision === null) this.#becomeGone()
    else this.#takeIn({ text: answer.text, revision: answer.revision })
  }

  #alarm(): void {
    if (!this.#dirty || this.#held() || this.#hasFailed()) return
    this.#keepDraft()
    this.#say({ kind: 'waiting' })
  }

  #saved(base: Base, version: number): void {
    this.#base = base
    this.#attempts = 0
    this.#cancelAlarm?.()
    this.#cancelAlarm = this.#cancelNextAlarm
    this.#cancelNextAlarm = undefined
    if (version !== this.#version) {
      this.#say({ kind: 'unsaved' })
      this.#later(IDLE)
      return
    }
    this.#dirty = false
    this.#kept = []
    this.#keptWithKeys = []
    this.#ports.drafts.remove(this.path)
    this.#say({ kind: 'saved' })
  }

  #failed(error: unknown): void {
    if (error instanceof ApiError) {
      this.#refused(error.message)
      return
    }
    if (!(error instanceof OfflineError)) throw error
    this.#keepRest()
    this.#say({ kind: 'offline' })
    this.#tryAgain()
  }

  /** What was refused may go well later: somebody makes room on the disk, or allows writing. */
  #refused(message: string): void {
    this.#keepRest()
    this.#say({ kind: 'refused', message })
    this.#tryAgain()
  }

  #tryAgain(): void {
    this.#later(RETRY[Math.min(this.#attempts++, RETRY.length - 1)] as number)
  }

  /** What was said of the last try stays until one goes well. */
  #hasFailed(): boolean {
    return this.#state.kind === 'offline' || this.#state.kind === 'refused'
  }

  #takeIn(now: Base): void {
    const theirs = normalise(now.text)
    if (!this.#dirty) {
      this.#base = now
      this.#ports.replace(theirs)
      this.#say({ kind: 'saved' })
      return
    }
    const mine = this.#ports.text()
    // A save whose answer was lost, or that another tab took up, is not somebody else's text.
    const isOwn = this.#kept.includes(theirs) || this.#keptWithKeys.includes(theirs)
    const grewFrom = isOwn ? theirs : normalise(this.#base.text)
    const merged = mergeTexts(grewFrom, mine, theirs)
    if (merged.kind === 'conflict' || this.#theirs !== undefined) {
      this.#askWriter(now, mine, theirs)
      return
    }
    this.#base = now
    this.#ports.replace(merged.text)
    this.#say({ kind: 'unsaved' })
    this.#later(0)
  }

  #askWriter(now: Base, mine: string, theirs: string): void {
    this.#theirs = now
    this.#keepDraft()
    this.#say({ kind: 'conflict' })
    this.#ports.onConflict({ mine, theirs })
  }

  #becomeGone(): void {
    this.#calm()
    this.#silence()
    this.#theirs = undefined
    this.#ports.onConflict(undefined)
    if (this.#dirty) this.#keepDraft()
    this.#say({ kind: 'gone' })
  }

  #stillHere(): void {
    if (this.#state.kind !== 'gone') return
    this.#say(this.#dirty ? { kind: 'unsaved' } : { kind: 'saved' })
    if (this.#dirty) this.#later(0)
  }

  /** Nothing is sent before the writer has said what shall be. */
  #held(): boolean {
    return this.#state.kind === 'conflict' || this.#state.kind === 'gone'
  }

  /** While the mark says that the text is kept here, so are its last keys: a page may end without a word. */
  #isSaidToBeKept(): boolean {
    return this.#hasFailed() || this.#state.kind === 'waiting'
  }

  #keepWithKey(): void {
    const mine = this.#ports.text()
    if (mine.length > KEPT_WITH_EACH_KEY) return
    this.#setDraft(mine)
    remember(this.#keptWithKeys, mine)
  }

  /** What was typed since a save that failed was sent; nothing of a note that has moved on meanwhile. */
  #keepRest(): void {
    if (this.#dirty) this.#keepDraft()
  }

  #keepDraft(): void {
    const mine = this.#ports.text()
    this.#setDraft(mine)
    remember(this.#kept, mine)
  }

  #setDraft(mine: string): void {
    const { text, revision } = this.#base
    this.#ports.drafts.set(this.path, { text: mine, base: text, revision })
  }

  #later(milliseconds: number): void {
    this.#cancelTimer()
    if (this.#closed) return
    this.#cancelTimer = this.#ports.after(milliseconds, () => void this.flush())
  }

  #calm(): void {
    this.#cancelTimer()
    this.#cancelPatience?.()
    this.#cancelPatience = undefined
  }

  #silence(): void {
    this.#cancelAlarm?.()
    this.#cancelNextAlarm?.()
    this.#cancelAlarm = undefined
    this.#cancelNextAlarm = undefined
  }

  /** Says only what is news: this is called for each key. */
  #say(state: SaveState): void {
    const before = this.#state
    if (state.kind === before.kind && (state.kind !== 'refused' || state.message === (before as typeof state).message))
      return
    this.#state = state
    if (!this.#closed) this.#ports.onState(state)
  }
}

/** The oldest are forgotten where they become too much. */
function remember(texts: string[], text: string): void {
  if (!texts.includes(text)) texts.push(text)
  while (texts.reduce((units, each) => units + each.length, 0) > MOST_KEPT) texts.shift()
}

function takenMessage(existing: string): string {
  return `There is a note at ${existing} already. Choose another name.`
}

import type { ChainNote } from '../core/chain/answers.ts'
import type { NotePath, Range } from '../core/note.ts'
import type { Corpus } from '../core/suggest/corpus.ts'
import { placesOf } from '../core/suggest/places.ts'
import { passagesOf } from '../core/suggest/prose.ts'
import type { TopicAnswer, TopicNote } from '../core/topic/answers.ts'
import { timelineOf } from '../core/topic/timeline.ts'
import type { Vault } from '../core/vault.ts'
import { ChainWords } from '../index/chain-words.ts'
import type { Database } from '../index/database.ts'
import { statusOf } from '../index/decisions.ts'
import type { Forgotten } from '../index/forgotten.ts'
import { tasksWhere } from '../index/tasks.ts'
import { forgottenOf, hubOf, type LinkedNote, type TopicParts, topicParts } from '../index/topic.ts'
import { keptTopic } from './kept-topics.ts'
import { sentenceAround } from './mention-answers.ts'
import { readablePart } from './passages.ts'
import { firstPlace } from './samples.ts'
import { whyForgotten } from './todays.ts'

/** Texts that are read for their sentences, and items of each list. */
const READ = 16
const LINKED = 24
const TASKS = 20
const PEOPLE = new Set(['person', 'people', 'contact'])

export interface TopicSources {
  readonly vault: Vault
  readonly db: Database
  readonly corpus: Corpus
  /** Whether somebody read a note of late. */
  readonly wasOpened: (path: NotePath) => boolean
  /** When a note was last changed, or seen changed. Milliseconds since 1970. */
  readonly changedAt: (path: NotePath) => number
  /** The note in which the dossier was kept; the newest when undefined. */
  readonly keptIn?: NotePath | undefined
}

/** Everything that the vault knows about a topic. @throws {UserError} when it takes too long to find */
export async function topicOf(topic: string, sources: TopicSources): Promise<TopicAnswer> {
  const { db } = sources
  const parts = db.read(() => topicParts(db, topic))
  const { graph, about, others, linked } = parts
  const hub = hubOf(parts)
  const forgotten = forgottenOf(parts, hub, sources.wasOpened)
  const words = new ChainWords(
    db,
    graph,
    [...about, ...others, ...linked].map(({ note }) => note),
    linked.map(({ link }) => link),
  )
  const saying = new Saying(parts, words, sources)
  const notes = await Promise.all(about.map((hit) => saying.about(hit)))
  const isLinked = new Set(linked.map(({ note }) => note))
  const elsewhere = others.filter(({ note }) => !isLinked.has(note)).slice(0, READ)
  const mentions = (await Promise.all(elsewhere.map(({ note }) => saying.plainly(note)))).filter((one) => one !== null)
  const joined = linked.map((each) => saying.linked(each))
  const plain = joined.filter(({ kind }) => kind !== 'decision' && !PEOPLE.has(kind ?? ''))
  const said = new Map([...notes, ...joined, ...mentions].map((each) => [each.path, each]))
  const noteOf = (note: number | undefined): TopicNote | null =>
    (note !== undefined && said.get(graph.path(note))) || null
  const start = noteOf(hub)
  const paths = [...about, ...linked.filter(({ note }) => graph.kind(note) === 'task')].map(({ note }) =>
    graph.path(note),
  )
  const answer = {
    topic,
    hub: start && { ...start, why: 'most of these notes are linked with it' },
    notes: notes.filter(({ kind }) => kind !== 'decision'),
    linked: plain.slice(0, LINKED),
    moreLinked: Math.max(plain.length - LINKED, 0),
    decisions: [...notes, ...joined].filter(({ kind }) => kind === 'decision').sort(newestFirst),
    tasks: {
      open: tasksWhere(db, { done: false, paths }, TASKS),
      done: tasksWhere(db, { done: true, paths }, TASKS),
    },
    mentions,
    people: joined.filter(({ kind }) => PEOPLE.has(kind ?? '')),
    tags: parts.tags,
    timeline: timelineOf([...about, ...others].map(({ note }) => graph.at(note))),
    forgotten: forgotten === undefined ? null : saying.forgotten(forgotten, noteOf(forgotten.note)),
  }
  return { ...answer, kept: keptTopic(db, graph, answer, sources.changedAt, sources.keptIn) }
}

function newestFirst(a: TopicNote, b: TopicNote): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1
}

/** Puts into words why a note stands in a dossier. */
class Saying {
  readonly #parts: TopicParts
  readonly #words: ChainWords
  readonly #sources: TopicSources
  readonly #phrase: string

  constructor(parts: TopicParts, words: ChainWords, sources: TopicSources) {
    this.#parts = parts
    this.#words = words
    this.#sources = sources
    this.#phrase = parts.words.join(' ')
  }

  async about({ path, note, via, called }: TopicParts['about'][number]): Promise<TopicNote> {
    const found = await this.#sentence(note)
    const tag = this.#parts.tagged.get(path)
    const said = found === null ? (called === null ? 'has these words' : 'others call it so') : 'says it'
    const why = via === 'title' ? 'in its name' : tag === undefined ? said : `tagged #${tag}`
    return { ...this.#facts(note), why, ...(found ?? this.#nothing(note)) }
  }

  linked({ note, link, about, times }: LinkedNote): TopicNote {
    const { said, source, context, contextFrom, contextTo, offset } = this.#words.why(link, about)
    const first = `${this.#words.note(about).title} ${said} it`
    const why = times === 1 ? first : `linked with ${times} of these: ${first}`
    return { ...this.#facts(note), why, sentence: context, marks: [[contextFrom, contextTo]], source, offset }
  }

  /** Null for a note that does not say it in plain words. */
  async plainly(note: number): Promise<TopicNote | null> {
    const found = await this.#sentence(note, true)
    return found && { ...this.#facts(note), why: 'says it without a link', ...found }
  }

  /** @param known as it stands in another list */
  forgotten({ note, since }: Forgotten, known: TopicNote | null): TopicNote {
    const why = whyForgotten(this.#parts.graph.at(note), since)
    return { ...(known ?? { ...this.#facts(note), ...this.#nothing(note) }), why }
  }

  #facts(note: number): Pick<ChainNote, 'path' | 'title' | 'kind' | 'status' | 'date'> {
    const { path, title, kind, status, date } = this.#words.note(note)
    return { path, title, kind, date, status: kind === 'decision' ? statusOf(this.#parts.graph, note) : status }
  }

  #nothing(note: number): Pick<TopicNote, 'sentence' | 'marks' | 'source' | 'offset'> {
    return { sentence: null, marks: [], source: this.#parts.graph.path(note), offset: null }
  }

  /** @param isPlain only where no link stands */
  async #sentence(
    note: number,
    isPlain = false,
  ): Promise<Pick<TopicNote, 'sentence' | 'marks' | 'source' | 'offset'> | null> {
    const path = this.#parts.graph.path(note)
    const text = (await this.#sources.vault.read(path).catch(() => undefined))?.text
    if (text === undefined) return null
    const passages = passagesOf(readablePart(text))
    const asking = { corpus: this.#sources.corpus, path }
    const place: Range | undefined = isPlain
      ? placesOf(text, passages, [this.#phrase], asking)[0]
      : firstPlace(text, passages, this.#phrase, asking)
    if (place === undefined) return null
    const { from, to } = sentenceAround(text, passages, place)
    const start = from + (/^\[.\]\s+/u.exec(text.slice(from, to))?.[0].length ?? 0)
    return {
      sentence: text.slice(start, to),
      marks: [[place.from - start, place.to - start]],
      source: path as NotePath,
      offset: place.from,
    }
  }
}

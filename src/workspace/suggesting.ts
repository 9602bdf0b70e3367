import type {
  ConceptAnswer,
  MentionAnswer,
  RelatedAnswer,
  SampleAnswer,
  SuggestAnswer,
  SuggestRequest,
} from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import { notePath, stemOf } from '../core/path.ts'
import { type Concept, conceptsOf } from '../core/suggest/concepts.ts'
import type { Corpus, Doc } from '../core/suggest/corpus.ts'
import { namersOf } from '../core/suggest/incoming.ts'
import { outgoingMentions } from '../core/suggest/mentions.ts'
import type { Asking } from '../core/suggest/places.ts'
import { passagesOf } from '../core/suggest/prose.ts'
import { relatedNotes } from '../core/suggest/related.ts'
import type { Vault } from '../core/vault.ts'
import { answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { isoTime } from '../index/dates.ts'
import { Corpora } from '../index/suggest/corpus.ts'
import { type DismissalStore, Dismissing } from './dismissing.ts'
import { englishTagger } from './english.ts'
import { incomingPlaces, mentionAnswers, type PlacedMention } from './mention-answers.ts'
import { readablePart } from './passages.ts'
import { samplesOf } from './samples.ts'
import { Reasons } from './why.ts'

/** A text and the note that it is part of. */
interface Given {
  readonly path: NotePath | undefined
  readonly text: string
  readonly offset: number
}

/** Notes that are read to find out who names a note: the likeliest. */
const MOST_READ = 300

export interface SuggestingOptions {
  /** Where dismissed suggestions are kept; in memory when undefined. */
  readonly dismissals: DismissalStore | undefined
  /** Asked anew for each answer: tells whether a note was opened of late. */
  readonly wasOpened: () => (path: NotePath) => boolean
}

/** UTF-16 units of a text that are looked at, of one and of each of many: what they bring to mind is found in a part of a second. */
const MOST_CHARACTERS = 200_000

function within(given: Given): Given {
  return { ...given, text: readablePart(given.text, MOST_CHARACTERS) }
}

/** What the notes know of a text beyond its links: which notes it names, what says the same, what hangs together with it. */
export class Suggesting {
  readonly dismissing: Dismissing
  readonly #vault: Vault
  readonly #db: () => Database
  readonly #corpora: Corpora
  readonly #now: () => Date
  readonly #wasOpened: SuggestingOptions['wasOpened']

  constructor(vault: Vault, db: () => Database, now: () => Date, { dismissals, wasOpened }: SuggestingOptions) {
    this.#vault = vault
    this.#db = db
    this.#now = now
    this.#corpora = new Corpora(db)
    this.dismissing = new Dismissing(dismissals)
    this.#wasOpened = wasOpened
  }

  /** @param paths what changed; undefined when anything may have */
  refresh(paths: readonly NotePath[] | undefined): void {
    this.#corpora.refresh(paths)
  }

  async prepare(): Promise<void> {
    await this.#corpora.prepare()
  }

  corpus(): Corpus {
    return this.#corpora.now()
  }

  /** The notes that a text names without linking them, the likeliest first. */
  outgoing(asked: Given, limit?: number): MentionAnswer[] {
    const given = within(asked)
    const asking = { corpus: this.corpus(), path: given.path }
    const passages = passagesOf(given.text)
    const found = outgoingMentions(given.text, passages, asking)
    return this.#open(mentionAnswers(this.#db(), given, passages, found, asking)).slice(0, limit)
  }

  /** The notes that name a note without linking it, the latest first. */
  async incoming(path: NotePath): Promise<MentionAnswer[]> {
    const corpus = this.corpus()
    const own = corpus.docOf(path)
    const facts = own === undefined ? undefined : corpus.facts(own)
    if (facts === undefined) return []
    const names = this.#namesOf(path, facts.title)
    const answers: MentionAnswer[] = []
    for (const { doc } of namersOf(names, corpus, own).slice(0, MOST_READ)) {
      const source = corpus.facts(doc)?.path
      const whole = source === undefined ? undefined : (await this.#vault.read(source).catch(() => undefined))?.text
      if (source === undefined || whole === undefined) continue
      const text = readablePart(whole, MOST_CHARACTERS)
      const passages = passagesOf(text)
      const asking = { corpus, path: source }
      const places: PlacedMention[] = incomingPlaces(text, passages, names, own as Doc, asking)
      answers.push(...mentionAnswers(this.#db(), { path: source, text, offset: 0 }, passages, places, asking))
    }
    const latest = (a: MentionAnswer, b: MentionAnswer): number =>
      a.modified < b.modified
        ? 1
        : a.modified > b.modified
          ? -1
          : a.source < b.source
            ? -1
            : a.source > b.source
              ? 1
              : 0
    return this.#open(answers).sort((a, b) => latest(a, b) || a.position.offset - b.position.offset)
  }

  /** The likeliest place that would link a note with another, whichever way; undefined when none is sure. */
  async surest(given: Given & { readonly path: NotePath }): Promise<MentionAnswer | undefined> {
    const own = this.outgoing(given).find(({ strong }) => strong)
    if (own !== undefined) return own
    return (await this.incoming(given.path)).filter(({ strong }) => strong).sort((a, b) => b.score - a.score)[0]
  }

  /** Phrases of a text that stand in other notes. @param limit of phrases */
  async concepts(asked: Given, limit?: number): Promise<ConceptAnswer[]> {
    const given = within(asked)
    const tagger = await englishTagger()
    const asking: Asking = { corpus: this.corpus(), path: given.path }
    const dismissals = this.dismissing.now
    const most = (limit ?? CONCEPTS) + dismissals.list.length
    return conceptsOf(given.text, passagesOf(given.text), asking, most, tagger)
      .filter(({ key }) => !dismissals.isDismissed({ key, path: given.path, around: undefined }))
      .slice(0, limit ?? CONCEPTS)
      .map((concept) => this.#conceptAnswer(concept, asking.corpus, given.offset))
  }

  async conceptsWithSamples(given: Given, limit: number | undefined, samples: number): Promise<ConceptAnswer[]> {
    const concepts = await this.concepts(given, limit)
    return Promise.all(
      concepts.map(async (concept) => ({
        ...concept,
        samples: await this.samples(concept.phrase, given.path, samples),
      })),
    )
  }

  /** The sentences of other notes that say a phrase, the oldest note first. */
  samples(phrase: string, path: NotePath | undefined, limit: number): Promise<SampleAnswer[]> {
    const sources = { vault: this.#vault, answering: answeringIn(this.#db()), wasOpened: this.#wasOpened() }
    return samplesOf(phrase, { corpus: this.corpus(), path }, sources, this.#now(), limit)
  }

  related(asked: Given, limit: number): RelatedAnswer[] {
    const given = within(asked)
    const corpus = this.corpus()
    const asking = { corpus, path: given.path }
    const found = relatedNotes(given.text, passagesOf(given.text), asking, { limit, withWalk: true })
    const reasons = new Reasons(given.text, corpus)
    return found.flatMap((related) => {
      const facts = corpus.facts(related.doc)
      if (facts === undefined) return []
      const { path, title, kind, date } = facts
      const score = Math.round(related.score * 10_000) / 10_000
      return [{ path, title, kind, date: isoTime(date), score, why: reasons.of(related) }]
    })
  }

  /** What a paragraph brings to mind while it is written. */
  async suggest({ path, text, offset = 0 }: SuggestRequest): Promise<SuggestAnswer> {
    const given = { path: path === '' ? undefined : notePath(path), text, offset }
    const mentions = this.outgoing(given, MENTIONS)
    // What is a note's name, or part of it, is told as that.
    const names = [...new Set(mentions.map(({ key }) => ` ${key} `))]
    const isName = (key: string): boolean => names.some((name) => name.includes(` ${key} `))
    const found = await this.concepts(given, CONCEPTS + 2 * names.length)
    const concepts = found.filter(({ key }) => !isName(key))
    return { mentions, concepts: concepts.slice(0, CONCEPTS) }
  }

  #conceptAnswer({ phrase, key, from, to, score, docs }: Concept, corpus: Corpus, offset: number): ConceptAnswer {
    const facts = docs.flatMap((doc) => corpus.facts(doc) ?? [])
    const dates = facts.map(({ date }) => date)
    return {
      phrase,
      key,
      from: from + offset,
      to: to + offset,
      notes: facts.length,
      oldest: isoTime(dates.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER)),
      newest: isoTime(dates.reduce((a, b) => Math.max(a, b), 0)),
      kinds: [...new Set(facts.flatMap(({ kind }) => kind ?? []))].sort(),
      score: Math.round(score * 1000) / 1000,
      samples: [],
    }
  }

  #open(answers: readonly MentionAnswer[]): MentionAnswer[] {
    const dismissals = this.dismissing.now
    return answers.filter(
      ({ key, source, context }) =>
        !dismissals.isDismissed({ key, path: source === '' ? undefined : notePath(source), around: context }),
    )
  }

  #namesOf(path: NotePath, title: string): string[] {
    const aliases = this.#db().all<[string]>(
      'SELECT n.written FROM name n JOIN file f ON f.id = n.file WHERE f.path = ? AND n.grp = 2',
      path,
    )
    return [...new Set([title, stemOf(path), ...aliases.map(([alias]) => alias)])]
  }
}

const CONCEPTS = 5
const MENTIONS = 50

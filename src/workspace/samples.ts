import type { SampleAnswer } from '../core/answers.ts'
import type { NotePath, Range } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { type Candidate, shortestTarget } from '../core/resolve.ts'
import type { Doc } from '../core/suggest/corpus.ts'
import { namersOf } from '../core/suggest/incoming.ts'
import { type Asking, placesOf } from '../core/suggest/places.ts'
import { type Passage, passagesOf } from '../core/suggest/prose.ts'
import type { Vault } from '../core/vault.ts'
import { standsAt, WordsOf, wantedWords } from '../core/wanted-words.ts'
import { tallyOf } from '../core/words.ts'
import { isoTime } from '../index/dates.ts'
import { isForgotten } from '../index/forgotten.ts'
import { sentenceAround } from './mention-answers.ts'
import { readablePart } from './passages.ts'

export interface Sources {
  readonly vault: Vault
  readonly answering: (key: string) => readonly Candidate[]
  /** Whether a note was opened of late. */
  readonly wasOpened: (path: NotePath) => boolean
}

/** The first sentence of each other note that says a phrase, the oldest note first. */
export async function samplesOf(
  phrase: string,
  asking: Asking,
  sources: Sources,
  now: Date,
  limit: number,
): Promise<SampleAnswer[]> {
  const { corpus, path } = asking
  const own = path === undefined ? undefined : corpus.docOf(path)
  const found = namersOf([phrase], corpus, own, true).flatMap(({ doc }) => {
    const facts = corpus.facts(doc)
    return facts === undefined ? [] : [{ doc, facts }]
  })
  found.sort((a, b) => a.facts.date - b.facts.date || (a.facts.path < b.facts.path ? -1 : 1))
  const samples: SampleAnswer[] = []
  for (const { doc } of found) {
    if (samples.length >= limit) break
    const sample = await sampleOf(doc, phrase, asking, sources, now)
    if (sample !== undefined) samples.push(sample)
  }
  return samples
}

async function sampleOf(
  doc: Doc,
  phrase: string,
  { corpus, path }: Asking,
  { vault, answering, wasOpened }: Sources,
  now: Date,
): Promise<SampleAnswer | undefined> {
  const facts = corpus.facts(doc)
  const source = facts && (await vault.read(facts.path).catch(() => undefined))
  if (facts === undefined || source === undefined) return undefined
  const { text, modified } = source
  const passages = passagesOf(readablePart(text))
  const place = firstPlace(text, passages, phrase, { corpus, path: facts.path })
  if (place === undefined) return undefined
  const { from, to } = sentenceAround(text, passages, place)
  return {
    path: facts.path,
    title: facts.title,
    kind: facts.kind,
    date: isoTime(facts.date),
    modified: isoTime(Math.round(modified)),
    linkTarget: shortestTarget(facts.path, path ?? notePath(''), answering),
    offset: place.from,
    end: place.to,
    said: text.slice(place.from, place.to),
    sentence: text.slice(from, to),
    sentenceFrom: place.from - from,
    sentenceTo: place.to - from,
    forgotten: isForgotten({ path: facts.path, at: facts.date }, now.getTime(), wasOpened),
  }
}

/** In plain words, or else in what a link shows, or else in what it leads to, or else in another form that the words have in the text's language. */
export function firstPlace(
  text: string,
  passages: readonly Passage[],
  phrase: string,
  asking: Asking,
): Range | undefined {
  const [plain] = placesOf(text, passages, [phrase], asking)
  if (plain !== undefined) return plain
  const shown = passages.map((passage) => ({ ...passage, plain: passage.shown }))
  const whole = passages.map((passage) => ({ ...passage, plain: [passage] }))
  const all = { ...asking, anyLength: true }
  return (
    placesOf(text, shown, [phrase], all)[0] ??
    placesOf(text, whole, [phrase], all)[0] ??
    firstForm(text, passages, phrase)
  )
}

function firstForm(text: string, passages: readonly Passage[], phrase: string): Range | undefined {
  const language = tallyOf(text).language()
  const wanted = wantedWords(phrase, false)
  for (const passage of passages) {
    const words = new WordsOf(text.slice(passage.from, passage.to), language === undefined ? [] : [language])
    for (let at = 0; at < words.length; at++)
      if (standsAt(words, at, wanted))
        return { from: passage.from + words.from(at), to: passage.from + words.to(at + wanted.length - 1) }
  }
  return undefined
}

import type { SampleAnswer } from '../core/answers.ts'
import { DAY } from '../core/days.ts'
import type { NotePath, Range } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { type Candidate, shortestTarget } from '../core/resolve.ts'
import type { Doc } from '../core/suggest/corpus.ts'
import { namersOf } from '../core/suggest/incoming.ts'
import { type Asking, placesOf } from '../core/suggest/places.ts'
import { type Passage, passagesOf } from '../core/suggest/prose.ts'
import type { Vault } from '../core/vault.ts'
import { isoTime } from '../index/dates.ts'
import { sentenceAround } from './mention-answers.ts'

export interface Sources {
  readonly vault: Vault
  readonly answering: (key: string) => readonly Candidate[]
  /** Tells whether a note was opened in so many days up to today. */
  readonly wasOpened: (days: number) => (path: NotePath) => boolean
}

/** A note that nobody opened or changed for so long may have been forgotten. Days. */
const LONG = 90

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
  const passages = passagesOf(text)
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
    forgotten: Math.max(modified, facts.date) < now.getTime() - LONG * DAY && !wasOpened(LONG)(facts.path),
  }
}

/** In plain words, or else in what a link shows, or else in what it leads to. */
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
  return placesOf(text, shown, [phrase], all)[0] ?? placesOf(text, whole, [phrase], all)[0]
}

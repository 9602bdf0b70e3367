import type { MentionAnswer } from '../core/answers.ts'
import type { NotePath, Range } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { Positions } from '../core/positions.ts'
import { shortestTarget } from '../core/resolve.ts'
import type { Doc } from '../core/suggest/corpus.ts'
import type { Mention } from '../core/suggest/mentions.ts'
import { keyOf } from '../core/suggest/name-table.ts'
import { wordsOf } from '../core/suggest/name-words.ts'
import { type Asking, placesOf } from '../core/suggest/places.ts'
import { type Passage, sentencesOf } from '../core/suggest/prose.ts'
import { answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { isoTime } from '../index/dates.ts'

export type PlacedMention = Pick<Mention, 'from' | 'to' | 'key' | 'doc' | 'name' | 'match' | 'score' | 'strong'>

/** Where a note's plain words say one of the names of another note. */
export function incomingPlaces(
  text: string,
  passages: readonly Passage[],
  names: readonly string[],
  doc: Doc,
  asking: Asking,
): PlacedMention[] {
  return placesOf(text, passages, names, asking).map(({ from, to, kind, name }) => ({
    from,
    to,
    key: keyOf(wordsOf(name)),
    doc,
    name,
    match: kind,
    score: 1,
    strong: kind === 'exact',
  }))
}

interface Given {
  readonly path: NotePath | undefined
  readonly text: string
  /** Where the text stands in its note. */
  readonly offset: number
}

/** Mentions as faces pass them on. */
export function mentionAnswers(
  db: Database,
  given: Given,
  passages: readonly Passage[],
  mentions: readonly PlacedMention[],
  { corpus, path }: Asking,
): MentionAnswer[] {
  const own = path === undefined ? undefined : corpus.docOf(path)
  const source = own === undefined ? undefined : corpus.facts(own)
  const modified = modifiedOf(db, path)
  const positions = new Positions(given.text)
  const answering = answeringIn(db)
  return mentions.flatMap((mention) => {
    const target = corpus.facts(mention.doc)
    if (target === undefined) return []
    const { from: start, to: stop } = sentenceAround(given.text, passages, mention)
    const position = positions.at(mention.from)
    return [
      {
        source: path ?? '',
        title: source?.title ?? '',
        kind: source?.kind ?? null,
        position: { ...position, offset: position.offset + given.offset },
        end: mention.to + given.offset,
        name: mention.name,
        match: mention.match,
        target: target.path,
        targetTitle: target.title,
        targetKind: target.kind,
        linkTarget: shortestTarget(target.path, path ?? notePath(''), answering),
        context: given.text.slice(start, stop),
        contextFrom: mention.from - start,
        contextTo: mention.to - start,
        key: mention.key,
        score: Math.round(mention.score * 10_000) / 10_000,
        strong: mention.strong,
        modified,
      },
    ]
  })
}

export function sentenceAround(text: string, passages: readonly Passage[], place: Range): Range {
  const around = passages.find(({ from, to }) => from <= place.from && place.to <= to)
  return around === undefined ? place : sentencesOf(text, around).around(place)
}

function modifiedOf(db: Database, path: NotePath | undefined): string {
  const [modified] =
    path === undefined ? [] : (db.first<[number]>('SELECT modified FROM file WHERE path = ?', path) ?? [])
  return modified === undefined ? '' : isoTime(modified)
}

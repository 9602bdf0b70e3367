/** What the suggestions answer, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { Position } from '../answers.ts'
import type { MatchKind } from './same-name.ts'

/** A place in a note's plain words that names another note. */
export interface MentionAnswer {
  /** Path of the note that holds the words; empty for a text that is in no note. */
  readonly source: string
  readonly title: string
  readonly kind: string | null
  readonly position: Position
  /** End of the name, offset in UTF-16 units. */
  readonly end: number
  /** The name of the target that was found, as the target writes it. */
  readonly name: string
  readonly match: MatchKind
  /** The note that is named. */
  readonly target: string
  readonly targetTitle: string
  readonly targetKind: string | null
  /** What to write between the brackets so that a link in this text means that note. */
  readonly linkTarget: string
  /** The sentence, and where the name stands in it. */
  readonly context: string
  readonly contextFrom: number
  readonly contextTo: number
  /** Names with the same key are the same name; what a dismissal names. */
  readonly key: string
  readonly score: number
  /** Sure enough to be marked in the text itself. */
  readonly strong: boolean
  readonly modified: string
}

export interface RelatedAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly date: string
  readonly score: number
  /** Reasons in words, the strongest first. */
  readonly why: readonly string[]
}

/** A phrase that says what a passage is about, and what else holds it. */
export interface ConceptAnswer {
  /** As the passage says it. */
  readonly phrase: string
  readonly key: string
  /** Where it stands first in the text, offsets in UTF-16 units. */
  readonly from: number
  readonly to: number
  /** How many other notes hold it. */
  readonly notes: number
  readonly oldest: string
  readonly newest: string
  readonly kinds: readonly string[]
  readonly score: number
  /** Some of the sentences, the oldest note first; empty where they were not asked for. */
  readonly samples: readonly SampleAnswer[]
}

/** A sentence of another note that says a phrase. */
export interface SampleAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly date: string
  readonly modified: string
  /** What to write between the brackets so that a link in the asking note means this one. */
  readonly linkTarget: string
  readonly offset: number
  readonly end: number
  /** The words as that note says them. */
  readonly said: string
  readonly sentence: string
  readonly sentenceFrom: number
  readonly sentenceTo: number
  /** The note is from long ago and nobody opened it of late; see `isForgotten`. */
  readonly forgotten: boolean
}

/** What a text brings to mind: of a paragraph while it is written, or of a whole note. */
export interface SuggestAnswer {
  readonly mentions: readonly MentionAnswer[]
  readonly concepts: readonly ConceptAnswer[]
}

export interface SuggestRequest {
  /** The note that the text is part of; empty for a text that is in no note. */
  readonly path: string
  readonly text: string
  /** Where the text stands in the note: positions are answered for the note. */
  readonly offset?: number
}

/** A place to be made a link. */
export interface PlaceToLink {
  readonly path: string
  readonly from: number
  readonly to: number
  /** What stood there when it was seen. */
  readonly said: string
  /** Path of the note that it shall mean. */
  readonly target: string
}

/** What could end a note's being an island: the likeliest place in plain words that names it, or in which it names another. */
export interface IslandAnswer {
  readonly mention: MentionAnswer | null
}

/** What was dismissed; see `Dismissals`. */
export interface DismissalAnswer {
  readonly scope: 'place' | 'note' | 'everywhere' | 'island'
  readonly key: string
  readonly path: string | null
  readonly around: string | null
}

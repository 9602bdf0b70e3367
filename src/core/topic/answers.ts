/** What a topic's dossier answers, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { TaskItem } from '../tasks/answers.ts'
import type { Timeline } from './timeline.ts'

/** A note that stands in a dossier, and why. */
export interface TopicNote {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  /** Of a decision, as `notly topic` and the decisions have it; of others as written. */
  readonly status: string | null
  /** Frontmatter date if there is one, else the time of the last change. */
  readonly date: string
  /** In words: `tagged #pricing`, `Pricing gap builds on it`. */
  readonly why: string
  /** The sentence that shows it, the parts of it to mark, and the note that it stands in, with the offset there. */
  readonly sentence: string | null
  readonly marks: readonly (readonly [number, number])[]
  readonly source: string
  readonly offset: number | null
}

export interface TopicTag {
  readonly tag: string
  readonly notes: number
}

/** A dossier that was kept as a note. */
export interface KeptTopic {
  readonly path: string
  readonly title: string
  readonly date: string
  /** Paths of what the dossier has now and the note does not link to. */
  readonly fresh: readonly string[]
}

/** What came since a dossier was kept. */
export interface FreshTopic {
  readonly topic: string
  readonly date: string
  readonly notes: readonly TopicNote[]
}

/** Everything that the vault knows about a topic. */
export interface TopicAnswer {
  readonly topic: string
  /** The note to start from: of those about it, the one that most of the others are linked with. */
  readonly hub: TopicNote | null
  /** Notes about it, best first. */
  readonly notes: readonly TopicNote[]
  /** Notes that are linked with those, best first, and how many more there are. */
  readonly linked: readonly TopicNote[]
  readonly moreLinked: number
  /** Newest first. */
  readonly decisions: readonly TopicNote[]
  readonly tasks: { readonly open: readonly TaskItem[]; readonly done: readonly TaskItem[] }
  /** Sentences elsewhere that say it in plain words. */
  readonly mentions: readonly TopicNote[]
  readonly people: readonly TopicNote[]
  readonly tags: readonly TopicTag[]
  readonly timeline: Timeline
  /** A note that nobody came back to. */
  readonly forgotten: TopicNote | null
  readonly kept: KeptTopic | null
}

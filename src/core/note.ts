/**
 * The domain in one file, on one running example:
 *
 *     path `tasks/Client presentation.md`
 *
 *     ---
 *     kind: task
 *     aliases: [The deck]
 *     ---
 *     # Client presentation
 *
 *     The numbers come from @[[Q3 market research#Churn|the research]], slide two.
 *     builds on:: @Pricing gap — nobody serves teams under ten
 *
 * All offsets are UTF-16 units from the start of the note's text, ends exclusive.
 */

declare const brand: unique symbol

/** A note's key: relative to its vault, `/`-separated, NFC, with its extension: `tasks/Client presentation.md`. */
export type NotePath = string & { readonly [brand]: 'NotePath' }

/** Opaque version of a note's text. Equal revisions mean equal texts. */
export type Revision = string & { readonly [brand]: 'Revision' }

/** A folded name or target; two strings that mean the same name fold to the same key. Made by `fold.ts` and `resolve.ts`. */
export type NameKey = string & { readonly [brand]: 'NameKey' }

export interface Range {
  readonly from: number
  readonly to: number
}

/** How a link is written; the table in `docs/glossary.md` shows each. */
export type LinkForm = 'mention' | 'bare' | 'wikilink' | 'embed' | 'markdown' | 'frontmatter'

/** One way in which a link may be understood. A link means the first of its ways that any note answers to. */
export interface LinkKey {
  readonly key: NameKey
  /** Where the link ends if this key decides. The same for all keys, except for a bare mention, where it ends with the name. */
  readonly to: number
}

/**
 * A link as written, not resolved: which note it means depends on the other notes.
 * For the mention in the example:
 */
export interface Link {
  readonly form: LinkForm
  /** `@[[Q3 market research#Churn|the research]]`; for a bare mention all that could be a name: `@Pricing gap — nobody serves teams under ten`. */
  readonly range: Range
  /** `Q3 market research`: the part of the source to replace when the note is renamed (a reference's definition may be elsewhere). */
  readonly targetRange: Range
  /** `Q3 market research`, decoded, without fragment; empty for a link into the note itself. */
  readonly target: string
  /** `Churn` (or `^block`), without the `#`; undefined where none was written. */
  readonly fragment: string | undefined
  /** `the research`: the words shown instead of the target; undefined where none were written. */
  readonly text: string | undefined
  /** In order of preference; empty when the link means its own note (`[[#Churn]]`) or nothing can answer (`../..` out of the vault). */
  readonly keys: readonly LinkKey[]
  /** The key of the field that holds the link, canonical for known relations: `builds on`. */
  readonly relation: string | undefined
  /** The rest of that field's text: `nobody serves teams under ten`. Without a field the sentence is the reason. */
  readonly reason: string | undefined
  /** The sentence around the link. */
  readonly sentence: Range
  /** The list item, paragraph, table row, heading or frontmatter entry around the link. */
  readonly block: Range
}

export interface Heading extends Range {
  readonly level: number
  /** As shown: without marks, links replaced by their text. */
  readonly text: string
}

/** A `^id` at a block's end; the range is the id with its `^`. */
export interface BlockId extends Range {
  readonly id: string
}

export interface Tag extends Range {
  /** As written, without `#`. */
  readonly name: string
}

export interface Task extends Range {
  /** The one character between the brackets. */
  readonly status: string
  readonly done: boolean
  /** Without checkbox, dates and priority. */
  readonly text: string
  /** ISO dates. */
  readonly due: string | undefined
  readonly scheduled: string | undefined
  readonly start: string | undefined
  readonly completed: string | undefined
  /** highest, high, medium, low, lowest. */
  readonly priority: string | undefined
  readonly tags: readonly string[]
}

export interface Property {
  readonly key: string
  /** Text as shown; lists have one property for each item. */
  readonly value: string
}

/** What the reader of a note should be told and that no other note can change. */
export interface Problem extends Range {
  readonly kind: 'frontmatter'
  readonly message: string
}

/** Everything a note's text says by itself. */
export interface Note {
  readonly path: NotePath
  /** Frontmatter title, else the first level-1 heading, else the stem. */
  readonly title: string
  readonly aliases: readonly string[]
  /** `task`, `idea`, `knowledge`, `decision`, `project`, `template`, or any word of the user's, lower case. */
  readonly kind: string | undefined
  /** Frontmatter `date`, else `created`: ISO date or date-time as written. */
  readonly date: string | undefined
  readonly tags: readonly Tag[]
  readonly properties: readonly Property[]
  readonly tasks: readonly Task[]
  readonly headings: readonly Heading[]
  readonly blockIds: readonly BlockId[]
  readonly links: readonly Link[]
  readonly problems: readonly Problem[]
  /** The frontmatter with its fences, when there is one. */
  readonly frontmatter: Range | undefined
}

/** What a new note can start from, in the shape in which every face passes it on; see `core/answers.ts`. */

/** A kind of note that can be made, or a template that is for none. */
export interface TemplateAnswer {
  /** Null for a template of which nobody can tell what it makes. */
  readonly kind: string | null
  /** The template's note; null where notes of the kind start empty, or as the program has it. */
  readonly path: string | null
  /** What the template's file is called. */
  readonly title: string | null
  /** The folder that most notes of the kind are in; the empty string for the root. */
  readonly folder: string
}

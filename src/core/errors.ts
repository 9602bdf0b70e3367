/** An expected failure of a use case; the message is one sentence for the user that says what to do. */
export class UserError extends Error {
  override name = 'UserError'
  readonly kind: 'not-found' | 'ambiguous' | 'invalid' | 'refused'
  /** Paths that an ambiguous name could mean, or names near an unknown one. */
  readonly candidates: readonly string[]
  /** What would do in place of the name that was refused. */
  readonly proposal: string | undefined

  constructor(kind: UserError['kind'], message: string, candidates: readonly string[] = [], proposal?: string) {
    super(message)
    this.kind = kind
    this.candidates = candidates
    this.proposal = proposal
  }
}

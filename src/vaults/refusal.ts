import type { NotePath } from '../core/note.ts'
import type { Conflict } from '../core/vault.ts'
import { codeOf, refusalSentence } from './sentences.ts'

/** Thrown through the stages of a change, answered as a conflict. */
export class Refusal extends Error {
  readonly conflict: Conflict

  constructor(conflict: Conflict, cause?: unknown) {
    super(conflict.kind, { cause })
    this.conflict = conflict
  }
}

/** Turns the failure of a system call into a refusal that names the note. */
export function blame(path: NotePath, error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  return new Refusal({ kind: 'refused', path, message: refusalSentence(code, path) }, error)
}

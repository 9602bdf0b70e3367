import type { BacklinkAnswer } from '../../http/types.ts'

export interface MarkedText {
  readonly text: string
  /** Where the link stands in `text`. */
  readonly mark: readonly [number, number]
}

/** The sentence of a backlink without the `builds on::` before it, which its group says already. */
export function withoutField({ context, contextFrom, contextTo, relation }: BacklinkAnswer): MarkedText {
  const field = relation === null ? null : /^\s*(?:[-*+]\s+)?[^:[\]()\n]{1,60}::\s*/.exec(context)
  const cut = field && field[0].length <= contextFrom ? field[0].length : 0
  return { text: context.slice(cut), mark: [contextFrom - cut, contextTo - cut] }
}

/** Obsidian's kinds, by tone; any other kind is a note. */
const TONES: Readonly<Record<string, readonly string[]>> = {
  tip: ['tip', 'hint', 'important'],
  good: ['success', 'check', 'done'],
  warn: ['warning', 'caution', 'attention', 'question', 'help', 'faq'],
  bad: ['failure', 'fail', 'missing', 'danger', 'error', 'bug'],
}

const START = /^>[ \t]?(\[!([\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\][+-]?)[ \t]*/u

export interface Callout {
  readonly tone: string
  readonly kind: string
  /** Of `[!note]-`, from the start of the quotation. */
  readonly from: number
  readonly to: number
  /** Where the title begins. */
  readonly end: number
}

/** @param quote the first line of a quotation, from its `>` on */
export function calloutIn(quote: string): Callout | undefined {
  const found = START.exec(quote)
  if (found === null) return undefined
  const [all, marker = '', kind = ''] = found
  const tone = Object.keys(TONES).find((each) => TONES[each]?.includes(kind.toLowerCase())) ?? 'note'
  const from = all.indexOf('[')
  return { tone, kind, from, to: from + marker.length, end: all.length }
}

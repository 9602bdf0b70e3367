/** Whether the text before the cursor asks for a note: `@Q3 mar`, `[[Q3 mar`, `@[[Q3 market research#Chu`. Pure. */

export type PickerForm = 'mention' | 'wikilink'

export interface PickerQuery {
  readonly form: PickerForm
  /** Where the link starts, relative to the text looked at: its `@`, `[[` or `![[`. */
  readonly from: number
  /** What was typed of the name. */
  readonly name: string
  /** What was typed after the name's `#`; undefined without one. */
  readonly fragment: string | undefined
  /** Inside brackets: the link ends with `]]`, and the query goes on whatever is typed. */
  readonly bracketed: boolean
}

const MAX_WORDS = 8
const MAX_LENGTH = 80
/** As in the grammar: what may stand right before the `@` of a mention. */
const BEFORE_MENTION = /[\s\p{Ps}\p{Pi}"'\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]$/u

/** @param before the line up to the cursor */
export function pickerQuery(before: string): PickerQuery | undefined {
  return bracketQuery(before) ?? mentionQuery(before)
}

function bracketQuery(before: string): PickerQuery | undefined {
  const open = before.lastIndexOf('[[')
  if (open < 0 || before[open - 1] === '\\') return undefined
  const inside = before.slice(open + 2)
  if (/[[\]|]/.test(inside) || inside.length > MAX_LENGTH) return undefined
  const sign = before[open - 1] ?? ''
  const mention = isAt(sign) && mayPrecede(before.slice(0, open - 1))
  const from = mention || sign === '!' ? open - 1 : open
  return { form: mention ? 'mention' : 'wikilink', from, ...parts(inside), bracketed: true }
}

function mentionQuery(before: string): PickerQuery | undefined {
  const at = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'))
  if (at < 0 || !mayPrecede(before.slice(0, at))) return undefined
  const typed = before.slice(at + 1)
  if (/^\s|[[\]|]|\s\s|\s#/.test(typed) || typed.length > MAX_LENGTH) return undefined
  if (typed.split(/\s+/).length > MAX_WORDS) return undefined
  return { form: 'mention', from: at, ...parts(typed), bracketed: false }
}

const isAt = (sign: string): boolean => sign === '@' || sign === '＠'
const mayPrecede = (before: string): boolean => before === '' || BEFORE_MENTION.test(before.slice(-2))

function parts(typed: string): { name: string; fragment: string | undefined } {
  const hash = typed.indexOf('#')
  return hash < 1
    ? { name: typed, fragment: undefined }
    : { name: typed.slice(0, hash), fragment: typed.slice(hash + 1) }
}

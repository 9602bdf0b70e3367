import { InlineContext, type InlineParser, type MarkdownConfig, parser } from '@lezer/markdown'
import { mayHaveAddress } from './addresses.ts'

/**
 * Lezer matches the marks of emphasis and links by looking back from each that closes something, over all that stands there: the square of a
 * paragraph's marks. This finds the same by looking at each mark a few times, whatever the text; `matching.test.ts` compares the two.
 * What lies deeper than `MOST_NESTED` levels is text, so that whoever goes down a tree comes back.
 */

/** Of Lezer's classes what is needed here, internal there. */
interface Element {
  readonly from: number
  readonly to: number
  /** Ours: emphases and links in each other, itself included. */
  levels?: number
}
interface Delimiter {
  readonly type: { readonly resolve?: string; readonly mark?: string }
  readonly from: number
  readonly to: number
  side: number
  readonly size: number
}
type Part = Element | Delimiter | null
interface Context {
  parts: Part[]
  text: string
  readonly offset: number
  char(pos: number): number
  skipSpace(pos: number): number
  elt(type: string, from: number, to: number, children?: readonly Element[]): Element
  resolveMarkers(from: number): Element[]
}
type Parse = (cx: Context, next: number, pos: number) => number

const OPENS = 1
const CLOSES = 2
const MOST_NESTED = 60

const CLOSE_BRACKET = 93
const OPEN_BRACKET = 91
const OPEN_PARENTHESIS = 40

const { inlineParsers, inlineNames } = parser as unknown as {
  readonly inlineParsers: readonly Parse[]
  readonly inlineNames: readonly string[]
}
const lezersLinkEnd = inlineParsers[inlineNames.indexOf('LinkEnd')] as Parse
const { linkStart, imageStart, emphasisAsterisk, emphasisUnderscore } = InlineContext as unknown as Record<
  'linkStart' | 'imageStart' | 'emphasisAsterisk' | 'emphasisUnderscore',
  Delimiter['type']
>

function isDelimiter(part: Part | undefined): part is Delimiter {
  return part != null && (part as Delimiter).side !== undefined
}

/** Takes the place of Lezer's method: matches what `parts` has from an index on. What is left in `parts` is dropped by whoever calls. */
function resolveMarkers(this: Context, from: number): Element[] {
  const elements: Element[] = []
  for (let at = from; at < this.parts.length; at++) {
    const part = this.parts[at]
    if (part == null) continue
    if (!isDelimiter(part)) elements.push(part)
    // Without one that closes nothing is matched.
    else if (part.side & CLOSES && part.type.resolve !== undefined)
      return new Marks(this, this.parts.slice(from)).match()
  }
  return elements
}

const NOWHERE = -1

/** The parts of a section as a list in which each knows its neighbours, so that what is matched leaves it at once. */
class Marks {
  readonly #cx: Context
  readonly #parts: (Element | Delimiter)[]
  readonly #before: number[]
  readonly #after: number[]
  /** For each kind of closing mark the offset from which on no mark opens it. */
  readonly #bottoms = new Map<Delimiter['type'], number[]>()

  constructor(cx: Context, parts: readonly Part[]) {
    this.#cx = cx
    this.#parts = parts.filter((part) => part !== null)
    this.#before = this.#parts.map((_, at) => at - 1)
    this.#after = this.#parts.map((_, at) => (at + 1 < this.#parts.length ? at + 1 : NOWHERE))
  }

  match(): Element[] {
    let first = this.#parts.length > 0 ? 0 : NOWHERE
    for (let at = first; at !== NOWHERE; ) {
      const open = this.#openerOf(at)
      if (open === NOWHERE) {
        at = this.#after[at] as number
        continue
      }
      const made = this.#join(open, at)
      if (this.#before[made] === NOWHERE) first = made
      // What is left of the closing mark may close more.
      at = this.#after[made] as number
    }
    const elements: Element[] = []
    for (let at = first; at !== NOWHERE; at = this.#after[at] as number) {
      const part = this.#parts[at] as Element | Delimiter
      if (!isDelimiter(part)) elements.push(part)
    }
    return elements
  }

  #openerOf(at: number): number {
    const close = this.#parts[at] as Element | Delimiter
    if (!isDelimiter(close) || close.type.resolve === undefined || !(close.side & CLOSES)) return NOWHERE
    const bottoms = this.#bottomsOf(close.type)
    const kind = (close.side & OPENS) * 3 + (close.size % 3)
    const bottom = bottoms[kind] ?? NOWHERE
    for (let back = this.#before[at] as number; back !== NOWHERE; back = this.#before[back] as number) {
      const part = this.#parts[back] as Element | Delimiter
      if (part.from < bottom) break
      if (isDelimiter(part) && isOpenedBy(close, part)) return back
    }
    bottoms[kind] = close.from
    return NOWHERE
  }

  #bottomsOf(type: Delimiter['type']): number[] {
    const known = this.#bottoms.get(type)
    if (known !== undefined) return known
    const fresh: number[] = []
    this.#bottoms.set(type, fresh)
    return fresh
  }

  /** Makes one element of two marks and what lies between them, and leaves what is left of the marks on both sides of it. */
  #join(openAt: number, closeAt: number): number {
    const open = this.#parts[openAt] as Delimiter
    const close = this.#parts[closeAt] as Delimiter
    const isEmphasis = isEmphasisMark(close)
    const size = isEmphasis ? Math.min(2, open.to - open.from, close.to - close.from) : 0
    const from = isEmphasis ? open.to - size : open.from
    const to = isEmphasis ? close.from + size : close.to
    const inside: Element[] = []
    for (let at = this.#after[openAt] as number; at !== closeAt; at = this.#after[at] as number) {
      const part = this.#parts[at] as Element | Delimiter
      if (!isDelimiter(part)) inside.push(part)
    }
    const { mark, resolve = '' } = close.type
    const type = !isEmphasis ? resolve : size === 1 ? 'Emphasis' : 'StrongEmphasis'
    const children = bounded(inside)
    if (open.type.mark) children.unshift(this.#cx.elt(open.type.mark, from, open.to))
    if (mark) children.push(this.#cx.elt(mark, close.from, to))
    const element = this.#cx.elt(type, from, to, children)
    element.levels = 1 + most(children)
    const before = isEmphasis && open.from !== from ? this.#shrink(openAt, open.from, from) : this.#before[openAt]
    const after = isEmphasis && close.to !== to ? this.#shrink(closeAt, to, close.to) : this.#after[closeAt]
    return this.#put(element, before as number, after as number)
  }

  #shrink(at: number, from: number, to: number): number {
    const { type, side, size } = this.#parts[at] as Delimiter
    this.#parts[at] = { type, from, to, side, size }
    return at
  }

  #put(element: Element, before: number, after: number): number {
    const at = this.#parts.push(element) - 1
    this.#before[at] = before
    this.#after[at] = after
    if (before !== NOWHERE) this.#after[before] = at
    if (after !== NOWHERE) this.#before[after] = at
    return at
  }
}

function isEmphasisMark({ type }: Delimiter): boolean {
  return type === emphasisAsterisk || type === emphasisUnderscore
}

/** CommonMark: where a mark could both open and close, the lengths of the two must not add up to a multiple of three, unless both are one. */
function isOpenedBy(close: Delimiter, open: Delimiter): boolean {
  if (!(open.side & OPENS) || open.type !== close.type) return false
  if (!isEmphasisMark(close) || !(close.side & OPENS || open.side & CLOSES)) return true
  return (open.size + close.size) % 3 !== 0 || (open.size % 3 === 0 && close.size % 3 === 0)
}

function most(elements: readonly Element[]): number {
  let levels = 0
  for (const element of elements) levels = Math.max(levels, element.levels ?? 0)
  return levels
}

/** What is nested too deep is text. */
function bounded(elements: Element[]): Element[] {
  return most(elements) < MOST_NESTED ? elements : elements.filter(({ levels = 0 }) => levels < MOST_NESTED - 1)
}

/** What is known of the openings of links in the section that is being read. */
interface Openings {
  readonly cx: Context
  /** Indices of the parts that open a link or an image and have not been used. */
  readonly at: number[]
  /** Parts looked at. */
  known: number
  /** Below this index no link can be opened: a link lies behind. */
  shutBelow: number
}

let openings: Openings | undefined

function openingsOf(cx: Context): Openings {
  if (openings?.cx !== cx) openings = { cx, at: [], known: 0, shutBelow: 0 }
  for (; openings.known < cx.parts.length; openings.known++) {
    const part = cx.parts[openings.known]
    if (isDelimiter(part) && (part.type === linkStart || part.type === imageStart)) openings.at.push(openings.known)
  }
  return openings
}

/** Goes before Lezer's parser of `]`, which is asked about what the bracket closes only. */
function linkEnd(cx: Context, next: number, pos: number): number {
  if (next !== CLOSE_BRACKET) return -1
  const open = openingsOf(cx)
  const at = open.at.pop()
  if (at === undefined) return pos + 1
  const opening = cx.parts[at] as Delimiter
  const follows = cx.char(pos + 1)
  const isEmpty = cx.skipSpace(opening.to) === pos && follows !== OPEN_PARENTHESIS && follows !== OPEN_BRACKET
  if (opening.side === 0 || isEmpty) {
    cx.parts[at] = null
    return pos + 1
  }
  const end = finish(cx, at, pos)
  open.known = at + 1
  if (opening.type === linkStart) shutBefore(open, at)
  open.shutBelow = Math.min(open.shutBelow, at)
  const link = cx.parts[at] as Element & { children: Element[] }
  link.children = bounded(link.children)
  link.levels = 1 + most(link.children)
  return end
}

/** Shows Lezer the parts from the opening on, and an address only where there is one: it would look for its end each time. */
function finish(cx: Context, at: number, pos: number): number {
  const { parts, text, offset } = cx
  const hasAddress = cx.char(pos + 1) !== OPEN_PARENTHESIS || mayHaveAddress(text, pos + 1 - offset)
  cx.parts = parts.slice(at)
  if (!hasAddress) cx.text = text.slice(0, pos + 2 - offset)
  const end = lezersLinkEnd(cx, CLOSE_BRACKET, pos)
  cx.text = text
  parts.length = at
  for (const part of cx.parts) parts.push(part)
  cx.parts = parts
  return end
}

/** No link lies in a link. */
function shutBefore(open: Openings, at: number): void {
  for (let back = open.at.length - 1; back >= 0; back--) {
    const earlier = open.at[back] as number
    if (earlier < open.shutBelow) break
    const part = open.cx.parts[earlier] as Delimiter
    if (part.type === linkStart) part.side = 0
  }
  open.shutBelow = at
}

if (lezersLinkEnd === undefined || !('resolveMarkers' in InlineContext.prototype))
  throw new Error('This release of Lezer matches marks in another way than src/core/grammar/matching.ts knows')
Object.assign(InlineContext.prototype, { resolveMarkers })

export const matching: MarkdownConfig = {
  parseInline: [{ name: 'QuickLinkEnd', parse: linkEnd as unknown as InlineParser['parse'], before: 'LinkEnd' }],
}

import { tags } from '@lezer/highlight'
import type { InlineContext, MarkdownConfig } from '@lezer/markdown'

const BANG = 33
const AT = 64
const FULL_WIDTH_AT = 0xff20
const OPEN_BRACKET = 91

/** What may stand right before the `@` of a mention; the start of a line is as good. */
const BEFORE_MENTION = /[\s\p{Ps}\p{Pi}"'\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]$/u

/** `[[1]](https://…)` is a Markdown link whose text is in brackets. */
const DESTINATION = /^\((?:<[^>\n]*>|[a-z][a-z0-9+.-]*:[^\s()]*)\)/i

interface Inside {
  readonly from: number
  readonly to: number
}

/** The range between `[[` at `open` and its `]]`; brackets inside must pair up, and nothing runs over the line. */
function insideBrackets(cx: InlineContext, open: number): Inside | undefined {
  if (cx.char(open) !== OPEN_BRACKET || cx.char(open + 1) !== OPEN_BRACKET || cx.char(open + 2) === OPEN_BRACKET)
    return undefined
  const { text, offset } = cx
  const from = open + 2 - offset
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') return undefined
    if (char === '[') {
      if (text[at + 1] === '[') return undefined
      depth++
    } else if (char === ']') {
      if (text[at + 1] === ']' && (depth === 0 || text[at + 2] !== ']')) {
        return text.slice(from, at).trim() === '' || DESTINATION.test(text.slice(at + 2, at + 2050))
          ? undefined
          : { from: from + offset, to: at + offset }
      }
      if (depth > 0) depth--
    }
  }
  return undefined
}

function addLink(cx: InlineContext, name: 'Wikilink' | 'Embed' | 'Mention', from: number, inside: Inside): number {
  const content = cx.slice(inside.from, inside.to)
  const bar = content.search(/\\?\|/)
  const targetEnd = bar < 0 ? content.length : bar
  const hash = content.slice(0, targetEnd).indexOf('#')
  const nameEnd = hash < 0 ? targetEnd : hash
  if (content.slice(0, targetEnd).trim() === '' || content.slice(0, targetEnd).trim() === '#') return -1
  const children = [cx.elt('WikiMark', from, inside.from)]
  const add = (type: string, start: number, end: number): void => {
    if (start < end) children.push(cx.elt(type, inside.from + start, inside.from + end))
  }
  add('WikiTarget', 0, nameEnd)
  if (hash >= 0) add('WikiFragment', hash, targetEnd)
  if (bar >= 0) {
    const textStart = bar + (content[bar] === '\\' ? 2 : 1)
    add('WikiMark', bar, textStart)
    add('WikiText', textStart, content.length)
  }
  children.push(cx.elt('WikiMark', inside.to, inside.to + 2))
  return cx.addElement(cx.elt(name, from, inside.to + 2, children))
}

function parseWikilink(cx: InlineContext, next: number, pos: number): number {
  if (next !== OPEN_BRACKET) return -1
  const inside = insideBrackets(cx, pos)
  return inside === undefined ? -1 : addLink(cx, 'Wikilink', pos, inside)
}

function parseEmbed(cx: InlineContext, next: number, pos: number): number {
  if (next !== BANG) return -1
  const inside = insideBrackets(cx, pos + 1)
  return inside === undefined ? -1 : addLink(cx, 'Embed', pos, inside)
}

function parseMention(cx: InlineContext, next: number, pos: number): number {
  if (next !== AT && next !== FULL_WIDTH_AT) return -1
  // Two units, because a Han character before it may be a surrogate pair.
  const before = cx.slice(Math.max(cx.offset, pos - 2), pos)
  if (before !== '' && !BEFORE_MENTION.test(before)) return -1
  const inside = insideBrackets(cx, pos + 1)
  if (inside !== undefined) return addLink(cx, 'Mention', pos, inside)
  if (!/^[^\s[\]@＠]/.test(cx.slice(pos + 1, pos + 2))) return -1
  return cx.addElement(cx.elt('BareMention', pos, pos + 1))
}

export const wikilinks: MarkdownConfig = {
  defineNodes: [
    { name: 'Wikilink', style: { 'Wikilink/...': tags.link } },
    { name: 'Embed', style: { 'Embed/...': tags.link } },
    { name: 'Mention', style: { 'Mention/...': tags.link } },
    { name: 'BareMention', style: tags.link },
    { name: 'WikiMark', style: tags.processingInstruction },
    'WikiTarget',
    'WikiFragment',
    'WikiText',
  ],
  parseInline: [
    { name: 'Mention', parse: parseMention, before: 'Link' },
    { name: 'Embed', parse: parseEmbed, before: 'Link' },
    { name: 'Wikilink', parse: parseWikilink, before: 'Link' },
  ],
}

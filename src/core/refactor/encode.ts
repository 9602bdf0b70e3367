import type { TextChange } from '../changes.ts'
import type { LinkCore } from '../parse/links.ts'

/** Puts a plain target in a link's place in the encoding that the link uses: percent signs, `<…>`, YAML quotes. */
export function encodeTarget(text: string, link: LinkCore, target: string): TextChange[] {
  const { from, to } = link.targetRange
  const written = text.slice(from, to)
  // Space that the writer left inside the brackets stays.
  const lead = written.length - written.trimStart().length
  const trail = link.form === 'markdown' ? 0 : written.length - written.trimEnd().length
  const insert = encode(text, link, target, written)
  return [{ from: from + lead, to: Math.max(from + lead, to - trail), insert }]
}

function encode(text: string, link: LinkCore, target: string, written: string): string {
  if (link.form === 'markdown') return encodeAddress(target, written, isAngled(text, link))
  if (link.form === 'frontmatter') return quoted(target, quoteAround(text, link))
  return target
}

/** Whether a Markdown link's address stands in `<…>`. */
export function isAngled(text: string, link: LinkCore): boolean {
  return text[link.targetRange.from - 1] === '<'
}

/**
 * A piece of an address, encoded as the piece was that it replaces: only what would end or change the address, so that letters
 * stay readable, unless they were written in percent signs before.
 */
export function encodeAddress(plain: string, written: string, isAngled: boolean): string {
  const literal = plain.replace(/%(?=[0-9a-f]{2})/gi, '%25').replaceAll('#', '%23')
  if (isAngled) return literal.replace(/[<>\\]/g, '\\$&')
  const brackets = /%2[89]/.test(written) || !isBalanced(plain)
  const special = brackets ? /[\s()<>?\\]/g : /[\s<>?\\]/g
  const safe = literal.replace(special, percentSigns)
  return /%[89a-f][0-9a-f]/i.test(written) ? safe.replace(/[^\u0000-\u007f]+/g, percentSigns) : safe
}

function percentSigns(chars: string): string {
  return encodeURIComponent(chars).replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'))
}

/** Brackets that open and close one another need no sign. */
function isBalanced(address: string): boolean {
  let depth = 0
  for (const [bracket] of address.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

function quoteAround(text: string, link: LinkCore): string | undefined {
  const lineFrom = text.lastIndexOf('\n', link.range.from - 1) + 1
  const before = text.slice(lineFrom, link.range.from)
  return /(["'])[^"']*$/.exec(before)?.[1]
}

function quoted(target: string, quote: string | undefined): string {
  if (quote === "'") return target.replaceAll("'", "''")
  return quote === '"' ? target.replace(/["\\]/g, '\\$&') : target
}

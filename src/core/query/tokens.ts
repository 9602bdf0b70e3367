import type { Range } from '../note.ts'
import { operatorNamed } from './operators.ts'

/** A search as it is typed, in pieces. */
export type Token = Range &
  (
    | { readonly kind: 'open' | 'close' | 'or' | 'minus' }
    | { readonly kind: 'word' | 'phrase'; readonly text: string }
    | { readonly kind: 'hash'; readonly value: string }
    | { readonly kind: 'operator'; readonly name: string; readonly value: string }
  )

const NAME = /[\p{L}][\p{L}\p{M}\p{N}_-]*:(?!:|\/\/)/uy
const QUOTED_NAME = /"([^"]+)":(?!:|\/\/)/y
const VALUE = /(<=|>=|<|>|=)?(?:"([^"]*)"?|(\[\[[^\]\n]*(?:\]\]|\]?$))|)/y
const PHRASE = /"([^"]*)"?/y
const TELLING = /[\p{L}\p{N}]/u

/** Signs that are neither words nor anything else are passed over. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  let at = 0
  const put = (token: Token): void => {
    tokens.push(token)
    at = token.to
  }
  while (at < text.length) {
    const char = text[at] as string
    if (/\s/.test(char)) at++
    else if (char === '(') {
      depth++
      put({ kind: 'open', from: at, to: at + 1 })
    } else if (char === ')' && depth > 0) {
      depth--
      put({ kind: 'close', from: at, to: at + 1 })
    } else if (char === '-' && /\S/.test(text[at + 1] ?? '')) put({ kind: 'minus', from: at, to: at + 1 })
    else {
      const token = operatorAt(text, at, depth) ?? phraseAt(text, at) ?? wordAt(text, at, depth)
      if (token.kind === 'word' && !TELLING.test(token.text)) at = token.to
      else put(token)
    }
  }
  return tokens.filter((token) => token.kind !== 'phrase' || TELLING.test(token.text))
}

/** A colon with nothing after it is punctuation (`Tutorial: first steps`), but after an operator its value is missing. */
function isOperator(name: string, value: string): boolean {
  return !/^(<=|>=|<|>|=)?\s*$/.test(value) || (operatorNamed(name) !== undefined && name === name.toLowerCase())
}

function operatorAt(text: string, at: number, depth: number): Token | undefined {
  const name = match(NAME, text, at)?.[0].slice(0, -1)
  const quoted = name === undefined ? match(QUOTED_NAME, text, at)?.[1] : undefined
  if (name === undefined && quoted === undefined) return undefined
  const start = at + (name ?? `"${quoted}"`).length + 1
  const [whole = '', sign = '', inQuotes, inBrackets] = match(VALUE, text, start) ?? []
  const isMarked = inQuotes !== undefined || inBrackets !== undefined
  const to = isMarked ? start + whole.length : endOfWord(text, start, depth)
  const value = isMarked ? `${sign}${inQuotes ?? inBrackets}` : text.slice(start, to)
  const token: Token = {
    kind: 'operator',
    name: name ?? (quoted as string),
    value: value.replaceAll('"', ''),
    from: at,
    to,
  }
  return isOperator(token.name, token.value) ? token : undefined
}

function phraseAt(text: string, at: number): Token | undefined {
  const [whole, inside = ''] = match(PHRASE, text, at) ?? []
  return whole === undefined ? undefined : { kind: 'phrase', text: inside.trim(), from: at, to: at + whole.length }
}

function wordAt(text: string, from: number, depth: number): Token {
  const to = Math.max(endOfWord(text, from, depth), from + 1)
  const word = text.slice(from, to)
  if (word === 'OR') return { kind: 'or', from, to }
  if (/^#[^#\s]/.test(word)) return { kind: 'hash', value: word.slice(1).replaceAll('"', ''), from, to }
  // A colon before quotes without a value says nothing, and would be one's name when the search is written anew with other spaces.
  return { kind: 'word', text: word.replace(/(?<=[\p{L}\p{M}\p{N}_-]):"+/gu, '"'), from, to }
}

/** In brackets a word ends where they are closed. */
function endOfWord(text: string, from: number, depth: number): number {
  let to = from
  while (to < text.length && !/\s/.test(text[to] as string) && !(depth > 0 && text[to] === ')')) to++
  return to
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

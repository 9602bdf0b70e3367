import { operatorNamed } from './operators.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { Filter, Query, QueryNode, QueryProblem } from './tree.ts'

/** Longer searches are refused. UTF-16 units. */
export const LONGEST_QUERY = 1000
/** Words, phrases and filters of one search. */
export const MOST_TERMS = 30
const DEEPEST = 10

export type Parsed = { readonly query: Query } | { readonly problem: QueryProblem }

/**
 * Reads what was typed: words, "phrases", `-` before what is not wanted, `OR`, brackets, `#tag`, and the operators of `OPERATORS`. Any other
 * word before a colon is the key of a property. Never throws.
 */
export function parseQuery(text: string): Parsed {
  if (text.length > LONGEST_QUERY)
    return refused(
      { from: LONGEST_QUERY, to: text.length },
      `A search can have ${LONGEST_QUERY} characters, and this has ${text.length}; shorten it.`,
    )
  const tokens = tokensOf(text)
  const terms = tokens.filter(({ kind }) => /word|phrase|hash|operator/.test(kind))
  if (terms.length > MOST_TERMS)
    return refused(
      terms[MOST_TERMS] as Token,
      `A search can have ${MOST_TERMS} words and filters, and this has ${terms.length}; leave some out.`,
    )
  return new Reader(text, tokens).read()
}

function refused({ from, to }: { readonly from: number; readonly to: number }, message: string): Parsed {
  return { problem: { from, to, message, proposal: undefined } }
}

/** Reads tokens from left to right, one method for each rule of the grammar. */
class Reader {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #problem: QueryProblem | undefined

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  read(): Parsed {
    const root = this.#all()
    return this.#problem === undefined ? { query: { text: this.#text, root } } : { problem: this.#problem }
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  /** What stands side by side. */
  #all(): QueryNode | undefined {
    const parts: QueryNode[] = []
    for (let token = this.#next(); token !== undefined && token.kind !== 'close'; token = this.#next()) {
      const part = this.#any()
      if (part !== undefined) parts.push(...(part.kind === 'all' ? part.parts : [part]))
    }
    return joined('all', parts)
  }

  /** What stands around `OR`s. */
  #any(): QueryNode | undefined {
    const parts: QueryNode[] = []
    for (;;) {
      while (this.#next()?.kind === 'or') this.#at++
      const part = this.#one()
      if (part !== undefined) parts.push(...(part.kind === 'any' ? part.parts : [part]))
      if (this.#next()?.kind !== 'or') return joined('any', parts)
    }
  }

  #one(): QueryNode | undefined {
    const token = this.#next()
    if (token === undefined || token.kind === 'close') return undefined
    this.#at++
    switch (token.kind) {
      case 'minus': {
        const part = this.#one()
        if (part === undefined) return undefined
        return part.kind === 'not' ? part.part : { kind: 'not', part, from: token.from, to: part.to }
      }
      case 'open':
        return this.#group(token)
      case 'word':
      case 'phrase':
        return {
          kind: 'words',
          text: token.text,
          isPhrase: token.kind === 'phrase',
          isBegun: token.to === this.#text.length && !this.#text.endsWith('"'),
          from: token.from,
          to: token.to,
        }
      case 'hash':
        return this.#filter(token, 'tag', token.value)
      case 'operator':
        return this.#filter(token, token.name, token.value)
      case 'or':
        return undefined
    }
  }

  #group(token: Token): QueryNode | undefined {
    if (++this.#depth > DEEPEST)
      this.#refuse(token, `Brackets can stand in brackets ${DEEPEST} times; take some away.`, undefined)
    const inside = this.#problem === undefined ? this.#all() : undefined
    if (this.#next()?.kind === 'close') this.#at++
    this.#depth--
    return inside
  }

  #filter(token: Token, name: string, value: string): Filter | undefined {
    const { from, to } = token
    const operator = operatorNamed(name)
    if (value.replace(/^(<=|>=|<|>|=)/, '').trim() === '') return this.#valueless(token, name)
    if (operator === undefined) return { kind: 'property', key: name, value, from, to }
    const read = operator.read(value, { from, to })
    if (!('why' in read)) return read.value === '' ? this.#valueless(token, name) : read
    return this.#refuse(
      token,
      `${read.why}${read.instead === undefined ? '' : ` — did you mean ${read.instead}?`}`,
      read.instead,
    )
  }

  #valueless(token: Token, name: string): undefined {
    const operator = operatorNamed(name)
    if (operator === undefined) return undefined
    const { needs, example } = operator
    return this.#refuse(token, `${operator.name}: needs ${needs} right after it, such as ${example}`, undefined)
  }

  /** @param instead in the place of the token */
  #refuse({ from, to }: Token, message: string, instead: string | undefined): undefined {
    const sentence = /[.?]$/.test(message) ? message : `${message}.`
    const proposal = instead === undefined ? undefined : this.#text.slice(0, from) + instead + this.#text.slice(to)
    this.#problem ??= { from, to, message: sentence, proposal }
    return undefined
  }
}

function joined(kind: 'all' | 'any', parts: readonly QueryNode[]): QueryNode | undefined {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first
  return { kind, parts, from: first.from, to: (parts.at(-1) as QueryNode).to }
}

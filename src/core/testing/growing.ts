import { TOKENS } from './tokens.ts'

/** A text that grows: time that grows with its square is time that somebody else can take. */
export interface Growing {
  readonly name: string
  of(repeats: number): string
}

const lines = (token: string, start: string): string => token.replaceAll('\n', `\n${start}`)

/** How a token stands many times in a note. */
const SHAPES: Readonly<Record<string, (token: string, repeats: number) => string>> = {
  alone: (token, repeats) => token.repeat(repeats),
  'with spaces': (token, repeats) => `${token} `.repeat(repeats),
  'with words': (token, repeats) => `${token}a`.repeat(repeats),
  'on lines': (token, repeats) => `${token}\n`.repeat(repeats),
  'in paragraphs': (token, repeats) => `${token}\n\n`.repeat(repeats),
  'in a quote': (token, repeats) => `> ${lines(token, '> ').repeat(repeats)}`,
  'in quotes': (token, repeats) => `> ${lines(token, '> ')}\n\n`.repeat(repeats),
  'in an item': (token, repeats) => `- ${lines(token, '  ').repeat(repeats)}`,
  'in items': (token, repeats) => `- ${lines(token, '  ')}\n`.repeat(repeats),
  'in tasks': (token, repeats) => `- [ ] ${lines(token, '  ')}\n`.repeat(repeats),
  'in a cell': (token, repeats) => `|a|b|\n|--|--|\n| ${token.replaceAll('\n', ' ').repeat(repeats)} | b |\n`,
  'in rows': (token, repeats) => `|a|b|\n|--|--|\n${`| ${token.replaceAll('\n', ' ')} | b |\n`.repeat(repeats)}`,
  'in a heading': (token, repeats) => `# ${token.replaceAll('\n', ' ').repeat(repeats)}`,
  'in headings': (token, repeats) => `# ${token.replaceAll('\n', ' ')}\n`.repeat(repeats),
  'in a field': (token, repeats) => `x:: ${token.replaceAll('\n', ' ').repeat(repeats)} [[a]]`,
  'in a value': (token, repeats) => `---\nx: ${token.replaceAll('\n', ' ').repeat(repeats)}\n---\n`,
  'in values': (token, repeats) =>
    `---\n${Array.from({ length: repeats }, (_, at) => `x${at}: ${token.replaceAll('\n', ' ')}`).join('\n')}\n---\n`,
  'in a list of values': (token, repeats) => `---\nx:\n${`  - ${token.replaceAll('\n', ' ')}\n`.repeat(repeats)}---\n`,
  'before ]': (token, repeats) => token.repeat(repeats) + ']'.repeat(repeats),
  'before ]]': (token, repeats) => token.repeat(repeats) + ']]'.repeat(repeats),
  'before a)': (token, repeats) => token.repeat(repeats) + ' a)'.repeat(repeats),
  'before and after a word': (token, repeats) => `${token}a `.repeat(repeats) + ` a${token}`.repeat(repeats),
  'around a link': (token, repeats) => `${token} [[a]] `.repeat(repeats),
}

/** What stands in each other. */
const NESTED: Readonly<Record<string, readonly [open: string, close: string]>> = {
  emphasis: ['*a ', ' b*'],
  'strong emphasis': ['**a ', ' b**'],
  'both kinds': ['*a __b ', ' c__ d*'],
  links: ['[a ', '](b)'],
  'links with names': ['[a ', '][b]'],
  images: ['![a ', '](b)'],
  'images with emphasis': ['*![a ', '](b)*'],
  names: ['[[a ', ']]'],
  fields: ['[a:: ', ']'],
  'fields in both brackets': ['[a:: (b:: ', ')]'],
  code: ['`a ', '`'],
  tags: ['<b>', '</b>'],
  parentheses: ['[a](', ')'],
  strikes: ['~~a ', ' b~~'],
  'lists in YAML': ['---\na: [', ']\n---\n'],
  'maps in YAML': ['---\na: {b: ', '}\n---\n'],
}

export function* growing(): Iterable<Growing> {
  for (const token of TOKENS)
    for (const [shape, make] of Object.entries(SHAPES))
      yield { name: `${JSON.stringify(token)} ${shape}`, of: (repeats) => make(token, repeats) }
  for (const [name, [open, close]] of Object.entries(NESTED)) {
    yield { name: `nested ${name}`, of: (repeats) => open.repeat(repeats) + close.repeat(repeats) }
    yield { name: `unclosed ${name}`, of: (repeats) => open.repeat(repeats) }
    yield { name: `unopened ${name}`, of: (repeats) => close.repeat(repeats) }
  }
  for (const depth of ['> ', '- ', '> - ', '1. ', '  '])
    yield {
      name: `${JSON.stringify(depth)} deeper on each line`,
      // Lines in a row make a text of the square of their number: as many as make one of some length.
      of: (repeats) =>
        Array.from({ length: Math.ceil(Math.sqrt(repeats)) }, (_, at) => `${depth.repeat(at)}a`).join('\n'),
    }
  yield* pairsOf((one, other) => (TOKENS.indexOf(other) - TOKENS.indexOf(one) + TOKENS.length) % 11 === 7)
}

/** Each token followed by another. */
export function* pairsOf(isAsked: (one: string, other: string) => boolean = () => true): Iterable<Growing> {
  for (const one of TOKENS)
    for (const other of TOKENS)
      if (one !== other && isAsked(one, other))
        yield { name: JSON.stringify(one + other), of: (repeats) => (one + other).repeat(repeats) }
}

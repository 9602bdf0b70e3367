import { parseAst } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}
interface Insertion {
  readonly at: number
  readonly text: string
}

export interface Instrumented {
  readonly code: string
  /** How many places are counted. */
  readonly counters: number
  /** The words that the code itself compares with: what a mutation would never find by chance. */
  readonly words: readonly string[]
}

/** The name under which the code finds its counters, a `Uint32Array`, among the globals. */
export const COUNTERS = '__counters'

/** Counts how often each branch of a program is taken: of functions, `if`, loops, cases, `?:`, `&&`, `||`, `??`. */
export function instrument(code: string): Instrumented {
  const insertions: Insertion[] = []
  const words = new Set<string>()
  let counters = 0
  const count = (): string => `$c[${counters++}]++`
  const before = (node: Node, text: string) => insertions.push({ at: node.start, text })
  const after = (node: Node, text: string) => insertions.push({ at: node.end, text })

  const expression = (node: Node): void => {
    before(node, `(${count()}, `)
    visit(node)
    after(node, ')')
  }
  const statement = (node: Node): void => {
    if (node.type === 'BlockStatement') {
      insertions.push({ at: node.start + 1, text: `${count()};` })
      visit(node)
      return
    }
    before(node, `{${count()};`)
    visit(node)
    after(node, '}')
  }

  const visit = (node: Node): void => {
    if (node.type === 'Literal') take(node as Node & { value?: unknown })
    for (const [key, value] of Object.entries(node)) {
      if (Array.isArray(value)) for (const each of value) enter(node, key, each)
      else enter(node, key, value)
    }
  }
  const enter = (parent: Node, key: string, node: unknown): void => {
    if (!isNode(node)) return
    if (isBranch(parent, key)) statement(node)
    else if (isChoice(parent, key, node)) expression(node)
    else if (parent.type === 'SwitchCase' && key === 'consequent') {
      before(node, `${count()};`)
      visit(node)
    } else visit(node)
  }
  const take = ({ value }: { value?: unknown }): void => {
    if (typeof value === 'string' && value.length > 0 && value.length <= 12) words.add(value)
  }

  visit(parseAst(code) as unknown as Node)
  return { code: `const $c = globalThis.${COUNTERS};\n${put(code, insertions)}`, counters, words: [...words] }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && 'start' in value
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

function isBranch({ type }: Node, key: string): boolean {
  if (type === 'IfStatement') return key === 'consequent' || key === 'alternate'
  return key === 'body' && LOOPS.has(type)
}

function isChoice({ type }: Node, key: string, node: Node): boolean {
  if (type === 'ConditionalExpression') return key !== 'test'
  if (type === 'LogicalExpression') return key === 'right'
  return FUNCTIONS.has(type) && key === 'body' && node.type !== 'BlockStatement'
}

/** The order of insertions at one place is that in which they were made: what is inside was made later and ends sooner. */
function put(code: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.map((each, at) => ({ ...each, order: at })).sort((a, b) => a.at - b.at || a.order - b.order)
  const pieces: string[] = []
  let done = 0
  for (const { at, text } of sorted) {
    pieces.push(code.slice(done, at), text)
    done = at
  }
  pieces.push(code.slice(done))
  return pieces.join('')
}

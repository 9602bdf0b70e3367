import { operatorNamed } from './operators.ts'
import { tokensOf } from './tokens.ts'
import type { Filter, QueryNode } from './tree.ts'

/** A search as one would type it; `parseQuery` reads the same from it again. */
export function printQuery(root: QueryNode | undefined): string {
  if (root === undefined) return ''
  const text = printNode(root, false)
  const last = lastOf(root)
  // What may go on stands at the very end.
  if (last?.kind === 'words' && last.isBegun) return text.slice(0, text.lastIndexOf(last.text) + last.text.length)
  const isOpen = last?.kind === 'words' && !last.isPhrase && text.endsWith(last.text)
  return isOpen ? `${text} ` : text
}

function lastOf(node: QueryNode): QueryNode | undefined {
  if (node.kind === 'not') return lastOf(node.part)
  return node.kind === 'all' || node.kind === 'any' ? lastOf(node.parts.at(-1) as QueryNode) : node
}

/** @param isInside in something that binds closer */
function printNode(node: QueryNode, isInside: boolean): string {
  switch (node.kind) {
    case 'all': {
      const text = node.parts.map((part) => printNode(part, false)).join(' ')
      return isInside ? `(${text})` : text
    }
    case 'any':
      return isInside ? `(${printAny(node.parts)})` : printAny(node.parts)
    case 'not':
      return `-${printNode(node.part, true)}`
    case 'words':
      if (node.isPhrase) return node.isBegun ? `"${node.text}` : `"${node.text}"`
      return node.text
    default:
      return printFilter(node)
  }
}

function printAny(parts: readonly QueryNode[]): string {
  return parts.map((part) => printNode(part, true)).join(' OR ')
}

export function printFilter(filter: Filter): string {
  const [name, sign, value] = partsOf(filter)
  if (filter.kind === 'links' || filter.kind === 'linked-from')
    return /[\]\n]/.test(value) || value === '' ? `${name}:"[[${value}]]"` : `${name}:[[${value}]]`
  return isPlain(name, `${sign}${value}`) ? `${name}:${sign}${value}` : `${quotedName(name)}:${sign}"${value}"`
}

function partsOf(filter: Filter): [name: string, sign: string, value: string] {
  switch (filter.kind) {
    case 'folder':
      return ['in', '', filter.value]
    case 'date':
      return [filter.field, filter.compare === '=' ? '' : filter.compare, filter.value]
    case 'property':
      return [filter.key, '', filter.value]
    default:
      return [filter.kind, '', filter.value]
  }
}

/** Whether it is read as it is, wherever it stands. */
function isPlain(name: string, value: string): boolean {
  const [token, ...rest] = tokensOf(`(${name}:${value})`).slice(1)
  return rest.length === 1 && token?.kind === 'operator' && token.name === name && token.value === value
}

function quotedName(name: string): string {
  return operatorNamed(name) !== undefined || isPlain(name, 'x') ? name : `"${name}"`
}

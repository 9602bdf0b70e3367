import type { SyntaxNode } from '@lezer/common'
import { Square, SquareCheck } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { inlines, type Rendering } from './inline.tsx'
import css from './markdown.module.css'
import { children, isHidden } from './walk.ts'

const DEEPEST = 12

export function blocks(node: SyntaxNode, r: Rendering, depth = 0): ReactNode[] {
  return children(node)
    .filter((child) => !isHidden(child))
    .map((child) => <Block key={child.from} node={child} r={r} depth={depth} />)
}

function Block({ node, r, depth }: { node: SyntaxNode; r: Rendering; depth: number }): ReactElement {
  const source = r.text.slice(node.from, node.to)
  if (depth > DEEPEST) return <p>{source}</p>
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)
  if (heading) return <p className={heading[1] === '1' ? css.title : css.heading}>{trimmed(inlines(node, r))}</p>
  switch (node.name) {
    case 'Blockquote':
      return <blockquote>{blocks(node, r, depth + 1)}</blockquote>
    case 'BulletList':
      return <ul>{blocks(node, r, depth + 1)}</ul>
    case 'OrderedList':
      return <ol start={Number.parseInt(source, 10) || 1}>{blocks(node, r, depth + 1)}</ol>
    case 'ListItem':
      return <li className={node.getChild('Task') ? css.taskItem : undefined}>{blocks(node, r, depth + 1)}</li>
    case 'Task':
      return <Task node={node} r={r} />
    case 'FencedCode':
    case 'CodeBlock':
      return (
        <pre>
          <code>{node.getChildren('CodeText').map((code) => r.text.slice(code.from, code.to))}</code>
        </pre>
      )
    case 'HorizontalRule':
      return <hr />
    case 'Table':
      return <Table node={node} r={r} />
    case 'HTMLBlock':
    case 'ProcessingInstructionBlock':
    case 'BlockMath':
      return <pre className={css.asWritten}>{source}</pre>
    default:
      return <p>{inlines(node, r)}</p>
  }
}

/** A heading's text starts after `# `, which belongs to the mark. */
function trimmed(nodes: readonly ReactNode[]): ReactNode[] {
  const first = nodes.findIndex((node) => typeof node === 'string' && node !== '')
  return nodes.map((node, at) => (at === first && typeof node === 'string' ? node.trimStart() : node))
}

function Task({ node, r }: { node: SyntaxNode; r: Rendering }): ReactElement {
  const marker = node.getChild('TaskMarker')
  const done = marker ? /x/i.test(r.text.slice(marker.from, marker.to)) : false
  const Icon = done ? SquareCheck : Square
  return (
    <div className={done ? css.done : css.open}>
      <Icon size={16} strokeWidth={1.75} role="img" aria-label={done ? 'Done' : 'To do'} />
      <span>{trimmed(inlines(node, r))}</span>
    </div>
  )
}

function Table({ node, r }: { node: SyntaxNode; r: Rendering }): ReactElement {
  const header = node.getChild('TableHeader')
  return (
    <table>
      {header && (
        <thead>
          <tr>
            {header.getChildren('TableCell').map((cell) => (
              <th key={cell.from}>{inlines(cell, r)}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {node.getChildren('TableRow').map((row) => (
          <tr key={row.from}>
            {row.getChildren('TableCell').map((cell) => (
              <td key={cell.from}>{inlines(cell, r)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { ChainAnswer, ChainBranch, ChainNote, PathsAnswer, WhyAnswer } from '../core/chain/answers.ts'
import { clip, oneLine } from './text.ts'

/** A longer title or relation would make its box wider than a screen. Columns. */
const LONGEST = 80

/** What a picture shows: each note once, and each link between them once, as it was written. */
export interface TraceEdges {
  readonly notes: readonly ChainNote[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly relation: string | null }[]
}

class Gathered {
  readonly notes = new Map<string, ChainNote>()
  readonly links = new Map<string, TraceEdges['links'][number]>()

  add(before: ChainNote, note: ChainNote, { source, relation }: WhyAnswer): void {
    this.notes.set(before.path, before).set(note.path, note)
    const [from, to] = source === before.path ? [before.path, note.path] : [note.path, before.path]
    this.links.set(JSON.stringify([from, to, relation]), { from, to, relation })
  }

  get edges(): TraceEdges {
    return { notes: [...this.notes.values()], links: [...this.links.values()] }
  }
}

export function edgesOfChains(chains: readonly ChainAnswer[]): TraceEdges {
  const gathered = new Gathered()
  const walk = (before: ChainNote, branches: readonly ChainBranch[]): void => {
    for (const { note, why, next } of branches) {
      gathered.add(before, note, why)
      walk(note, next)
    }
  }
  for (const { note, next } of chains) {
    gathered.notes.set(note.path, note)
    walk(note, next)
  }
  return gathered.edges
}

export function edgesOfPaths({ from, paths }: PathsAnswer): TraceEdges {
  const gathered = new Gathered()
  for (const { steps } of paths)
    for (const [at, { note, why }] of steps.entries()) gathered.add(steps[at - 1]?.note ?? from, note, why)
  return gathered.edges
}

/** https://graphviz.org/doc/info/lang.html; what is drawn, not what names a note, may have HTML's entities there. */
export function* drawDot({ notes, links }: TraceEdges): Iterable<string> {
  const quote = (text: string) => `"${oneLine(text).replace(/["\\]/g, '\\$&')}"`
  const label = (text: string) => quote(shortened(text).replace(/&/g, '&amp;'))
  yield 'digraph notes {'
  yield '  rankdir=LR; node [shape=box];'
  for (const { path, title } of notes) yield `  ${quote(path)} [label=${label(title)}];`
  for (const { from, to, relation } of links)
    yield `  ${quote(from)} -> ${quote(to)}${relation === null ? ' [style=dotted]' : ` [label=${label(relation)}]`};`
  yield '}'
}

/**
 * https://mermaid.js.org/syntax/flowchart.html; a note's number is its name there, because a path cannot be. Of ASCII only letters,
 * digits, blanks and commas stand for themselves: the rest may end a text, begin a list, emphasis, a directive or an entity.
 */
export function* drawMermaid({ notes, links }: TraceEdges): Iterable<string> {
  const names = new Map(notes.map(({ path }, at) => [path, `n${at}`]))
  const quote = (text: string) => `"${shortened(text).replace(/[!-+\--/:-@[-`{-~]/g, written)}"`
  yield 'flowchart LR'
  for (const { path, title } of notes) yield `  ${names.get(path)}[${quote(title)}]`
  for (const { from, to, relation } of links)
    yield relation === null
      ? `  ${names.get(from)} -.-> ${names.get(to)}`
      : `  ${names.get(from)} -->|${quote(relation)}| ${names.get(to)}`
}

function shortened(text: string): string {
  return clip(oneLine(text), LONGEST)
}

/** Each sign as Mermaid writes those that mean something to it. */
function written(signs: string): string {
  return Array.from(signs, (sign) => `#${sign.codePointAt(0)};`).join('')
}

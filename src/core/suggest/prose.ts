import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common'
import { append } from '../append.ts'
import { notlyMarkdown } from '../grammar.ts'
import type { Range } from '../note.ts'
import { Leaf } from '../parse/leaf.ts'
import { Sentences } from '../parse/sentences.ts'
import { ownWordsOfTasks } from '../tasks/own-words.ts'

/** A paragraph, heading, task or table row with what in it is said in words. */
export interface Passage extends Range {
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number
  /** Where a name could still be linked: no links, code, addresses, tags or marks, no dates of tasks. By position. */
  readonly plain: readonly Range[]
  /** What a reader sees as words: the same, and the words that links show. By position. */
  readonly shown: readonly Range[]
}

const LEAVES = /^(?:Paragraph|ATXHeading[1-6]|SetextHeading[12]|Task|TableHeader|TableRow)$/
const NO_TEXT = new Set(
  'Frontmatter FencedCode CodeBlock HTMLBlock CommentBlock ProcessingInstructionBlock BlockMath HiddenCommentBlock LinkReference'.split(
    ' ',
  ),
)
/** Neither words nor a place for a link. */
const UNSAID = new Set(
  `InlineCode InlineMath HiddenComment Comment HTMLTag Autolink ProcessingInstruction Tag BlockId HeaderMark EmphasisMark
   StrikethroughMark QuoteMark TaskMarker TableDelimiter ListMark URL LinkTitle LinkLabel LinkMark WikiMark CodeMark Image Embed`.split(
    /\s+/,
  ),
)

/** The passages of a note that hold words, by position. */
export function passagesOf(text: string, tree: Tree = notlyMarkdown.parse(text)): Passage[] {
  const passages: Passage[] = []
  let open: Reading | undefined
  tree.iterate({
    enter(node) {
      if (NO_TEXT.has(node.name)) return false
      if (open === undefined && LEAVES.test(node.name)) open = new Reading(node)
      else if (open !== undefined) return open.enter(node)
      return true
    },
    leave(node) {
      if (open === undefined || !open.isOf(node)) return
      passages.push(open.close(text))
      open = undefined
    },
  })
  return passages
}

/** One passage while its inside is walked through. */
class Reading {
  readonly #name: string
  readonly #range: Range
  readonly #noPlace: Range[] = []
  readonly #unsaid: Range[] = []

  constructor({ name, from, to }: SyntaxNodeRef) {
    this.#name = name
    this.#range = { from, to }
  }

  isOf({ name, from, to }: SyntaxNodeRef): boolean {
    return name === this.#name && from === this.#range.from && to === this.#range.to
  }

  enter(ref: SyntaxNodeRef): boolean {
    const { name, from, to } = ref
    if (UNSAID.has(name) || (/^Wiki(Target|Fragment)$/.test(name) && isReplaced(ref.node))) {
      this.#unsaid.push({ from, to })
      this.#noPlace.push({ from, to })
      return false
    }
    if (name === 'Wikilink' || name === 'Mention' || (name === 'Link' && isAddressed(ref.node)))
      this.#noPlace.push({ from, to })
    return true
  }

  close(text: string): Passage {
    const level = /Heading([1-6])$/.exec(this.#name)?.[1]
    const { from, to } = this.#range
    const noPlace = [...this.#noPlace, ...this.#ownWordsOfTasks(text)].sort((a, b) => a.from - b.from)
    return {
      from,
      to,
      level: level === undefined ? 0 : Number(level),
      plain: between(this.#range, noPlace),
      shown: between(this.#range, this.#unsaid),
    }
  }

  #ownWordsOfTasks(text: string): Range[] {
    const leaf = new Leaf(text, this.#range)
    // The brackets of a field look like those of a link without an address.
    const isNoBracket = ({ from, to }: Range): boolean => !/^[[\]]$/.test(text.slice(from, to))
    append(leaf.blanks, this.#unsaid.filter(isNoBracket))
    append(leaf.opaque, this.#noPlace.filter(isNoBracket))
    return ownWordsOfTasks(text, leaf, this.#name === 'Task')
  }
}

/** A link shows its text, or else its target; of a fragment nothing is shown. */
function isReplaced(node: SyntaxNode): boolean {
  return node.name === 'WikiFragment' || node.parent?.getChild('WikiText') != null
}

/** `[words]` alone is no link. */
function isAddressed(node: SyntaxNode): boolean {
  return node.getChildren('LinkMark').length > 2 || node.getChild('LinkLabel') !== null
}

/** What of a range is left. @param holes by start; may lie in one another */
function between({ from, to }: Range, holes: readonly Range[]): Range[] {
  const left: Range[] = []
  let at = from
  for (const hole of holes) {
    if (hole.from > at) left.push({ from: at, to: hole.from })
    at = Math.max(at, hole.to)
  }
  if (to > at) left.push({ from: at, to })
  return left
}

/** Finds sentences in a passage. */
export function sentencesOf(text: string, passage: Passage): Sentences {
  const leaf = new Leaf(text, passage)
  let at = passage.from + boxOf(text, passage)
  // The box of a task is no word of what it says.
  if (at > passage.from) leaf.blanks.push({ from: passage.from, to: at })
  for (const { from, to } of [...passage.plain, { from: passage.to, to: passage.to }]) {
    if (from > at) leaf.opaque.push({ from: at, to: from })
    at = to
  }
  return new Sentences(leaf, new Set())
}

/** How long the box is that a task begins with; 0 for anything else. */
function boxOf(text: string, { from, to, plain: [first] }: Passage): number {
  const box = /^\[[^[\]\n]\]/u.exec(text.slice(from, to))?.[0].length ?? 0
  // In a paragraph the same are brackets around a word.
  return first === undefined || first.from < from + box ? 0 : box
}

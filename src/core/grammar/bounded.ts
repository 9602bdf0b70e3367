import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown'
import { closingSearch } from './lookahead.ts'

const LESS = 60
const BACKTICK = 96

const commentEnd = closingSearch((text, from) => text.indexOf('-->', from))
const instructionEnd = closingSearch((text, from) => text.indexOf('?>', from))
const cdataEnd = closingSearch((text, from) => text.indexOf(']]>', from))
const declarationEnd = closingSearch((text, from) => text.indexOf('>', from))

/** Lezer looks to the end of the section for each `<!--`, `<?` or `<!X`; where none ends, these spare it the search. */
function skipUnclosedHtml(cx: InlineContext, next: number, pos: number): number {
  if (next !== LESS) return -1
  const start = cx.slice(pos + 1, pos + 9)
  const end = start.startsWith('!--')
    ? commentEnd(cx, pos + 2)
    : start.startsWith('?')
      ? instructionEnd(cx, pos + 2)
      : start.startsWith('![CDATA[')
        ? cdataEnd(cx, pos + 9)
        : /^![a-z]/i.test(start)
          ? declarationEnd(cx, pos + 2)
          : pos
  return end < 0 ? pos + 1 : -1
}

/** For each inline section, from where on a closing run of so many backticks is known to be missing. */
const missingRuns = new WeakMap<InlineContext, Map<number, number>>()

const runs = new Map<number, RegExp>()

function closingRun(size: number): RegExp {
  const known = runs.get(size)
  if (known !== undefined) return known
  const run = new RegExp(`(?<!\`)\`{${size}}(?!\`)`, 'g')
  // Texts use few lengths; hostile ones must not fill the memory.
  if (runs.size < 64) runs.set(size, run)
  return run
}

/** Likewise for runs of backticks: each length is searched for once. */
function skipUnclosedCode(cx: InlineContext, next: number, pos: number): number {
  if (next !== BACKTICK || (pos > cx.offset && cx.char(pos - 1) === BACKTICK)) return -1
  let end = pos + 1
  while (cx.char(end) === BACKTICK) end++
  const size = end - pos
  const missing = missingRuns.get(cx) ?? new Map<number, number>()
  missingRuns.set(cx, missing)
  if (pos >= (missing.get(size) ?? Number.POSITIVE_INFINITY)) return end
  const close = closingRun(size)
  close.lastIndex = end - cx.offset
  if (close.test(cx.text)) return -1
  missing.set(size, pos)
  return end
}

/** Blocks in blocks, as deep as anybody writes: whatever walks through a tree may go down its branches by calling itself. */
const MOST_DEEP = 200

/** A line that lies deeper is shown as it is written. */
function stayUp(cx: BlockContext, line: Line): boolean {
  if (cx.depth < MOST_DEEP) return false
  cx.addElement(cx.elt('Paragraph', cx.lineStart + line.pos, cx.lineStart + line.text.length))
  cx.nextLine()
  return true
}

/** Keeps the time for hostile text linear where Lezer's inline parsers search again and again. */
export const bounded: MarkdownConfig = {
  parseBlock: [{ name: 'TooDeep', parse: stayUp, before: 'LinkReference' }],
  parseInline: [
    { name: 'UnclosedHtml', parse: skipUnclosedHtml, before: 'HTMLTag' },
    { name: 'UnclosedCode', parse: skipUnclosedCode, before: 'InlineCode' },
  ],
}

import type { BlockContext, InlineContext } from '@lezer/markdown'

/**
 * Lezer's block parsers can only consume, while `---`, `$$` and `%%` open something only if they are closed later. These are the
 * fields of its contexts, internal there, that let a parser look before it consumes.
 */
interface BlockInternals {
  readonly input: { read(from: number, to: number): string; readonly length: number }
  readonly to: number
  readonly absoluteLineEnd: number
  readonly stack: readonly unknown[]
  readonly line: { readonly depth: number }
}

const CHUNK = 4096

/** Start of the first line after the current one for which `test` holds, or -1. Reads in pieces, so that a near end costs little. */
export function findLineAhead(cx: BlockContext, test: (line: string) => boolean): number {
  const { input, to, absoluteLineEnd } = cx as unknown as BlockInternals
  let lineStart = absoluteLineEnd + 1
  let buffered = ''
  let bufferStart = lineStart
  while (lineStart < to) {
    const newline = buffered.indexOf('\n', lineStart - bufferStart)
    const buffersAll = bufferStart + buffered.length >= to
    if (newline < 0 && !buffersAll) {
      buffered =
        buffered.slice(lineStart - bufferStart) +
        input.read(
          bufferStart + buffered.length,
          Math.min(to, bufferStart + buffered.length + Math.max(CHUNK, buffered.length)),
        )
      bufferStart = lineStart
      continue
    }
    const lineEnd = newline < 0 ? buffered.length : newline
    if (test(buffered.slice(lineStart - bufferStart, lineEnd))) return lineStart
    lineStart = bufferStart + lineEnd + 1
  }
  return -1
}

/** Whether the line just moved to still belongs to the block's container (quote, list item). */
export function inContainer(cx: BlockContext): boolean {
  const { line, stack } = cx as unknown as BlockInternals
  return line.depth >= stack.length
}

/**
 * Remembers for an inline section from where on a closing mark is known to be missing, so that a section full of opening marks
 * is searched once and not once for each.
 */
export function closingSearch(
  find: (text: string, from: number) => number,
): (cx: InlineContext, from: number) => number {
  const hopelessFrom = new WeakMap<InlineContext, number>()
  return (cx, from) => {
    if (from >= (hopelessFrom.get(cx) ?? Number.POSITIVE_INFINITY)) return -1
    const at = find(cx.text, from - cx.offset)
    if (at >= 0) return at + cx.offset
    hopelessFrom.set(cx, from)
    return -1
  }
}

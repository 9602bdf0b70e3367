import type { Range } from '../note.ts'

/** Where a Markdown link goes, when it goes to a file. */
export interface Destination {
  /** Decoded, without fragment. */
  readonly path: string
  readonly fragment: string | undefined
  /** The path as written in the source, without `<>` and fragment. */
  readonly range: Range
}

const SCHEME = /^(?:[a-z][a-z0-9+.-]+:(?!\s)|\/\/)/i

/**
 * Reads the address of a Markdown link: `dir/a%20note.md#heading`, `<a note.md>`.
 * @returns undefined for the address of anything else: a web page, a mail, a folder, nothing
 */
export function readDestination(text: string, url: Range): Destination | undefined {
  const angled = text[url.from] === '<' && text[url.to - 1] === '>'
  const from = angled ? url.from + 1 : url.from
  const written = text.slice(from, angled ? url.to - 1 : url.to)
  if (SCHEME.test(written)) return undefined
  const hash = written.indexOf('#')
  const pathEnd = hash < 0 ? written.length : hash
  const path = decode(unescaped(written.slice(0, pathEnd)))
  const fragment = hash < 0 ? undefined : decode(unescaped(written.slice(hash + 1)))
  if (path.trim() === '' ? !fragment : path.endsWith('/')) return undefined
  return { path: path.trim(), fragment, range: { from, to: from + pathEnd } }
}

function unescaped(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&amp;/g, '&')
}

/** Percent-decodes what is valid and keeps the rest: `100%25 sure` and `100% sure` are both file names that people write. */
function decode(written: string): string {
  return written.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}

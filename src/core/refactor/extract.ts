import type { NotePath, Range } from '../note.ts'
import { parseNote } from '../parse.ts'
import { namesOf, shortestTarget } from '../resolve.ts'
import type { Source } from '../vault.ts'
import type { FileChange } from './plan.ts'
import { relinkNote } from './relink.ts'
import { futureOf, type World } from './world.ts'

export interface Extract {
  readonly holder: FileChange
  readonly path: NotePath
  /** Text of the new note. */
  readonly text: string
}

/**
 * A passage becomes a note of its own, and a link takes its place. Relative links in it are adjusted to where it goes.
 * @param range of the passage in the source's text
 * @param path the new note's; the caller has made sure that nothing is there
 */
export function planExtract(world: World, source: Source, range: Range, path: NotePath, title: string): Extract {
  const passage = source.text.slice(range.from, range.to)
  const created = { from: path, to: path, before: [], after: namesOf(path, title) }
  const answering = futureOf(world, [created])
  const relinked = relinkNote(passage, source.path, path, {
    before: (key) => world.answering(key),
    after: answering,
    oldOf: () => undefined,
    goalOf: (known) => ({ path: known, title: known }),
  })
  const changes = relinked.flatMap((link) => link.changes).sort((a, b) => b.from - a.from)
  const moved = changes.reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), passage)
  const target = shortestTarget(path, source.path, answering)
  const shown = target.split('/').at(-1) === title ? '' : `|${title}`
  const [lead, trail] = [/^\s*/.exec(passage)?.[0] ?? '', /\s*$/.exec(passage)?.[0] ?? '']
  const after = `${source.text.slice(0, range.from)}${lead}@[[${target}${shown}]]${trail}${source.text.slice(range.to)}`
  const holder = { path: source.path, base: source.revision, to: source.path, before: source.text, after }
  return { holder, path, text: withTitle(moved.trim(), path, title) }
}

/** A passage that starts with its own level-1 heading has its title; any other is given one. */
function withTitle(text: string, path: NotePath, title: string): string {
  const own = parseNote(path, text)
  const body = `${text}\n`
  return own.headings[0]?.level === 1 && own.headings[0].from === 0 ? body : `# ${title}\n\n${body}`
}

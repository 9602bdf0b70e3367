import type { ProblemAnswer, ProblemKind } from '../core/answers.ts'
import { isAttachmentTarget } from '../core/attachments.ts'
import { foldName } from '../core/fold.ts'
import { blockOf, findHeading, type HeadingPlace } from '../core/fragments.ts'
import { withoutExtension } from '../core/path.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { duplicateNames } from './duplicates.ts'
import type { Meaning, StoredLink } from './link-rows.ts'
import { writtenTarget } from './link-rows.ts'
import { resolveAll } from './resolve-all.ts'

/** Everything that a reader of the vault would stumble over, by path and position. */
export function check(db: Database): ProblemAnswer[] {
  const problems = [...linkProblems(db), ...duplicateNames(db), ...noteProblems(db)]
  return problems.sort(
    (a, b) => compareText(a.path, b.path) || a.position.offset - b.position.offset || compareText(a.message, b.message),
  )
}

function* linkProblems(db: Database): Iterable<ProblemAnswer> {
  const places = new Places(db)
  for (const { link, meaning } of resolveAll(db)) {
    if (meaning.kind === 'unresolved') yield problem(link, 'unresolved', missing(link), [])
    else if (meaning.kind === 'resolved' && meaning.candidates.length > 1) yield ambiguous(link, meaning)
    const message = missingFragment(link, meaning, places)
    if (message !== undefined) yield problem(link, 'fragment', message, [])
  }
}

function missing(link: StoredLink): string {
  return isAttachmentTarget(link.form, link.target)
    ? `There is no file ${link.target}; add it or correct the link.`
    : `No note is called ${link.target}; create it or correct the link.`
}

function ambiguous(link: StoredLink, meaning: Meaning & { kind: 'resolved' }): ProblemAnswer {
  const paths = meaning.candidates.map(({ path }) => path)
  const name = writtenTarget(link, meaning.by.to)
  const message = `${name} could mean ${paths.length} notes, and means ${paths[0]}; write more of the path to say which.`
  return problem(link, 'ambiguous', message, paths)
}

function problem(link: StoredLink, kind: ProblemKind, message: string, related: readonly string[]): ProblemAnswer {
  const position = { line: link.line, column: link.column, offset: link.start }
  return { path: link.source, position, problem: kind, message, related }
}

/** @returns a sentence when the link names a heading or block that its note does not have */
function missingFragment(link: StoredLink, meaning: Meaning, places: Places): string | undefined {
  const { fragment } = link
  if (fragment === null || fragment.trim() === '') return undefined
  const target = targetNote(link, meaning)
  if (target === undefined || (meaning.kind === 'resolved' && isWholeName(link, meaning.by.key))) return undefined
  const block = blockOf(fragment)
  if (block !== undefined) {
    if (places.hasBlock(target.file, block)) return undefined
    return `${target.name} has no block ^${block}; correct the link or mark the block.`
  }
  if (findHeading(places.headings(target.file), fragment) !== undefined) return undefined
  return `${target.name} has no heading ${fragment}; correct the link or add the heading.`
}

function targetNote(link: StoredLink, meaning: Meaning): { file: number; name: string } | undefined {
  if (meaning.kind === 'own') return { file: link.file, name: 'This note' }
  if (meaning.kind !== 'resolved' || meaning.chosen.title === null) return undefined
  return { file: meaning.chosen.file, name: meaning.chosen.title }
}

/** `[[C#]]`, where a note is called `C#`: what looked like a fragment is part of the name. */
function isWholeName(link: StoredLink, key: string): boolean {
  const whole = foldName(withoutExtension(`${link.target}#${link.fragment}`))
  return key === whole || key.endsWith(`/${whole}`)
}

/** Headings and blocks of the notes that were asked for. */
class Places {
  readonly #db: Database
  readonly #headings = new Map<number, readonly HeadingPlace[]>()

  constructor(db: Database) {
    this.#db = db
  }

  headings(file: number): readonly HeadingPlace[] {
    let headings = this.#headings.get(file)
    if (headings === undefined) {
      headings = this.#db
        .all<[number, string, number]>('SELECT level, text, start FROM heading WHERE file = ? ORDER BY ordinal', file)
        .map(([level, text, start]) => ({ level, text, start }))
      this.#headings.set(file, headings)
    }
    return headings
  }

  hasBlock(file: number, id: string): boolean {
    return this.#db.first('SELECT 1 FROM block WHERE file = ? AND id = ?', file, id) !== undefined
  }
}

function* noteProblems(db: Database): Iterable<ProblemAnswer> {
  type ProblemRow = readonly [
    path: string,
    kind: ProblemKind,
    message: string,
    offset: number,
    line: number,
    column: number,
  ]
  for (const [path, kind, message, offset, line, column] of db.each<ProblemRow>(
    'SELECT f.path, p.kind, p.message, p.start, p.line, p.col FROM problem p JOIN file f ON f.id = p.file',
  ))
    yield { path, position: { line, column, offset }, problem: kind, message, related: [] }
}

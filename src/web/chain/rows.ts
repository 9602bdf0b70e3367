import type { ChainAnswer, ChainBranch } from '../../http/types.ts'

/** One line of a chain as a tree: a note, or how many more there are under one. */
export type Row =
  | {
      readonly kind: 'note'
      /** The paths that lead here, so that a note that is met again is another row. */
      readonly id: string
      readonly level: number
      readonly branch: ChainBranch
      readonly hasNext: boolean
      /** Of a note that stands elsewhere with what comes after it: the title of the folded note under which that is. */
      readonly within?: string
      readonly isOpen: boolean
      readonly at: number
      readonly of: number
    }
  | {
      readonly kind: 'more'
      readonly id: string
      readonly level: number
      readonly more: number
      /** The note whose next ones they are, and which of them stand here already. */
      readonly path: string
      readonly parent: string
      readonly at: number
      readonly of: number
    }

/** What the reader did with a tree: which rows are open, and what was fetched for "more". */
export interface Unfolding {
  readonly open: ReadonlySet<string>
  readonly fetched: ReadonlyMap<string, readonly ChainBranch[]>
}

type Under = Pick<ChainBranch, 'next' | 'more'>

/** The rows that are to be seen, from top to bottom. */
export function rowsOf(answer: ChainAnswer, { open, fetched }: Unfolding): Row[] {
  const rows: Row[] = []
  const walk = (path: string, id: string, level: number, under: Under): void => {
    const { next, more } = withFetched(under, fetched.get(id))
    const of = next.length + (more > 0 ? 1 : 0)
    for (const [at, branch] of next.entries()) {
      const own = `${id}\n${branch.note.path}`
      const hasNext = branch.met === 'first' && branch.next.length + branch.more > 0
      const isOpen = hasNext && open.has(own)
      rows.push({ kind: 'note', id: own, level, branch, hasNext, isOpen, at: at + 1, of })
      if (isOpen) walk(branch.note.path, own, level + 1, branch)
    }
    if (more > 0) rows.push({ kind: 'more', id: `${id}\n`, level, more, path, parent: id, at: of, of })
  }
  walk(answer.note.path, '', 1, answer)
  return withinFolds(rows, answer, open)
}

/** Says where to look for what is met again and is not to be seen at the moment. */
function withinFolds(rows: readonly Row[], answer: ChainAnswer, open: ReadonlySet<string>): Row[] {
  const folded = foldedIn(answer, open)
  return rows.map((row) => {
    if (row.kind === 'more' || row.branch.met === 'first' || row.branch.met === 'cycle') return row
    const within = folded.get(row.branch.note.path)
    return within === undefined ? row : { ...row, within }
  })
}

/** By path the title of the outermost folded note under which a note is. */
function foldedIn(answer: ChainAnswer, open: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folded = new Map<string, string>()
  const walk = (id: string, next: readonly ChainBranch[], within: string | undefined): void => {
    for (const { note, met, next: below } of next) {
      if (met !== 'first') continue
      if (within !== undefined) folded.set(note.path, within)
      const own = `${id}\n${note.path}`
      walk(own, below, within ?? (open.has(own) ? undefined : note.title))
    }
  }
  walk('', answer.next, undefined)
  return folded
}

/** What was fetched is all there is; what stands there already keeps its place and what comes after it. */
function withFetched({ next, more }: Under, fetched: readonly ChainBranch[] | undefined): Under {
  if (fetched === undefined) return { next, more }
  const known = new Set(next.map(({ note }) => note.path))
  const added = fetched.filter(({ note }) => !known.has(note.path))
  return { next: [...next, ...added], more: Math.max(0, more - added.length) }
}

/** Opens the best line from the start, so that it is read without a key: at each note the first that comes next, while links say why. */
export function bestLine(answer: ChainAnswer): Set<string> {
  const open = new Set<string>()
  let id = ''
  for (let at = answer.next[0]; at !== undefined && at.why.relation !== null; ) {
    id = `${id}\n${at.note.path}`
    const next: ChainBranch | undefined = at.next[0]
    if (next?.why.relation) open.add(id)
    at = next
  }
  return open
}

/** Which rows of a list are chosen, and from where a range goes on. */
export interface Chosen {
  readonly paths: ReadonlySet<string>
  /** The row that was chosen last, and whether it was chosen or let go. */
  readonly last: string | undefined
  readonly kept: boolean
}

export const NONE_CHOSEN: Chosen = { paths: new Set(), last: undefined, kept: true }

/** @param range whether the rows from the last one on become as that one is */
export function choose(chosen: Chosen, all: readonly string[], path: string, range: boolean): Chosen {
  const from = range && chosen.last !== undefined ? all.indexOf(chosen.last) : -1
  const to = all.indexOf(path)
  if (from < 0 || to < 0) {
    const paths = new Set(chosen.paths)
    const kept = !paths.delete(path)
    if (kept) paths.add(path)
    return { paths, last: path, kept }
  }
  const paths = new Set(chosen.paths)
  for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1))
    if (chosen.kept) paths.add(each)
    else paths.delete(each)
  return { paths, last: path, kept: chosen.kept }
}

export function chooseAll(all: readonly string[]): Chosen {
  return { paths: new Set(all), last: undefined, kept: true }
}

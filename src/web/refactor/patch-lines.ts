/** One line of a text as it was and as it will be; undefined where there is none. */
export interface LineChange {
  readonly old: string | undefined
  readonly young: string | undefined
}

/** The lines that a unified diff of one file changes, old and new side by side where one takes the place of the other. */
export function changedLines(patch: string): LineChange[] {
  const changes: LineChange[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  const close = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) changes.push({ old: gone[at], young: come[at] })
    gone = []
    come = []
  }
  for (const line of bodyOf(patch)) {
    if (line.startsWith('-') && come.length === 0) gone.push(line.slice(1))
    else if (line.startsWith('+')) come.push(line.slice(1))
    else if (line.startsWith('-')) {
      close()
      gone.push(line.slice(1))
    } else if (!line.startsWith('\\')) close()
  }
  close()
  return changes
}

/** The diff without its head, which has lines that look like changes. */
function bodyOf(patch: string): string[] {
  const start = patch.search(/^@@ /m)
  return start < 0 ? [] : patch.slice(start).split('\n')
}

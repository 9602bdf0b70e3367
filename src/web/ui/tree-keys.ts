/** Where a key leads from a row of a tree that shows its rows from top to bottom; undefined when it leads nowhere. */
export function rowAfterKey(rows: readonly { readonly level: number }[], at: number, key: string): number | undefined {
  if (key === 'ArrowDown') return at + 1 < rows.length ? at + 1 : undefined
  if (key === 'ArrowUp') return at > 0 ? at - 1 : undefined
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  const level = rows[at]?.level ?? 1
  if (key === 'ArrowRight') return (rows[at + 1]?.level ?? 0) > level ? at + 1 : undefined
  if (key === 'ArrowLeft') {
    const parent = rows.slice(0, at).findLastIndex((row) => row.level < level)
    return parent >= 0 ? parent : undefined
  }
  return undefined
}

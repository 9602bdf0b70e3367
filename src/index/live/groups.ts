import { compareKeys, type Value } from './values.ts'

export interface Grouped<T> {
  readonly title: string | null
  readonly rows: readonly T[]
}

/** Rows by what they say of one field, a row in each of its groups; those that say nothing come last. */
export function groupBy<T>(rows: readonly T[], valuesOf: (row: T) => readonly Value[]): Grouped<T>[] {
  const groups = new Map<string, { readonly title: string; readonly rows: T[] }>()
  const others: T[] = []
  for (const row of rows) {
    const values = valuesOf(row)
    if (values.length === 0) others.push(row)
    for (const { key, written } of values) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { title: written, rows: [row] })
      else group.rows.push(row)
    }
  }
  const named = [...groups].sort(([a], [b]) => compareKeys(a, b)).map(([, group]) => group)
  return others.length === 0 ? named : [...named, { title: null, rows: others }]
}

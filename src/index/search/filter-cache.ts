import { printFilter } from '../../core/query/print.ts'
import type { Filter } from '../../core/query/tree.ts'
import type { Database } from '../database.ts'
import type { Asking } from './asking.ts'
import { notesThrough } from './filters.ts'
import type { Mask } from './masks.ts'

/** Filters that are kept, each a byte for every note. */
const MOST = 40

interface Kept {
  readonly state: string
  readonly masks: Map<string, Mask>
}

const kept = new WeakMap<Database, Kept>()

/** Notes that a filter lets through; while somebody types words behind it, and nothing is written, it is asked once. Not to be changed. */
export function keptFilter(asking: Asking, filter: Filter): Mask {
  const { db, today } = asking
  const state = `${today} ${db.version()}`
  let known = kept.get(db)
  if (known?.state !== state) {
    known = { state, masks: new Map() }
    kept.set(db, known)
  }
  const key = printFilter(filter)
  const mask = known.masks.get(key) ?? notesThrough(asking, filter)
  if (known.masks.size >= MOST) known.masks.clear()
  known.masks.set(key, mask)
  return mask
}

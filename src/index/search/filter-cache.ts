import { printFilter } from '../../core/query/print.ts'
import type { Filter } from '../../core/query/tree.ts'
import type { Database } from '../database.ts'
import type { Asking } from './asking.ts'
import { isOfText, notesThrough } from './filters.ts'
import { addTo, type Mask } from './masks.ts'

/** Filters that are kept, each a byte for every note. */
const MOST = 40

interface Kept {
  readonly mask: Mask
  /** Of the index when the filter was asked. */
  readonly version: string
  readonly epoch: number
  readonly today: string
  /** Notes up to this number were asked. */
  readonly lastDoc: number
}

const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * Notes that a filter lets through; while somebody types words behind it it is asked once, and after a note was written again only of that
 * note, where the filter is of a note's own text. Has numbers of texts that are gone, too. Not to be changed.
 */
export function keptFilter(asking: Asking, filter: Filter): Mask {
  const { db, text, today } = asking
  let filters = kept.get(db)
  if (filters === undefined) {
    filters = new Map()
    kept.set(db, filters)
  }
  const key = printFilter(filter)
  const version = db.version()
  const before = filters.get(key)
  if (before?.version === version && before.today === today) return before.mask
  const mask = isFollowed(before, asking, filter) ? followed(before, asking, filter) : notesThrough(asking, filter)
  if (filters.size >= MOST) filters.clear()
  filters.set(key, { mask, version, epoch: text.epoch, today, lastDoc: text.lastDoc })
  return mask
}

function isFollowed(before: Kept | undefined, { text, today }: Asking, filter: Filter): before is Kept {
  // Before the first note there was nothing to go on from.
  if (before === undefined || before.lastDoc === 0) return false
  return before.epoch === text.epoch && before.today === today && isOfText(filter)
}

function followed(before: Kept, asking: Asking, filter: Filter): Mask {
  const { text } = asking
  if (before.lastDoc === text.lastDoc && before.mask.length === text.size) return before.mask
  const mask = notesThrough(asking, filter, before.lastDoc)
  addTo(mask.subarray(0, before.mask.length), before.mask)
  return mask
}

import type { QueryNode, Wanted } from '../../core/query/tree.ts'
import type { Asking } from './asking.ts'
import { keptFilter } from './filter-cache.ts'
import type { Leaf } from './leaves.ts'
import { leafOf } from './leaves.ts'
import { addTo, everyNote, intersect, type Mask, maskOf, without } from './masks.ts'

/** The parts of a search that are asked of the index, each once. */
export class Matching {
  readonly #asking: Asking
  readonly #leaves = new Map<Wanted, Leaf>()
  readonly #masks = new Map<Wanted, Mask>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  leaf(wanted: Wanted): Leaf {
    const leaf = this.#leaves.get(wanted) ?? leafOf(this.#asking, wanted)
    this.#leaves.set(wanted, leaf)
    return leaf
  }

  /** Notes that have a word, in themselves or in what others call them. */
  maskOf(wanted: Wanted): Mask {
    let mask = this.#masks.get(wanted)
    if (mask === undefined) {
      mask = maskOf([], this.#asking.text.size)
      for (const { postings } of this.leaf(wanted).kinds) for (const doc of postings.docs) mask[doc] = 1
      this.#masks.set(wanted, mask)
    }
    return mask
  }

  /** Notes that a part of a search lets through, as a mask of its own. */
  notes(node: QueryNode): Mask {
    const { text, checkTime } = this.#asking
    checkTime()
    switch (node.kind) {
      case 'words':
        return this.maskOf(node).slice()
      case 'not':
        return without(everyNote(text), this.notes(node.part))
      case 'all': {
        const [first, ...rest] = node.parts as readonly [QueryNode, ...QueryNode[]]
        const mask = this.notes(first)
        for (const part of rest) intersect(mask, this.notes(part))
        return mask
      }
      case 'any': {
        const mask = maskOf([], text.size)
        for (const part of node.parts) addTo(mask, this.notes(part))
        return mask
      }
      default:
        return keptFilter(this.#asking, node).slice()
    }
  }
}

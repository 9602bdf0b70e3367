import type { FullText } from '../words/full-text.ts'

/** A set of notes: by the number of a note's text, 1 when it is in it. */
export type Mask = Uint8Array

export function maskOf(docs: Iterable<number>, size: number): Mask {
  const mask = new Uint8Array(size)
  for (const doc of docs) mask[doc] = 1
  return mask
}

export function everyNote({ lengths }: FullText): Mask {
  return Uint8Array.from(lengths, (length) => (length > 0 ? 1 : 0))
}

/** Leaves in `mask` what is in `other` too. */
export function intersect(mask: Mask, other: Mask): void {
  for (let doc = 0; doc < mask.length; doc++) (mask[doc] as number) &= other[doc] as number
}

export function addTo(mask: Mask, other: Mask): void {
  for (let doc = 0; doc < mask.length; doc++) (mask[doc] as number) |= other[doc] as number
}

export function without(mask: Mask, other: Mask): Mask {
  return mask.map((is, doc) => (other[doc] === 1 ? 0 : is))
}

export function isEmpty(mask: Mask): boolean {
  return !mask.includes(1)
}

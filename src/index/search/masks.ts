import type { FullText } from '../words/full-text.ts'

/** A set of notes: by the number of a note's text, 1 when it is in it. */
export type Mask = Uint8Array

export function maskOf(docs: Iterable<number>, size: number): Mask {
  const mask = new Uint8Array(size)
  for (const doc of docs) mask[doc] = 1
  return mask
}

export function docsIn(mask: Mask): number[] {
  const docs: number[] = []
  for (let doc = 0; doc < mask.length; doc++) if (mask[doc] === 1) docs.push(doc)
  return docs
}

export function everyNote({ lengths }: FullText): Mask {
  const mask = new Uint8Array(lengths.length)
  for (let doc = 0; doc < mask.length; doc++) if ((lengths[doc] as number) > 0) mask[doc] = 1
  return mask
}

/** Leaves in `mask` what is in `other` too. */
export function intersect(mask: Mask, other: Mask): void {
  for (let doc = 0; doc < mask.length; doc++) (mask[doc] as number) &= other[doc] as number
}

export function addTo(mask: Mask, other: Mask): void {
  for (let doc = 0; doc < mask.length; doc++) (mask[doc] as number) |= other[doc] as number
}

export function without(mask: Mask, other: Mask): Mask {
  const left = mask.slice()
  for (let doc = 0; doc < left.length; doc++) if (other[doc] === 1) left[doc] = 0
  return left
}

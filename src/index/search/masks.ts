import type { FullText } from '../words/full-text.ts'

/** A set of notes: by the number of a note's text, 1 when it is in it. */
export type Mask = Uint8Array

export function maskOf(docs: Iterable<number>, size: number): Mask {
  const mask = new Uint8Array(size)
  for (const doc of docs) mask[doc] = 1
  return mask
}

export function docsIn(mask: Mask): number[] {
  return Array.from(numbersIn(mask))
}

/** The notes of a mask, in the order of their numbers. Four at a time are passed over where none of them is in it: most masks are nearly empty. */
export function numbersIn(mask: Mask): Uint32Array {
  const fours = new Uint32Array(mask.buffer, mask.byteOffset, mask.length >> 2)
  const docs = new Uint32Array(countIn(mask, fours))
  let count = 0
  const take = (from: number, to: number): void => {
    for (let doc = from; doc < to; doc++) if (mask[doc] === 1) docs[count++] = doc
  }
  for (let at = 0; at < fours.length; at++) if (fours[at] !== 0) take(at * 4, at * 4 + 4)
  take(fours.length * 4, mask.length)
  return docs
}

function countIn(mask: Mask, fours: Uint32Array): number {
  let count = 0
  // Each byte is 0 or 1, so that the highest byte of the product is the sum of all four.
  for (let at = 0; at < fours.length; at++) count += Math.imul(fours[at] as number, 0x01010101) >>> 24
  for (let doc = fours.length * 4; doc < mask.length; doc++) count += mask[doc] as number
  return count
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

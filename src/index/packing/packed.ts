/**
 * What was read of some notes, as it crosses from one thread to another: two buffers and a string. Objects would be copied one by one, which
 * takes as long as reading a fifth of the notes, and what both threads hold of them would be collected again and again.
 */
export interface Packed {
  /** In the order in which they are asked for. */
  readonly numbers: Float64Array<ArrayBuffer>
  /** One after the other; how long each is stands among the numbers. */
  readonly strings: string
  /** Of each note, where its numbers begin, and where its strings. */
  readonly starts: Uint32Array<ArrayBuffer>
}

/** No number and no length is below 0 but these. */
export const NONE = -1
/** A string that is not packed, as the note's own text has it at a place that both sides know: so much below this as it is long. */
export const IN_TEXT = -2

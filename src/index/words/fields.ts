/** What of a note a word stands in, as bits of its weight. */
export const IN_NAMES = 1
export const IN_TITLE = 2
export const IN_HEADINGS = 4
export const IN_FILED = 8
/** Bits of a weight. */
export const FLAGS = 4
/** Weight of a word that stands once in a text and nowhere else in the note. */
export const ONCE = 1 << FLAGS

/** Of the words of one note, in their order, what they stand in. */
export const FIELDS = [IN_TITLE, IN_NAMES, IN_HEADINGS, IN_FILED, 0, 0] as const
export const PARTS = FIELDS.length
/** Where the note's own words end. */
export const TEXT = 4

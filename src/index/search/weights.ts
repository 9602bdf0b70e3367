/**
 * Everything that decides the order of results, in one place. Chosen by `npm run bench:search`; see docs/benchmarks.md.
 */
export const WEIGHTS = {
  /** Okapi BM25 (Robertson and Zaragoza, 2009) with its usual constants. */
  k1: 1.2,
  b: 0.75,
  /** A word in one of these counts as so many in the text. */
  title: 12,
  names: 8,
  headings: 3,
  filed: 3,
  /** A word in the words of links to a note counts as so many, and again as many for each doubling of the notes that say so. */
  anchors: 4,
  /** What a word that begins as typed, or that differs by a letter or two, counts beside the word itself. */
  begun: 0.6,
  near: 0.4,
  /** Another form of an English word: `outline` for `outlining`. */
  form: 0.5,
  /** A word that stands nowhere tells so much of what a word in one note does. */
  nowhere: 0.2,
  /** Added to the share of the best possible BM25: for a name that is what was typed, */
  name: 1.6,
  /** for links that call the note so, */
  called: 0.6,
  /** for many notes that link to it, */
  linked: 0.3,
  /** and for a change not long ago; */
  recent: 0.04,
  /** taken away for each folder around it. */
  deep: 0.1,
  /** Days after which a change counts half. */
  recentDays: 90,
  /** A note without some of the words counts as the share of them that it has, to this power. */
  missing: 2,
  /** Where fewer notes than this have all the words, those follow that have at least so large a share of them. */
  few: 20,
  least: 0.15,
} as const

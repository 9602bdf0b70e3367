/**
 * The singular of an English word, after Harman's S-stemmer ("How effective is suffixing?", 1991) with the sibilants put right:
 * `studies` → `study`, `boxes` → `box`, `tiers` → `tier`; `pass`, `status` and `seas`’ kind stay words. Other languages pass through it
 * nearly unharmed, because both what is looked for and what is kept go the same way.
 * @param word folded; letters of any script
 */
export function stem(word: string): string {
  const length = word.length
  if (length < 4 || word.charCodeAt(length - 1) !== S) return word
  const before = word.charCodeAt(length - 2)
  if (before === S || before === U || before === I) return word
  if (before !== E) return word.slice(0, -1)
  if (word.endsWith('ies')) return length > 4 && !/[ae]ies$/.test(word) ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return /(?:[sxz]|[cs]h)es$/.test(word) && !/[aeiou]ses$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

const S = 0x73
const U = 0x75
const E = 0x65
const I = 0x69

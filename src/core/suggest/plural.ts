/**
 * A folded word without its plural or genitive ending, after Harman's S stemmer (JASIS 42, 1991), and without the endings `-en` and
 * `-e` of long words, which are those of German plurals, `-n` after `-el` and `-er`, and `-nen` after `-in`. It only has to give both forms of a word the same answer: whether a match of
 * unlike forms is one is decided where the words as written are compared.
 */
export function withoutPlural(word: string): string {
  const owned = word.replace(/'s?$/, '')
  return withoutGerman(withoutS(owned))
}

function withoutS(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:[^aeiou]us|is|ss)$/.test(word)) return word
  if (word.endsWith('ies') && !/[ae]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

const SHORTEST = 5

function withoutGerman(word: string): string {
  if (word.endsWith('innen') && word.length >= SHORTEST + 3) return word.slice(0, -3)
  if (/e[lr]n$/.test(word) && word.length >= SHORTEST + 1) return word.slice(0, -1)
  if (word.endsWith('en') && word.length >= SHORTEST + 2) return word.slice(0, -2)
  if (word.endsWith('e') && word.length >= SHORTEST + 1) return word.slice(0, -1)
  return word
}

/** The longest word of some words with two of its letters swapped: what a hurried hand types. The same words slip the same way. */
export function slip(words: string): string {
  const [longest = ''] = (words.match(/[A-Za-z]{5,}/g) ?? []).sort((a, b) => b.length - a.length)
  const at = Math.floor(longest.length / 2)
  const slipped = longest.slice(0, at - 1) + longest.charAt(at) + longest.charAt(at - 1) + longest.slice(at + 1)
  return longest === '' ? words : words.replace(longest, slipped)
}

/**
 * Letters to insert, delete, replace, or swap with their neighbour, to make one word of another (Damerau and Levenshtein, no letter touched
 * twice).
 * @param most more than this are not counted
 * @returns at most `most + 1`
 */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let edits = Math.min(
        (row[j - 1] as number) + (isSame ? 0 : 1),
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
      )
      if (!isSame && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] as number) + 1)
      next.push(edits)
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return Math.min(row[b.length] as number, most + 1)
}

/** How many letters may be wrong in a word: one from four letters on, two from seven; none where each character is a word. */
export function editsForgiven(word: string): number {
  if (
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{N}]/u.test(
      word,
    )
  )
    return 0
  return word.length < 4 ? 0 : word.length < 7 ? 1 : 2
}

import { editsBetween } from './edits.ts'

/** The name that differs from `word` in at most two letters, or that it is the beginning of. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const begun = names.find((name) => word.length > 1 && name.startsWith(word))
  if (begun !== undefined) return begun
  const [best] = names
    .map((name) => ({ name, distance: editsBetween(word, name, 2) }))
    .filter(({ name, distance }) => distance <= 2 && distance < name.length / 2)
    .sort((a, b) => a.distance - b.distance)
  return best?.name
}

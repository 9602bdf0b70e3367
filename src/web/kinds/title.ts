/** What the view of a kind is called: `Idea`. @param kind the empty string for notes without one */
export function titleOfKind(kind: string): string {
  if (kind === '') return 'Without a kind'
  return kind.slice(0, 1).toLocaleUpperCase() + kind.slice(1)
}

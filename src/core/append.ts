/** As `push(...more)`, which overflows the stack with a hundred thousand items: a note of a megabyte may have as many. */
export function append<T>(items: T[], more: Iterable<T>): void {
  for (const each of more) items.push(each)
}

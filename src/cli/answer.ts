import type { ExitCode, Output } from './command.ts'

/**
 * Prints a list: one object a line with `--json`, else as `show` lays it out. An empty list is "found nothing".
 * Rows are taken one by one, so that a hundred thousand of them need no memory.
 */
export function printList<Row>(
  out: Output,
  rows: Iterable<Row>,
  show: (rows: Iterable<Row>) => Iterable<string>,
  nothing: string,
): ExitCode {
  let found = 0
  const counted = tap(rows, () => found++)
  if (out.json) for (const row of counted) out.value(row)
  else for (const line of show(counted)) out.line(line)
  if (found > 0) return 0
  if (!out.json) out.aside(nothing)
  return 1
}

function* tap<Row>(rows: Iterable<Row>, onRow: () => void): Iterable<Row> {
  for (const row of rows) {
    onRow()
    yield row
  }
}

import { append } from '../append.ts'
import { type Difference, differencesBetween } from '../differences.ts'
import type { FileChange } from './plan.ts'

/** A change of one file as a unified diff with git's headers, which `git apply` accepts. */
export function patchOf({ path, to, before, after }: FileChange): string {
  const hunks = hunksOf(before, to === undefined ? '' : after)
  const target = to ?? path
  const head = [`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${target}`)}`]
  if (to === undefined) head.push('deleted file mode 100644')
  else if (to !== path) head.push(`rename from ${quoted(path)}`, `rename to ${quoted(to)}`)
  if (hunks !== '')
    head.push(`--- ${named(`a/${path}`)}`, `+++ ${to === undefined ? '/dev/null' : named(`b/${target}`)}`)
  return `${head.join('\n')}\n${hunks}`
}

/** A file that is not there yet. */
export function patchOfNew(path: string, text: string): string {
  const hunks = hunksOf('', text)
  const head = [`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}`, 'new file mode 100644']
  if (hunks !== '') head.push('--- /dev/null', `+++ ${named(`b/${path}`)}`)
  return `${head.join('\n')}\n${hunks}`
}

/** Lines around what differs. */
const CONTEXT = 3

function hunksOf(before: string, after: string): string {
  const [old, young] = [linesOf(before), linesOf(after)]
  return near(differencesBetween(old, young))
    .map((differences) => hunkOf(old, young, differences))
    .join('')
}

/** With their ends, which a last line may lack. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** In groups whose contexts meet. */
function near(differences: readonly Difference[]): Difference[][] {
  const groups: Difference[][] = []
  for (const each of differences) {
    const group = groups.at(-1)
    const end = group?.at(-1)?.old[1]
    if (group !== undefined && end !== undefined && each.old[0] - end <= 2 * CONTEXT) group.push(each)
    else groups.push([each])
  }
  return groups
}

function hunkOf(old: readonly string[], young: readonly string[], differences: readonly Difference[]): string {
  const [first, last] = [differences[0] as Difference, differences.at(-1) as Difference]
  const before = Math.min(CONTEXT, first.old[0])
  const after = Math.min(CONTEXT, old.length - last.old[1])
  const from = first.old[0] - before
  const lines: string[] = []
  let done = from
  for (const { old: gone, young: come } of differences) {
    append(lines, signed(' ', old.slice(done, gone[0])))
    append(lines, signed('-', old.slice(...gone)))
    append(lines, signed('+', young.slice(...come)))
    done = gone[1]
  }
  append(lines, signed(' ', old.slice(done, done + after)))
  const oldCount = last.old[1] + after - from
  const youngFrom = first.young[0] - before
  const youngCount = last.young[1] + after - youngFrom
  return `@@ -${place(from, oldCount)} +${place(youngFrom, youngCount)} @@\n${lines.join('')}`
}

/** Of nothing, the line before is named. */
function place(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`
}

function signed(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`))
}

/** As git quotes a path that holds what would end or change a line. */
function quoted(path: string): string {
  const escaped = path.replace(/["\\\u0000-\u001f\u007f]/g, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`
    return char === '\n' ? '\\n' : char === '\t' ? '\\t' : `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
  return escaped === path ? path : `"${escaped}"`
}

/** A tab ends a name with spaces in it. */
function named(path: string): string {
  return quoted(path) === path && path.includes(' ') ? `${path}\t` : quoted(path)
}

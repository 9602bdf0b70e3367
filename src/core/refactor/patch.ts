import { structuredPatch } from 'diff'
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

function hunksOf(before: string, after: string): string {
  if (before === after) return ''
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 3 })
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      const old = `${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines}`
      const young = `${newLines === 0 ? newStart - 1 : newStart},${newLines}`
      return `@@ -${old} +${young} @@\n${lines.join('\n')}\n`
    })
    .join('')
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

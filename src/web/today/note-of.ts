import { readableBody } from '../../core/plain.ts'

/** A title of so many characters is still a title. */
const TITLE = 60

/** A short thought is the title; of a longer one, its first words are. What only the note can show, such as a link, stands in its text. */
export function noteOf(thought: string): { readonly title: string; readonly text: string } {
  const whole = thought.trim()
  const [written = ''] = whole.split('\n')
  const line = readableBody(written)
  if (line !== written.trim() && line !== '') return { title: titleOf(line), text: `# ${titleOf(line)}\n\n${whole}\n` }
  if (line.length <= TITLE) {
    const rest = whole.slice(line.length).trim()
    return { title: line.trim(), text: `# ${line.trim()}\n\n${rest === '' ? '' : `${rest}\n`}` }
  }
  return { title: titleOf(line), text: `# ${titleOf(line)}\n\n${whole}\n` }
}

function titleOf(line: string): string {
  if (line.length <= TITLE) return line
  const cut = line
    .slice(0, TITLE + 1)
    .replace(/\s+\S*$/, '')
    .slice(0, TITLE)
  return cut.replace(/[\s.,;:–—-]+$/u, '')
}

/** A title of so many characters is still a title. */
const TITLE = 60

/** A short thought is the title; of a longer one, its first words are. */
export function noteOf(thought: string): { readonly title: string; readonly text: string } {
  const whole = thought.trim()
  const [line = ''] = whole.split('\n')
  if (line.length <= TITLE) {
    const rest = whole.slice(line.length).trim()
    return { title: line.trim(), text: `# ${line.trim()}\n\n${rest === '' ? '' : `${rest}\n`}` }
  }
  const cut = line
    .slice(0, TITLE + 1)
    .replace(/\s+\S*$/, '')
    .slice(0, TITLE)
  const title = cut.replace(/[\s.,;:–—-]+$/u, '')
  return { title, text: `# ${title}\n\n${whole}\n` }
}

import type { Vector } from './vectors.ts'

/** Where note text is shown: each vector is put in each of them. The search snippet is the body's, found by its words. */
export const PLACES = [
  'body',
  'title',
  'file name',
  'alias',
  'tag',
  'YAML',
  'link alias',
  'embed',
  'code-block language',
  'math',
  'search snippet',
  'heading',
  'property',
  'exported graph',
] as const

export interface HostileNote {
  readonly path: string
  readonly text: string
  /** Stands at the end of the text; it is on the screen when the text is. */
  readonly mark: string
}

/** All of them link to it, so that its margin shows each in a sentence of its own. */
export const HUB = 'Hub.md'

/** The notes that have one vector in all places: more than one, so that none swallows what comes after it. */
export function notesOf({ text }: Vector, at: number): HostileNote[] {
  const line = text.replace(/\s+/g, ' ')
  const quoted = JSON.stringify(text)
  const number = String(at).padStart(3, '0')
  const note = (name: string, content: string): HostileNote => {
    const mark = `${number} ends here.`
    return { path: `${name}.md`, text: `${content}\n\nThe hostile words for [[Hub]], ${mark}\n`, mark }
  }
  const properties = ['title', 'kind', 'status', 'date', 'due', 'source'].map((key) => `${key}: ${quoted}\n`).join('')
  const lists = `aliases: [${quoted}]\ntags: [${quoted}]\nrelated: [${JSON.stringify(`[[Hub|${line}]]`)}]\n`
  return [
    note(`${number} head`, `---\n${properties}${lists}---\n## ${line}\n\nFor [[Hub]] in a heading.`),
    note(`${number} yaml`, `---\ntitle: ${number}\nsource: ${line}\n? ${line}\n: x\n---\nAfter it.`),
    note(
      `${number} body`,
      `# Body ${number}\n\nThe hostile words for [[Hub]]: ${line}\n\n- [ ] ${line} [[Hub]]\n\n${text}`,
    ),
    note(
      `${number} links`,
      `# Links ${number}\n\nFor [[Hub|${line}]] and @[[Hub|${line}]] and [[${line}]], ![[${line}]] and ![[x.png|${line}]], ![${line}](x.png "${line}") and [${line}](Hub.md "${line}"), ${line}:: [[Hub]] — ${line}`,
    ),
    note(
      `${number} code`,
      `# Code ${number}\n\n$${line}$ and \`${line}\` for [[Hub]]\n\n\`\`\`${line}\n${text}\n\`\`\`\n\n$$\n${text}\n$$`,
    ),
    note(nameOf(text, number), `In a file of such a name.`),
  ]
}

/** As much of it as a file's name can have. */
function nameOf(text: string, number: string): string {
  const possible = text
    .replace(/[/\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 150)
  return `${possible.replace(/^\.+/, '')} ${number}`
}

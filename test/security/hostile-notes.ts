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
  'exported page',
] as const

export interface HostileNote {
  readonly path: string
  readonly text: string
  /** Stands at the end of the text; it is on the screen when the text is. */
  readonly mark: string
}

/** All of them link to it, so that its margin shows each in a sentence of its own. */
export const HUB = 'Hub.md'

/** As many as the screen shows at once, each in an item of a list, so that none swallows what comes after it. */
const TOGETHER = 6

/** The notes that have each vector in all places: where a note has one place only, one for each, else some together. */
export function notesOf(vectors: readonly Vector[], numberOf: (vector: Vector) => number): HostileNote[] {
  const numbered = vectors.map((vector) => ({ ...vector, number: String(numberOf(vector)).padStart(3, '0') }))
  const alone = numbered.flatMap(({ text, number }) => [
    note(`${number} head`, headOf(text, number), number),
    note(`${number} yaml`, yamlOf(text, number), number),
    note(nameOf(text, number), 'In a file of such a name.', number),
  ])
  const groups = Array.from({ length: Math.ceil(numbered.length / TOGETHER) }, (_, at) =>
    numbered.slice(at * TOGETHER, (at + 1) * TOGETHER),
  )
  const together = groups.flatMap((group) =>
    Object.entries(SHARED).map(([name, write]) => {
      const number = group[0]?.number ?? ''
      const texts = group.map((each) => `${each.number}: ${write(each.text)}`)
      return note(`${number} ${name}`, `# ${name} ${number}\n\n${texts.map(inItem).join('\n')}`, number)
    }),
  )
  const live = groups.map((group) => {
    const number = group[0]?.number ?? ''
    return note(`${number} live`, group.map(({ text }) => liveOf(text)).join('\n\n'), number)
  })
  return [...alone, ...together, ...live]
}

const SHARED: Readonly<Record<string, (text: string) => string>> = {
  body: (text) => `The hostile words for [[Hub]]: ${flat(text)}\n\n${text}`,
  tasks: (text) => `tasks\n\n- [ ] ${flat(text)} [[Hub]]\n`,
  links: (text) => {
    const line = flat(text)
    return `For [[Hub|${line}]] and @[[Hub|${line}]] and [[${line}]], ![[${line}]] and ![[x.png|${line}]], ![${line}](x.png "${line}") and [${line}](Hub.md "${line}"), ${line}:: [[Hub]] — ${line}`
  },
  code: (text) => {
    const line = flat(text)
    return `$${line}$ and \`${line}\` for [[Hub]]\n\n\`\`\`${line}\n${text}\n\`\`\`\n\n$$\n${text}\n$$`
  },
}

function note(name: string, content: string, number: string): HostileNote {
  const mark = `${number} ends here.`
  return { path: `${name}.md`, text: `${content}\n\nThe hostile words for [[Hub]], ${mark}\n`, mark }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function inItem(text: string): string {
  return `- ${text.replaceAll('\n', '\n  ')}`
}

function headOf(text: string, number: string): string {
  const quoted = JSON.stringify(text)
  const properties = ['title', 'kind', 'status', 'date', 'due', 'source'].map((key) => `${key}: ${quoted}\n`).join('')
  const nested = `nested: { one: ${quoted} }\n`
  const lists = `aliases: [${quoted}]\ntags: [${quoted}]\nrelated: [${JSON.stringify(`[[Hub|${flat(text)}]]`)}]\n`
  return `---\n${properties}${nested}${lists}---\n## ${flat(text)}\n\nFor [[Hub]] in a heading, ${number}.`
}

function yamlOf(text: string, number: string): string {
  return `---\ntitle: ${number}\nsource: ${flat(text)}\n? ${flat(text)}\n: x\n---\nAfter it.`
}

/** A search that a note shows the answer of, which has to be at the edge of the text. */
function liveOf(text: string): string {
  return `\`\`\`notly\n${flat(text)}\nas: table\nshow: ${flat(text)}\n\`\`\``
}

/** As much of it as a file's name can have. */
function nameOf(text: string, number: string): string {
  const possible = text
    .replace(/[/\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 150)
    // The system would write half a character as another one.
    .toWellFormed()
  return `${possible.replace(/^\.+/, '')} ${number}`
}

/**
 * A transcript is a session in a terminal, as text; the picture is the test.
 *
 *     -- Prose, for the reader.
 *     vault agency                         the session starts in a copy of the folder `agency` beside the transcript
 *     mask \d+ ms => N ms                  a regular expression, and what stands for its matches in what follows
 *     === notes/Idea.md                    a file, up to the next line that starts something
 *     Some text.
 *     $ notly backlinks nobody             a line for the shell
 *     what it prints                       stdout
 *     ! what it complains about            stderr
 *     exit 1                               where it is not 0
 */
export type Entry =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'vault'; readonly folder: string }
  | { readonly kind: 'mask'; readonly pattern: RegExp; readonly stand: string; readonly line: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly command: string; readonly output: string }

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

const STARTS = /^(?:-- |vault |mask |=== |\$ )/
/** What a file holds and what a command prints is more than our few words, so less of it has a meaning. */
const ENDS: Readonly<Record<string, RegExp>> = { '===': /^(?:=== |\$ )/, $: /^(?:-- |=== |\$ )/ }

export function parseTranscript(text: string): readonly Entry[] {
  const chunks: string[][] = []
  for (const line of text.split('\n')) {
    const last = chunks.at(-1)
    const starts = ENDS[last?.[0]?.split(' ', 1)[0] ?? ''] ?? STARTS
    if (last === undefined || starts.test(line)) chunks.push([line])
    else last.push(line)
  }
  return chunks.map(parseChunk)
}

function parseChunk([first = '', ...rest]: readonly string[]): Entry {
  const body = rest.join('\n').trimEnd()
  const [word = ''] = first.split(' ', 1)
  const argument = first.slice(word.length + 1)
  if (word === '$') return { kind: 'command', command: argument, output: body }
  if (word === '===') return { kind: 'file', path: argument, text: `${body}\n` }
  if (body !== '') throw new Error(`Nothing may follow "${first}" on its own lines, but there is "${body}"`)
  if (word === '--') return { kind: 'prose', text: argument }
  if (word === 'vault') return { kind: 'vault', folder: argument }
  if (word !== 'mask') throw new Error(`A transcript has no line like "${first}"`)
  const [pattern = '', stand = ''] = argument.split(' => ')
  return { kind: 'mask', pattern: new RegExp(pattern, 'g'), stand, line: first }
}

/** What a command did, as the transcript shows it. */
export function renderOutcome({ stdout, stderr, code }: Outcome): string {
  const complaints = stderr.trimEnd() === '' ? [] : stderr.trimEnd().split('\n')
  return [stdout.trimEnd(), ...complaints.map((line) => `! ${line}`), code === 0 ? '' : `exit ${code}`]
    .filter((part) => part !== '')
    .join('\n')
}

export function renderTranscript(entries: readonly Entry[]): string {
  const parts = entries.map((entry, at) => {
    return (at === 0 || isTogether(entries[at - 1]?.kind, entry.kind) ? '' : '\n') + renderEntry(entry)
  })
  return parts.join('')
}

/** Lines that belong to each other have no empty line between them. */
function isTogether(before: Entry['kind'] | undefined, kind: Entry['kind']): boolean {
  if (before === 'prose') return kind === 'prose' || kind === 'command'
  return before === kind && kind !== 'command' && kind !== 'file'
}

function renderEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'prose':
      return `-- ${entry.text}\n`
    case 'vault':
      return `vault ${entry.folder}\n`
    case 'mask':
      return `${entry.line}\n`
    case 'file':
      return `=== ${entry.path}\n${entry.text}`
    case 'command':
      return `$ ${entry.command}\n${entry.output === '' ? '' : `${entry.output}\n`}`
  }
}
